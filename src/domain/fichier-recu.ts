import { anneeScolaireDe } from './annees.ts';
import { plat } from './recherche/texte.ts';

/** Les titres sous lesquels un fichier d’élèves porte ses colonnes, à l’import comme au dossier. */
export const TITRES_DE_COLONNES = {
  code: ['code OBG', 'OBG', 'numéro OBG', 'code option', 'option', 'code de l’option'],
  /** S’il n’y a rien de mieux : un « code » peut être celui d’autre chose, et ses valeurs le disent. */
  codeAussi: ['code'],
  eleves: [
    ...['élèves', 'nombre d’élèves', 'nb élèves', 'nb d’élèves', 'effectif', 'effectifs'],
    ...['nombre élèves', 'élèves inscrits', 'nombre total d’élèves'],
  ],
  /** S’il n’y a rien de mieux. */
  elevesAussi: ['nombre', 'population'],
  mode: ['mode', 'filière', 'PE/ALT', 'plein exercice ou alternance'],
} as const;

/** « % élèves », « ♀ élèves » ou « Δ élèves » ne sont pas « élèves » : ces signes-là comptent. */
const SIGNES = /[%‰\p{Script=Greek}]|(?![°№|])[\p{Sm}\p{Sc}\p{So}]/gu;

/** Accents, casse, ponctuation, « n° » et « ndeg » ne comptent pas. */
export const clef = (nom: string): string =>
  plat(nettoyer(nom).replace(SIGNES, ' signe '))
    .replace(/\b(ndeg|no|numero)\b/g, 'n')
    .replace(/\b(de|du|des|d|la|le|les|l)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** La lettre qu’un tableur donne à une colonne, d’après sa place à partir de 0 : A, Z, AA. */
export const lettreDeColonne = (place: number): string =>
  (place < 26 ? '' : lettreDeColonne(Math.floor(place / 26) - 1)) +
  String.fromCharCode(65 + (place % 26));

/** Plein exercice ou alternance ; `null` : ni l’un ni l’autre. */
export function modeDe(texte: string): 'PE' | 'ALT' | null {
  const dit = plat(texte);
  if (/^(p ?e|plein exercice)$/.test(dit)) return 'PE';
  return /^(alt|alternance|cefa|art(icle)? ?45)$/.test(dit) ? 'ALT' : null;
}

/** Une cellule qu’Excel a changée, et ce qu’il faut faire. */
export class CelluleAbimee extends Error {
  override name = 'CelluleAbimee';
  readonly valeur: string;

  constructor(valeur: string, message: string) {
    super(message);
    this.valeur = valeur;
  }
}

const MOIS = '(?:janv?|f[ée]vr?|mars?|avr|mai|juin|juil|ao[ûu]t|sept?|oct|nov|d[ée]c)[a-zéû]*\\.?';
/** « avr-05 », « 05-avr », « 5/04/2024 », « 2024-04-05 », « 04-05 » : le jour d’un mois. */
const DATES: readonly RegExp[] = [
  new RegExp(`^(?:\\d{1,2}[-/. ])?${MOIS}(?:[-/. ]\\d{1,4})?$`, 'i'),
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$|^(?:19|20)\d\d-\d\d-\d\d(?:[ T][\d:.]+Z?)?$/,
  /^0\d[-/]\d{1,2}$|^\d{1,2}[-/]0\d$/,
];
/** Plus long, un texte n’est ni une date ni un nombre qu’Excel aurait changé. */
const LONGUEUR = 40;
const SCIENTIFIQUE = /^\d+[.,]?\d*e\+\d+$/i;

/**
 * Toute espace, insécable ou fine, en vaut une ordinaire ; celles qui n’ont pas de chasse partent.
 * « ="0401" », qui force un tableur à lire un texte, vaut « 0401 ».
 */
export const nettoyer = (texte: string): string =>
  texte
    .replace(/[\u00ad\u200b-\u200f\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^="([^"]*)"$/, '$1');

/** L’apostrophe droite devient typographique : un même nom ne s’écrit que d’une façon. */
export const apostrophe = (texte: string): string => nettoyer(texte).replaceAll("'", '’');

/** Ce qu’Excel a fait d’une cellule, ou `null` s’il ne l’a pas touchée. */
export function degat(texte: string): string | null {
  if (texte.length > LONGUEUR) return null;
  if (texte.startsWith('=')) {
    return `la formule « ${texte} » n’a pas de valeur gardée. Enregistrez le classeur dans un tableur pour calculer les formules.`;
  }
  if (/^#[\p{L}\d/]+[!?]?$/u.test(texte)) {
    return `la formule de cette cellule donne l’erreur « ${texte} ». Corrigez-la dans le tableur.`;
  }
  if (/\d/.test(texte) && DATES.some((date) => date.test(texte)))
    return `Excel a lu une date dans « ${texte} ». Rendez la colonne en texte et ressaisissez.`;
  if (SCIENTIFIQUE.test(texte)) {
    return `Excel a écrit « ${texte} » en notation scientifique. Rendez la colonne en texte et ressaisissez.`;
  }
  return null;
}

/** `1.000` et `2,000` : un millier ou une décimale, que rien ne départage. */
const MILLE_OU_UN = /^[1-9]\d{0,2}([.,])\d{3}$/;
/** Des groupes de trois chiffres qui n’ont qu’une lecture : « 1 234 », « 1’234,0 », « 1.234.567 », « 1.234,00 ». */
const GROUPES: readonly RegExp[] = [
  /^([1-9]\d{0,2}(?:[ '’]\d{3})+)([.,]\d+)?$/,
  /^([1-9]\d{0,2}(?:\.\d{3}){2,}|[1-9]\d{0,2}(?:,\d{3}){2,})$/,
  /^([1-9]\d{0,2}(?:\.\d{3})+)(,\d+)$/,
  /^([1-9]\d{0,2}(?:,\d{3})+)(\.\d+)$/,
];

function sansGroupes(propre: string): string {
  for (const groupes of GROUPES) {
    const [, entier, fraction = ''] = groupes.exec(propre) ?? [];
    if (entier !== undefined) return entier.replace(/\D/g, '') + fraction;
  }
  return propre;
}

/** Les deux lectures d’un nombre, et le signe dont elles dépendent ; `null` s’il n’en a qu’une. */
export function deuxLectures(texte: string) {
  const propre = nettoyer(texte);
  const signe = propre.match(MILLE_OU_UN)?.[1];
  if (signe === undefined) return null;
  return { signe, mille: propre.replace(signe, ''), un: propre.replace(/[.,]0+$/, '') };
}

/** « 12 / 14 », « 12 + 14 », « 12 (3) » ou « 12 (dont 3 filles) ». */
const DEUX_COMPTES =
  /^(\d{1,6}) ?(?:[/+&;|]|et|ou) ?(\d{1,6})$|^(\d{1,6}) ?(?:\(|,? ?dont |\( ?dont )(\d{1,6})(?: [\p{L} ]{1,20})? ?\)?$/u;

/** Les deux nombres d’une cellule qui en tient deux ; `null` : elle n’en tient pas deux. */
export function deuxComptes(texte: string): readonly [premier: number, second: number] | null {
  const [premier, second] = (DEUX_COMPTES.exec(nettoyer(texte)) ?? [])
    .slice(1)
    .filter((groupe) => groupe !== undefined);
  return premier === undefined || second === undefined ? null : [Number(premier), Number(second)];
}

/**
 * Un nombre entier écrit par un tableur : `31`, `31.0`, `1 234`, `1.234.567`.
 * @throws CelluleAbimee si Excel l’a changé en date, en puissance de dix ou en décimal, ou s’il se
 * lit de deux façons
 */
export function lireEntier(texte: string): string {
  const propre = nettoyer(texte);
  const abime = degat(propre);
  if (abime) throw new CelluleAbimee(propre, abime);
  const nombre = sansGroupes(propre);
  const fraction = nombre.match(/^(\d+)[.,](\d+)$/);
  if (!fraction) return nombre;
  const double = deuxLectures(nombre);
  if (double) {
    const raison = `« ${texte} » se lit ${double.mille} ou ${double.un}. Écrivez-le sans point ni virgule.`;
    throw new CelluleAbimee(propre, raison);
  }
  if (/^0+$/.test(fraction[2] ?? '')) return fraction[1] ?? '';
  throw new CelluleAbimee(propre, `« ${texte} » n’est pas un nombre entier.`);
}

/**
 * Un nombre décimal, avec une virgule ou un point.
 * @throws CelluleAbimee si Excel l’a changé en date
 */
export function lireDecimal(texte: string): string {
  const propre = nettoyer(texte);
  const abime = degat(propre);
  if (abime) throw new CelluleAbimee(propre, abime);
  return propre.replace(/^(-?\d+),(\d+)$/, '$1.$2');
}

/** Un code de longueur fixe dont Excel a pu ôter les zéros du début. */
export function zerosPerdus(texte: string, chiffres: number): string | null {
  const propre = lireEntier(texte);
  return /^\d+$/.test(propre) && propre.length < chiffres ? propre.padStart(chiffres, '0') : null;
}

/** `2023/24`, `2023-24` et « AS 2023-2024 » deviennent `2023-2024` ; une année seule reste seule. */
export function anneeScolaire(texte: string): string {
  const propre = nettoyer(texte).replace(/(?<=^20\d\d)\.0$/, '');
  const lue = propre.match(
    /^(?:(?:as|ann[ée]e scolaire) ?:? ?)?(20\d\d)\s*[-/–_]\s*(?:20)?(\d\d)$/i,
  );
  return lue ? `${lue[1]}-20${lue[2]}` : propre;
}

/** Les deux années scolaires d’une année seule : celle où elle commence, celle où elle finit. */
export function deuxAnnees(seule: string): { debut: string; fin: string } | null {
  if (!/^20\d\d$/.test(seule)) return null;
  const annee = Number(seule);
  return { debut: anneeScolaireDe(annee), fin: anneeScolaireDe(annee - 1) };
}

/** `4`, `4.0`, `4e`, `4ème`, `4e année`, `4P` ou `5TQ` : l’année d’étude. */
export const anneeDEtude = (texte: string): number => {
  const lue = plat(texte).match(
    /^([1-7])( 0)?( ?(e|eme|ere|p|tq|aq|tt|g))?( annee( d etudes?)?)?$/,
  );
  return lue ? Number(lue[1]) : Number.NaN;
};
