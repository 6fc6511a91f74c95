import { useLayoutEffect, useRef } from 'preact/hooks';
import { FACETTES, type ValeursConnues } from '../../../domain/filtre/facettes.ts';
import { titreCourt } from '../../../domain/filtre/filtres-en-mots.ts';
import { libelleCourt, type Noms } from '../../../domain/filtre/libelles.ts';
import {
  basculerFacette,
  effacer,
  estFiltree,
  type Selection,
} from '../../../domain/filtre/selection.ts';
import { typographie } from '../../../phrases/typographie.ts';
import type { Changer } from '../adresse.ts';

interface Props {
  selection: Selection;
  changer: Changer;
  connues: ValeursConnues;
  noms: Noms;
  /** Où va le focus quand il n’y a plus rien à retirer. */
  sortie: () => void;
}

interface Jeton {
  readonly cle: string;
  readonly texte: string;
  readonly sans: Selection;
}

function jetonsDe({ selection, connues, noms }: Props): readonly Jeton[] {
  const recherche: readonly Jeton[] =
    selection.q.trim() === ''
      ? []
      : [
          {
            cle: 'q',
            texte: typographie(`« ${selection.q.trim()} »`),
            sans: { ...selection, q: '', page: 1 },
          },
        ];
  const filtres = FACETTES.flatMap(({ cle }) =>
    (selection.facettes[cle] ?? []).map((valeur) => ({
      cle: `${cle}=${valeur}`,
      texte: typographie(`${titreCourt(cle)} : ${libelleCourt(cle, valeur, noms)}`),
      sans: basculerFacette(selection, cle, valeur, connues[cle]),
    })),
  );
  return [...recherche, ...filtres];
}

/** Les filtres choisis, chacun retirable ; le focus passe au suivant. */
export function Jetons(props: Props) {
  const { selection, changer, sortie } = props;
  const liste = useRef<HTMLUListElement>(null);
  const retire = useRef<number | null>(null);
  const jetons = jetonsDe(props);

  useLayoutEffect(() => {
    if (retire.current === null) return;
    const boutons = liste.current?.querySelectorAll('button') ?? [];
    const suivant = boutons[Math.min(retire.current, jetons.length - 1)];
    retire.current = null;
    if (suivant) suivant.focus();
    else sortie();
  });

  if (!estFiltree(selection)) return null;
  return (
    <ul class="jetons" ref={liste} aria-label="Filtres choisis">
      {jetons.map(({ cle, texte, sans }, i) => (
        <li key={cle}>
          <button
            type="button"
            class="jeton"
            aria-label={`Retirer le filtre ${texte}`}
            onClick={() => {
              retire.current = i;
              changer(sans);
            }}
          >
            {texte}
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <path d="m1 1 8 8M9 1 1 9" />
            </svg>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          class="lien-bouton"
          onClick={() => {
            retire.current = 0;
            changer(effacer(selection));
          }}
        >
          Tout effacer
        </button>
      </li>
    </ul>
  );
}
