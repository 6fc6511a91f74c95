import type { CelluleDeTableau, Figure } from '../figure.ts';

/** Les quatre dessins d’une note, dans l’ordre : les élèves, l’offre, le besoin. */
const DESSINS = ['secteurs', 'tailles', 'besoins', 'ouvertures'];
/** Les phrases de ce qui a changé. */
const CHANGEMENTS = ['changements', 'franchies'];
const OUVERTURES = 'ouvertures';

/** Une ouverture possible, et le nombre d’élèves à réunir. */
export interface OuvertureDeNote {
  readonly code: string;
  readonly intitule: string;
  /** « 12 élèves, 8 en alternance seule ». */
  readonly normes: string;
}

/** Un nom de ce qui est apparu, disparu, entré ou sorti. */
export interface ChangementDeNote {
  readonly nom: string;
  readonly quoi: string;
}

/** Ce qu’une note de deux pages dit d’une zone : des figures de sa page, rien d’autre. */
export interface NoteDeZone {
  readonly dessins: readonly Figure[];
  readonly liste: readonly OuvertureDeNote[];
  readonly changements: readonly Figure[];
  readonly noms: readonly ChangementDeNote[];
  readonly tables: readonly string[];
}

const ecrit = (cellule: CelluleDeTableau | undefined): string | null =>
  typeof cellule === 'object' && cellule !== null ? cellule.texte : (cellule ?? null);

function direNormes(pleinExercice: string | null, alternance: string | null): string {
  const dites = [
    pleinExercice && `${pleinExercice} élèves`,
    alternance && `${alternance} en alternance seule`,
  ].filter(Boolean);
  return dites.join(', ') || 'norme non prévue par le texte';
}

/** @param figures toutes celles de la page de la zone */
export function noteDeZone(figures: readonly Figure[]): NoteDeZone {
  const parId = new Map(figures.map((figure) => [figure.id, figure]));
  const prendre = (ids: readonly string[]) => ids.flatMap((id) => parId.get(id) ?? []);
  const changements = prendre(CHANGEMENTS);
  return {
    dessins: prendre(DESSINS),
    changements,
    liste: (parId.get(OUVERTURES)?.listes?.[0]?.rangees ?? []).map(({ cellules }) => ({
      intitule: ecrit(cellules[0]) ?? '',
      code: ecrit(cellules[1]) ?? '',
      normes: direNormes(ecrit(cellules[2]), ecrit(cellules[3])),
    })),
    noms: (changements[0]?.listes?.[0]?.rangees ?? []).map(({ cellules }) => ({
      nom: ecrit(cellules[0]) ?? '',
      quoi: ecrit(cellules[2]) ?? '',
    })),
    tables: [...new Set([...prendre(DESSINS), ...changements].flatMap(({ tables }) => tables))],
  };
}
