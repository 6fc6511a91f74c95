import type { CelluleCsv as Ecrite } from '../domain/csv.ts';
import { enCsv } from '../domain/csv.ts';
import type { CelluleDeTableau, Tableau } from './figure.ts';

/** Ce qui accompagne chaque rangée d’un fichier : il se lit seul. */
export type ColonnesDeContexte = readonly (readonly [colonne: string, valeur: string])[];

const brute = (cellule: CelluleDeTableau | undefined): Ecrite => {
  if (typeof cellule !== 'object' || cellule === null) return cellule ?? null;
  return 'chemin' in cellule || cellule.masques ? cellule.texte : cellule.valeur;
};

/**
 * Un tableau en CSV (RFC 4180, UTF-8), son contexte répété à chaque rangée. Les nombres y sont
 * bruts ; celui qui ne compte pas des effectifs masqués le dit, comme à l’écran.
 */
export function csvDuTableau({ colonnes, rangees }: Tableau, contexte: ColonnesDeContexte): string {
  const fixes = Object.fromEntries(contexte);
  return enCsv(
    [
      ...contexte.map(([nom]) => ({ nom, type: 'texte' })),
      ...colonnes.map(({ titre, nombre }) => ({ nom: titre, type: nombre ? 'decimal' : 'texte' })),
    ],
    rangees.map(({ cellules }) => ({
      ...fixes,
      ...Object.fromEntries(colonnes.map(({ titre }, i) => [titre, brute(cellules[i])])),
    })),
  );
}
