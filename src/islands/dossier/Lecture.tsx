import type { LectureDeCritere as GenreDeLecture } from '../../domain/dossier/lectures.ts';
import { LECTURES_EN_MOTS } from '../../phrases/dossier/mots.ts';

const TRACES: Readonly<Record<GenreDeLecture, string>> = {
  favorable: 'M6 1 11 10H1Z',
  neutre: 'M1 4h10v4H1Z',
  defavorable: 'M6 11 1 2h10Z',
  inconnu: 'M6 1.5a4.5 4.5 0 1 0 .01 0ZM6 3.5a2.5 2.5 0 1 1-.01 0Z',
};

interface Props {
  readonly lecture: GenreDeLecture;
  /** Seule, la forme porte son nom pour qui ne la voit pas. */
  readonly seule?: boolean;
}

/** Une lecture : une forme, et le mot. */
export function Lecture({ lecture, seule = false }: Props) {
  const mot = LECTURES_EN_MOTS[lecture];
  return (
    <span class={`lecture lecture-${lecture}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={TRACES[lecture]} fill-rule="evenodd" />
      </svg>
      <span class={seule ? 'visuellement-cache' : ''}>{mot}</span>
    </span>
  );
}
