/** Une cellule qu’Excel a changée, et ce qu’il faut faire. */
export class CelluleAbimee extends Error {
  override name = 'CelluleAbimee';
  readonly valeur: string;

  constructor(valeur: string, message: string) {
    super(message);
    this.valeur = valeur;
  }
}

const MOIS =
  /^(janv|févr|fevr|mars|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec)\.?-(\d{1,2})$/i;
/** Plus long, un texte n’est ni une date ni un nombre qu’Excel aurait changé. */
const LONGUEUR = 40;
const SCIENTIFIQUE = /^\d+[.,]?\d*e\+\d+$/i;

/** Les espaces, insécables comprises, et l’apostrophe typographique sont ramenées à l’ordinaire. */
export const nettoyer = (texte: string): string =>
  texte
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** L’apostrophe droite devient typographique : un même nom ne s’écrit que d’une façon. */
export const apostrophe = (texte: string): string => nettoyer(texte).replaceAll("'", '’');

/** Ce qu’Excel a fait d’une cellule, ou `null` s’il ne l’a pas touchée. */
export function degat(texte: string): string | null {
  if (texte.length > LONGUEUR) return null;
  const mois = texte.match(MOIS);
  if (mois)
    return `Excel a lu une date dans « ${texte} ». Rendez la colonne en texte et ressaisissez.`;
  if (SCIENTIFIQUE.test(texte)) {
    return `Excel a écrit « ${texte} » en notation scientifique. Rendez la colonne en texte et ressaisissez.`;
  }
  return null;
}

/**
 * Un nombre entier écrit par un tableur : `31`, `31.0`, `1 234`.
 * @throws CelluleAbimee si Excel l’a changé en date, en puissance de dix ou en décimal
 */
export function entier(texte: string): string {
  const propre = nettoyer(texte);
  const abime = degat(propre);
  if (abime) throw new CelluleAbimee(propre, abime);
  const nombre = propre.replace(/(?<=\d) (?=\d{3}\b)/g, '');
  const fraction = nombre.match(/^(\d+)[.,](\d+)$/);
  if (!fraction) return nombre;
  if (/^0+$/.test(fraction[2] ?? '')) return fraction[1] ?? '';
  throw new CelluleAbimee(propre, `« ${texte} » n’est pas un nombre entier.`);
}

/**
 * Un nombre décimal, avec une virgule ou un point.
 * @throws CelluleAbimee si Excel l’a changé en date
 */
export function decimal(texte: string): string {
  const propre = nettoyer(texte);
  const abime = degat(propre);
  if (abime) throw new CelluleAbimee(propre, abime);
  return propre.replace(/^(-?\d+),(\d+)$/, '$1.$2');
}

/** Un code de longueur fixe dont Excel a pu ôter les zéros du début. */
export function zerosPerdus(texte: string, chiffres: number): string | null {
  const propre = entier(texte);
  return /^\d+$/.test(propre) && propre.length < chiffres ? propre.padStart(chiffres, '0') : null;
}

/** `2023-2024`, `2023/24`, `2023-24` ou `2023` deviennent `2023-2024`. */
export function anneeScolaire(texte: string): string {
  const lue = nettoyer(texte).match(/^(20\d\d)(?:\s*[-/–]\s*(?:20)?(\d\d))?(?:\.0)?$/);
  if (!lue) return nettoyer(texte);
  const debut = Number(lue[1]);
  return `${debut}-${lue[2] ? `20${lue[2]}` : debut + 1}`;
}
