import { href } from '../../config.ts';
import type { CentreTrouve, SitesAutour, SiteTrouve } from '../../domain/autour/autour.ts';
import type { EcoleCpu } from '../../domain/autour/ecoles.ts';
import { valeurDAdresse } from '../../domain/autour/facettes.ts';
import type { GenreMarque } from '../../map/formes.ts';
import { distanceDuCentre, distanceDuSite, offreNonPubliee } from '../../phrases/autour.ts';
import { compterEleves } from '../../phrases/effectif.ts';
import { compte } from '../../phrases/nombres.ts';
import { Forme } from './Forme.tsx';
import { useSansOffre } from './sansOffre.ts';

interface Props {
  readonly resultat: SitesAutour;
  readonly ecoles: readonly EcoleCpu[];
  /** Ce que le geste peut désigner ; à plusieurs, il faut choisir. */
  readonly ids: readonly string[];
  readonly surDepart: (fase: string) => void;
  readonly surChoix: (id: string) => void;
  readonly surFermer: () => void;
}

/** Ce que dit la marque pointée sur la carte, ou le choix entre celles qui se serrent là. */
export function CarteFiche(props: Props) {
  const { resultat, ecoles, ids, surDepart, surFermer } = props;
  const [id] = ids;
  const trouve = resultat.sites.find(({ site }) => site.id === id);
  const centre = resultat.centres.find((c) => c.centre.id === id);
  const ecole = ecoles.find((e) => e.id === id);
  if (!trouve && !centre && !ecole) return null;
  return (
    <div class="fiche">
      <button type="button" class="fiche-fermer" aria-label="Fermer la fiche" onClick={surFermer}>
        ✕
      </button>
      {ids.length > 1 ? (
        <FicheChoix {...props} />
      ) : (
        <>
          {trouve && <FicheSite resultat={resultat} trouve={trouve} surDepart={surDepart} />}
          {centre && <FicheCentre resultat={resultat} centre={centre} />}
          {ecole && <FicheEcole ecole={ecole} />}
        </>
      )}
    </div>
  );
}

function FicheChoix({ resultat, ecoles, ids, surChoix }: Props) {
  const { depart } = resultat;
  const lignes = ids.flatMap((id) => {
    const site = resultat.sites.find((s) => s.site.id === id);
    const centre = resultat.centres.find((c) => c.centre.id === id);
    const ecole = ecoles.find((e) => e.id === id);
    const km = site && distanceDuSite(depart, site);
    if (site) {
      const genre = valeurDAdresse(site.site.caractere) as GenreMarque;
      return [{ id, genre, nom: site.site.nom, km }];
    }
    if (centre) {
      const { type, nom } = centre.centre;
      return [{ id, genre: type as GenreMarque, nom: `${type} ${nom}`, km: null }];
    }
    return ecole ? [{ id, genre: 'CPU' as const, nom: ecole.nom, km: null }] : [];
  });
  return (
    <>
      <p class="fiche-titre">{lignes.length} à cet endroit</p>
      <ul class="fiche-choix">
        {lignes.map(({ id, genre, nom, km }) => (
          <li key={id}>
            <button type="button" onClick={() => surChoix(id)}>
              <Forme genre={genre} /> <span>{nom}</span> {km && <span class="discret">{km}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function FicheEcole({ ecole }: { readonly ecole: EcoleCpu }) {
  return (
    <>
      <p class="fiche-titre">
        <Forme genre="CPU" creuse /> {ecole.nom}
      </p>
      <p class="site-detail">
        {ecole.localite}, posée au centre de sa commune. École réelle, bénéficiaire de la CPU en
        2018-2019 et 2019-2020 : cela ne dit rien de son offre d’aujourd’hui.
      </p>
      <p class="fiche-actions">
        <a href={href('/procedure/encadrement/#cpu')}>Voir la liste</a>
      </p>
    </>
  );
}

interface PropsSite extends Pick<Props, 'resultat' | 'surDepart'> {
  readonly trouve: SiteTrouve;
}

function FicheSite({ resultat, trouve, surDepart }: PropsSite) {
  const { site, occurrences } = trouve;
  const inconnue = useSansOffre()(trouve);
  const km = distanceDuSite(resultat.depart, trouve);
  return (
    <>
      <p class="fiche-titre">
        <Forme genre={valeurDAdresse(site.caractere) as GenreMarque} /> {site.nom}
      </p>
      <p class="site-detail">
        {[km && `à ${km}`, site.caractere, site.reseau].filter(Boolean).join(' · ')}
      </p>
      <p class="site-detail">
        {inconnue
          ? offreNonPubliee(site)
          : `${compte(occurrences.length, 'option')}, ${compterEleves(trouve)}`}
      </p>
      <p class="fiche-actions">
        <a href={href(`/implantations/${site.id}/`)}>Voir la fiche</a>
        <button type="button" class="lien-bouton" onClick={() => surDepart(site.id)}>
          Partir d’ici
        </button>
      </p>
    </>
  );
}

function FicheCentre({
  resultat,
  centre: trouve,
}: {
  resultat: SitesAutour;
  centre: CentreTrouve;
}) {
  const { centre } = trouve;
  return (
    <>
      <p class="fiche-titre">
        <Forme genre={centre.type as GenreMarque} /> {centre.type} {centre.nom}
      </p>
      <p class="site-detail">
        {[distanceDuCentre(resultat.depart, trouve), centre.domaine, centre.adresse, centre.commune]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
