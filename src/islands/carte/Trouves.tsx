import { useContext } from 'preact/hooks';
import type { SitesAutour } from '../../domain/autour/autour.ts';
import { type EtatCarte, estFiltre } from '../../domain/autour/etat.ts';
import type { Lieux, OffreParSite } from '../../domain/autour/types.ts';
import type { enteteDeSortie } from '../../phrases/sortie-carte.ts';
import { CarteCentres } from './Centres.tsx';
import { CarteChoisie } from './Choisie.tsx';
import { CarteDemandeRepliee } from './DemandeRepliee.tsx';
import { CarteListe } from './Liste.tsx';
import { CarteSorties } from './Sorties.tsx';
import { SansDetail, SansOffre } from './sansOffre.ts';

interface Props {
  readonly etat: EtatCarte;
  readonly lieux: Lieux | null;
  readonly offre: OffreParSite | null;
  readonly annee: string;
  readonly prefixe: string;
  readonly resultat: SitesAutour;
  /** L’implantation ou le centre que la carte désigne. */
  readonly marquee: string | null;
  readonly edition: { readonly id: string; readonly nature: string; readonly fictive: boolean };
  readonly fichierRegles: string;
  readonly entete: () => ReturnType<typeof enteteDeSortie>;
  readonly changer: (etat: EtatCarte) => void;
  readonly surSurvol: (id: string | null) => void;
  readonly surDepart: (fase: string) => void;
  readonly surImpression: () => void;
}

/** Ce que le rayon et les filtres trouvent : implantations, centres, et de quoi l’emporter. */
export function CarteTrouves(props: Props) {
  const { etat, lieux, offre, annee, prefixe, resultat, marquee, edition } = props;
  const sansOffre = useContext(SansOffre);
  const sansDetail = useContext(SansDetail);
  const [seule, ...autres] = etat.choix.option ?? [];
  const option = autres.length === 0 && lieux?.options.find(({ code }) => code === seule);
  const fictif = edition.fictive ? 'fictif-' : '';
  return (
    <>
      {resultat.choisie && <CarteChoisie choisie={resultat.choisie} />}
      {lieux && offre && resultat.depart && option && sansDetail.has(resultat.depart.zone) && (
        <p class="message">
          Et si je la demandais ici ?{' '}
          {sansOffre.has(resultat.depart.zone)
            ? 'L’offre de la zone n’est pas publiée : ce qui l’entoure ne se dit pas.'
            : 'L’année d’étude ou le mode des élèves de la zone n’est pas connu : les degrés qui l’entourent ne se disent pas.'}
        </p>
      )}
      {lieux && offre && resultat.depart && option && !sansDetail.has(resultat.depart.zone) && (
        <CarteDemandeRepliee
          {...{ lieux, offre, option, annee, prefixe }}
          depart={resultat.depart}
          fichierRegles={props.fichierRegles}
        />
      )}
      <CarteListe
        sites={resultat.sites}
        depart={resultat.depart}
        tri={etat.tri}
        filtree={estFiltre(etat)}
        marquee={marquee}
        surTri={(tri) => props.changer({ ...etat, tri })}
        surSurvol={props.surSurvol}
        surDepart={props.surDepart}
      />
      <CarteCentres
        centres={resultat.centres}
        depart={resultat.depart}
        marquee={marquee}
        surSurvol={props.surSurvol}
      />
      <CarteSorties
        nom={`carte-${fictif}${edition.id}`}
        surImpression={props.surImpression}
        options={etat.choix.option ?? []}
        vue={() => ({
          resultat,
          anneeScolaire: annee,
          nature: edition.nature,
          entete: props.entete(),
        })}
      />
    </>
  );
}
