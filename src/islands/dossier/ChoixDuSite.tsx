import { useMemo } from 'preact/hooks';
import { creerChercherDepart, faseInconnue } from '../../domain/autour/chercher.ts';
import type { Lieux } from '../../domain/autour/types.ts';
import { chercherCommune } from '../../domain/dossier/chercherCommune.ts';
import type { ChoixDuLieu, Lieu } from '../../domain/dossier/lieu.ts';
import type { Donnees } from '../../domain/dossier/types.ts';
import { sitesProches } from '../../domain/geo/rayon.ts';
import { enKm } from '../../phrases/autour.ts';
import { typographie } from '../../phrases/typographie.ts';
import { Combobox } from '../carte/Combobox.tsx';
import { useTexte } from '../carte/useTexte.ts';
import { useExemples } from '../exemples.ts';

interface Props {
  readonly donnees: Donnees | null;
  readonly choix: ChoixDuLieu | null;
  readonly lieu: Lieu | null;
  readonly surChoix: (choix: ChoixDuLieu) => void;
}

const ID = 'dossier-implantation';

/** Les implantations seules : un dossier part d’une implantation, pas d’une commune. */
const lieuxDe = ({ sites }: Donnees): Lieux => ({
  implantations: sites,
  communes: [],
  centres: [],
  options: [],
});

/** Une commune sans implantation dans l’édition : les implantations les plus proches d’elle. */
function autourDe({ communes, sites }: Donnees, texte: string) {
  const [commune] = chercherCommune(communes, texte, 1);
  if (!commune) return [];
  return sitesProches(sites, commune).map(({ site, km }) => ({
    cle: site.id,
    titre: site.nom,
    detail: `FASE ${site.id} · ${site.commune}, à ${enKm(km, false)} de ${commune.commune}`,
  }));
}

/** Le choix d’une implantation de l’édition, au clavier comme à la souris. */
export function ChoixDuSite({ donnees, choix, lieu, surChoix }: Props) {
  const { site } = useExemples();
  const lieux = useMemo(() => donnees && lieuxDe(donnees), [donnees]);
  const chercher = useMemo(() => lieux && creerChercherDepart(lieux), [lieux]);
  const choisi = lieu?.fase ? `${lieu.fase} – ${lieu.nom}` : '';
  const { texte, taper, rendre } = useTexte(ID, choisi);
  const trouvees = (texte === choisi ? [] : (chercher?.(texte) ?? [])).flatMap((p) =>
    p.depart.genre === 'implantation' ? [{ ...p, cle: p.depart.fase }] : [],
  );
  const propositions =
    texte === choisi || trouvees.length > 0 || !donnees ? trouvees : autourDe(donnees, texte);
  const prendre = (fase: string) => {
    rendre();
    surChoix({ genre: 'implantation', fase });
  };
  const inconnue = lieux && propositions.length === 0 && faseInconnue(lieux, texte);
  const perdue = donnees && choix?.genre === 'implantation' && lieu === null ? choix.fase : null;
  return (
    <>
      <Combobox
        id={ID}
        etiquette="Numéro FASE, nom, commune ou code postal"
        invite={site ? `Par exemple : ${site.fase}, ou ${site.codePostal}` : ''}
        texte={texte}
        surTexte={taper}
        propositions={propositions}
        surChoix={({ cle }) => prendre(cle)}
        surSortie={(visee) => {
          if (visee) prendre(visee.cle);
          else if (choisi !== '') rendre();
        }}
        rien="Rien ne correspond. Essayez le nom de la commune, ou décrivez votre implantation."
        faute={
          inconnue
            ? `Cette édition ne connaît pas le numéro FASE ${inconnue}. Décrivez plutôt votre implantation, ci-dessous.`
            : null
        }
      />
      {perdue && (
        <p class="message message-erreur" role="alert">
          {typographie(
            `Cette édition ne connaît pas l’implantation ${perdue}. Choisissez-en une autre, ou décrivez la vôtre : vos demandes restent.`,
          )}
        </p>
      )}
    </>
  );
}
