import type { Cellule, Tableau } from './figure.ts';

/** Ce qui accompagne chaque rangée d’un fichier : il se lit seul. */
export type Contexte = readonly (readonly [colonne: string, valeur: string])[];

const SAUT = '\r\n';

const citer = (texte: string): string =>
  /["\r\n,]|^\s|\s$/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;

const ecrire = (cellule: Cellule): string => {
  if (cellule === null) return '';
  return typeof cellule === 'string' ? cellule : String(cellule.valeur);
};

/** Un tableau en CSV (RFC 4180, UTF-8, nombres bruts), son contexte répété à chaque rangée. */
export function enCsv({ colonnes, rangees }: Tableau, contexte: Contexte): string {
  const ligne = (cellules: readonly string[]): string => cellules.map(citer).join(',') + SAUT;
  return [
    ligne([...contexte.map(([nom]) => nom), ...colonnes.map(({ titre }) => titre)]),
    ...rangees.map(({ cellules }) =>
      ligne([...contexte.map(([, valeur]) => valeur), ...cellules.map(ecrire)]),
    ),
  ].join('');
}
