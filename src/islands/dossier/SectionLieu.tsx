import { useRef } from 'preact/hooks';
import {
  type ChoixDuLieu,
  type MesDonnees as Miennes,
  miennesDe,
} from '../../domain/dossier/lieu.ts';
import { MIENNES_VIDES, SANS_LISTES, type Tenu } from '../../domain/dossier/tenu.ts';
import type { Donnees } from '../../domain/dossier/types.ts';
import { typographie } from '../../phrases/typographie.ts';
import { ChoixDuSite } from './ChoixDuSite.tsx';
import { LieuChoisi } from './LieuChoisi.tsx';
import type { MesDonnees } from './MesDonnees.tsx';
import type { Instruction } from './useInstruction.ts';

interface Props extends Pick<Instruction, 'dossier' | 'lieu' | 'contexte'> {
  readonly donnees: Donnees | null;
  /** L’implantation décrite, si c’est d’elle qu’on part. */
  readonly miennes: Miennes | null;
  readonly tenu: Tenu;
  /** Le formulaire de « Mes données », chargé quand il sert. */
  readonly formulaire: {
    readonly valeur: { readonly MesDonnees: typeof MesDonnees } | null;
    readonly faute: Error | null;
    readonly reessayer: () => void;
  };
  readonly surChoix: (choix: ChoixDuLieu | null) => void;
}

/** D’où part le dossier : une implantation de l’édition, ou celle qu’on décrit. */
export function SectionLieu(props: Props) {
  const { donnees, dossier, lieu, contexte, miennes, tenu, surChoix } = props;
  const aDecrire = useRef(false);
  const decrire = (donnees: Miennes) => surChoix({ genre: 'mes-donnees', donnees });
  const fictives = donnees?.natures.besoins === 'demonstration';
  const neuves = { ...MIENNES_VIDES, besoins: fictives ? SANS_LISTES : null };
  const retenues = tenu.miennes ?? neuves;
  // L’offre de la zone n’est pas publiée : la sienne se dit, à partir de l’école choisie.
  const aDire = contexte && !contexte.offreConnue.zone ? lieu?.fase : null;
  const site = donnees?.sites.find(({ id }) => id === aDire);
  return (
    <section class="dossier-lieu" aria-labelledby="titre-lieu">
      <h2 id="titre-lieu">1. Votre implantation</h2>
      {!miennes && <ChoixDuSite {...{ donnees, lieu, surChoix }} choix={dossier.lieu} />}
      <p>
        {miennes ? (
          <button type="button" class="lien-bouton" onClick={() => surChoix(null)}>
            Choisir plutôt une implantation de l’édition
          </button>
        ) : (
          <button
            type="button"
            class="lien-bouton"
            onClick={() => {
              aDecrire.current = true;
              decrire(site ? miennesDe(site, retenues) : retenues);
            }}
          >
            {site
              ? 'Dire ses options\u00a0: «\u202fMes données\u202f»'
              : 'Mon école n’est pas dans la liste\u00a0: la décrire'}
          </button>
        )}
      </p>
      {miennes && donnees && (
        <>
          <p class="message">
            <strong>Vos données</strong> ne quittent pas ce navigateur : rien n’est envoyé. Norme,
            périmètre, calendrier et centres répondent d’après les vraies règles.
            {fictives &&
              !miennes.besoins &&
              typographie(
                ' Les TC et FC, elles, sont encore celles de cette édition, tirées au sort : elles changent la norme. Choisissez plutôt « celles de mes listes ».',
              )}
          </p>
          <Formulaire {...props.formulaire}>
            {({ MesDonnees }) => (
              <MesDonnees
                donnees={donnees}
                miennes={miennes}
                entree={aDecrire}
                surChangement={decrire}
              />
            )}
          </Formulaire>
        </>
      )}
      {contexte && <LieuChoisi contexte={contexte} />}
    </section>
  );
}

type PropsFormulaire = Props['formulaire'] & {
  readonly children: (
    formulaire: NonNullable<Props['formulaire']['valeur']>,
  ) => ReturnType<typeof MesDonnees>;
};

function Formulaire({ valeur, faute, reessayer, children }: PropsFormulaire) {
  if (valeur) return children(valeur);
  return (
    <p role="status">
      {faute ? (
        <>
          Le formulaire n’a pas pu être lu.{' '}
          <button type="button" class="lien-bouton" onClick={reessayer}>
            Réessayer
          </button>
        </>
      ) : (
        'Lecture du formulaire…'
      )}
    </p>
  );
}
