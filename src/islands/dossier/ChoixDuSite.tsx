import { useMemo } from 'preact/hooks';
import { creerChercherDepart, faseInconnue } from '../../domain/autour/chercher.ts';
import type { Lieux } from '../../domain/autour/types.ts';
import type { ChoixDuLieu, Lieu } from '../../domain/dossier/lieu.ts';
import type { Donnees } from '../../domain/dossier/types.ts';
import { typographie } from '../../phrases/typographie.ts';
import { Combobox } from '../carte/Combobox.tsx';
import { useTexte } from '../carte/useTexte.ts';

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

/** Le choix d’une implantation de l’édition, au clavier comme à la souris. */
export function ChoixDuSite({ donnees, choix, lieu, surChoix }: Props) {
  const lieux = useMemo(() => donnees && lieuxDe(donnees), [donnees]);
  const chercher = useMemo(() => lieux && creerChercherDepart(lieux), [lieux]);
  const choisi = lieu?.fase ? `${lieu.fase} – ${lieu.nom}` : '';
  const [texte, setTexte] = useTexte(ID, choisi);
  const propositions = (texte === choisi ? [] : (chercher?.(texte) ?? [])).flatMap((p) =>
    p.depart.genre === 'implantation' ? [{ ...p, cle: p.depart.fase }] : [],
  );
  const inconnue = lieux && faseInconnue(lieux, texte);
  const perdue = donnees && choix?.genre === 'implantation' && lieu === null ? choix.fase : null;
  return (
    <>
      <Combobox
        id={ID}
        etiquette="Numéro FASE, nom, commune ou code postal"
        invite="Par exemple : 900214, ou 4960"
        texte={texte}
        surTexte={setTexte}
        propositions={propositions}
        surChoix={({ cle }) => {
          setTexte('');
          surChoix({ genre: 'implantation', fase: cle });
        }}
        rien={
          inconnue
            ? `Cette édition ne connaît pas le numéro FASE ${inconnue}. Décrivez plutôt votre implantation, ci-dessous.`
            : 'Rien ne correspond. Essayez le nom de la commune, ou décrivez votre implantation.'
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
