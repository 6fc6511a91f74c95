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

const MOIS = 'janv|f[ée]vr?|mars|avr|mai|juin|juil|ao[ûu]t|sept?|oct|nov|d[ée]c|feb|apr|may|aug';
/**
 * Ce qu’un tableur lit comme une date, une heure, une fraction ou un nombre : « 4-5-6 », « 007 » ;
 * une vraie date, « 2026-11-29 », peut le rester.
 */
const CHANGEANTES: readonly RegExp[] = [
  /^(?!\d{4}-(?:\d{4}|\d\d-\d\d)$)\d{1,4}(\s?[-/.]\s?\d{1,4}){1,2}$/,
  new RegExp(`^(\\d{1,2}[\\s./-]+)?(${MOIS})[a-zéû]*\\.?([\\s./-]+\\d{1,4})?$`, 'i'),
  /^\d+[.,]?\d*e[+-]?\d+$/i,
  /^0\d+$|^\d{16,}$/,
  /^\d{1,2}([:h]\d{2}){1,2}$/i,
  /^\d{1,3}([\s.,]\d{3})+$/,
  /^(?!\d+$)\(?\d[\d.,]*\)?\s?[%€$]?$/,
  /^[€$£]\s?\d[\d.,]*$/,
  /^\d+\s\d+\/\d+$/,
  /^(vrai|faux|true|false)$/i,
];

const seLitAutrement = (texte: string): boolean =>
  texte.length <= 40 && CHANGEANTES.some((forme) => forme.test(texte));

/** Un texte qu’aucun tableur ne prend pour une formule : une apostrophe le précède. */
export const neutraliserFormule = (texte: string): string =>
  FORMULE.test(texte) ? `'${texte}` : texte;

/** Le texte d’avant l’apostrophe qu’un export a mise devant lui. */
export function retablir(texte: string): string {
  if (!texte.startsWith("'")) return texte;
  const reste = texte.slice(1);
  return FORMULE.test(reste) || seLitAutrement(reste) ? reste : texte;
}

function ecrire(valeur: CelluleCsv, variante: Variante): string {
  if (valeur === null) return '';
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (typeof valeur === 'string') {
    const change = variante === 'excel' && seLitAutrement(valeur);
    return change ? `'${valeur}` : neutraliserFormule(valeur);
  }
  return variante === 'excel' ? String(valeur).replace('.', ',') : String(valeur);
}

function citer(texte: string, delimiteur: string): string {
  const aCiter = texte.includes(delimiteur) || /["\r\n]|^\s|\s$/.test(texte);
  return aCiter ? `"${texte.replaceAll('"', '""')}"` : texte;
}

/**
 * Écrit un CSV en UTF-8.
 * @param variante `excel` ajoute la marque d’ordre des octets, sépare par `;`, met des virgules
 * décimales, et une apostrophe devant les textes qu’un tableur lirait comme une date ou un nombre
 */
export function enCsv(
  colonnes: readonly ColonneCsv[],
  rangees: Iterable<RangeeCsv>,
  variante: Variante = 'standard',
): string {
  const delimiteur = DELIMITEUR[variante];
  const ligne = (cellules: readonly string[]) =>
    cellules.map((cellule) => citer(cellule, delimiteur)).join(delimiteur) + SAUT;
  const morceaux = [
    variante === 'excel' ? '\uFEFF' : '',
    ligne(colonnes.map(({ nom }) => neutraliserFormule(nom))),
  ];
  for (const rangee of rangees) {
    morceaux.push(ligne(colonnes.map(({ nom }) => ecrire(rangee[nom] ?? null, variante))));
  }
  return morceaux.join('');
}
