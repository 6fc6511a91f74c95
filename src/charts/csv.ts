import type { ColonneCsv, CelluleCsv as Ecrite, RangeeCsv, Variante } from '../domain/csv.ts';
import { enCsv } from '../domain/csv.ts';
import type { CelluleDeTableau, Tableau } from './figure.ts';

/** Ce qui accompagne chaque rangée d’un fichier : il se lit seul. */
export type ColonnesDeContexte = readonly (readonly [colonne: string, valeur: string])[];

const brute = (cellule: CelluleDeTableau | undefined): Ecrite => {
  if (typeof cellule !== 'object' || cellule === null) return cellule ?? null;
  return 'chemin' in cellule || cellule.masques ? cellule.texte : cellule.valeur;
};

/** Un tableau tel qu’un fichier l’écrit : son contexte d’abord, répété à chaque rangée. */
export interface TableauEcrit {
  readonly colonnes: readonly ColonneCsv[];
  readonly rangees: readonly RangeeCsv[];
}

/** Les nombres y sont bruts ; celui qui ne compte pas des effectifs masqués le dit. */
export function ecrireTableau(
  { colonnes, rangees }: Tableau,
  contexte: ColonnesDeContexte,
): TableauEcrit {
  const fixes = Object.fromEntries(contexte);
  return {
    colonnes: [
      ...contexte.map(([nom]) => ({ nom, type: 'texte' as const })),
      ...colonnes.map(({ titre, nombre }) => ({
        nom: titre,
        type: nombre ? ('decimal' as const) : ('texte' as const),
      })),
    ],
    rangees: rangees.map(({ cellules }) => ({
      ...fixes,
      ...Object.fromEntries(colonnes.map(({ titre }, i) => [titre, brute(cellules[i])])),
    })),
  };
}

/** Un tableau en CSV, UTF-8, son contexte répété à chaque rangée : le fichier se lit seul. */
export function csvDuTableau(
  tableau: Tableau,
  contexte: ColonnesDeContexte,
  variante: Variante = 'standard',
): string {
  const { colonnes, rangees } = ecrireTableau(tableau, contexte);
  return enCsv(colonnes, rangees, variante);
}
