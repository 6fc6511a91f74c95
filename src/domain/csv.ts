import type { ColonneDuManifeste } from './manifeste.ts';

export type CelluleCsv = string | number | boolean | null;
export type RangeeCsv = Readonly<Record<string, CelluleCsv>>;

/** Ce qu’il faut savoir d’une colonne pour l’écrire. */
export type ColonneCsv = Pick<ColonneDuManifeste, 'nom' | 'type'>;

/** `standard` : RFC 4180 ; `excel` : ce qu’un Excel réglé en français ouvre d’un double clic. */
export type Variante = 'standard' | 'excel';

const DELIMITEUR: Record<Variante, string> = { standard: ',', excel: ';' };
const SAUT = '\r\n';

/** Un tableur exécuterait ce qui commence ainsi ; l’apostrophe y est pour pouvoir revenir. */
const FORMULE = /^['=+\-@\t\r\n]/;

/** Un texte qu’aucun tableur ne prend pour une formule : une apostrophe le précède. */
export const neutraliserFormule = (texte: string): string =>
  FORMULE.test(texte) ? `'${texte}` : texte;

/** Le texte d’avant `neutraliser`. */
export const retablir = (texte: string): string =>
  texte.startsWith("'") && FORMULE.test(texte.slice(1)) ? texte.slice(1) : texte;

function ecrire(valeur: CelluleCsv, variante: Variante): string {
  if (valeur === null) return '';
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (typeof valeur === 'string') return neutraliserFormule(valeur);
  return variante === 'excel' ? String(valeur).replace('.', ',') : String(valeur);
}

function citer(texte: string, delimiteur: string): string {
  const aCiter = texte.includes(delimiteur) || /["\r\n]|^\s|\s$/.test(texte);
  return aCiter ? `"${texte.replaceAll('"', '""')}"` : texte;
}

/**
 * Écrit un CSV en UTF-8.
 * @param variante `excel` ajoute la marque d’ordre des octets, sépare par `;` et met des virgules
 * décimales
 */
export function enCsv(
  colonnes: readonly ColonneCsv[],
  rangees: Iterable<RangeeCsv>,
  variante: Variante = 'standard',
): string {
  const delimiteur = DELIMITEUR[variante];
  const ligne = (cellules: readonly string[]) =>
    cellules.map((cellule) => citer(cellule, delimiteur)).join(delimiteur) + SAUT;
  const morceaux = [variante === 'excel' ? '\uFEFF' : '', ligne(colonnes.map(({ nom }) => nom))];
  for (const rangee of rangees) {
    morceaux.push(ligne(colonnes.map(({ nom }) => ecrire(rangee[nom] ?? null, variante))));
  }
  return morceaux.join('');
}
