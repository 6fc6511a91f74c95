import { nettoyer } from '../../domain/fichier-recu.ts';
import type { Rangee } from '../base.ts';

/** Un effectif que la source tait, et ce qu’elle en dit : un élève au moins, jamais zéro. */
export interface Tu {
  readonly auMoins: number;
  /** `null` : elle n’en dit pas de maximum. */
  readonly auPlus: number | null;
}

const MOINS = /^(?:<|‹|＜|moins d[e’']|inf(?:[ée]rieurs?)?\.? à|less than) ?(\d{1,6})$/i;
const AU_PLUS =
  /^(?:≤|⩽|<=|=<|au (?:plus|maximum)|max(?:imum)?\.?|jusqu[’']?à|inf(?:[ée]rieurs?)? ou [ée]ga(?:l|ux)s? à) ?(\d{1,6})$/i;
const OU_MOINS = /^(\d{1,6}) (?:ou|et) moins$|^(\d{1,6}) (?:au plus|maximum|max\.?)$/i;
const ENTRE = /^\[?(?:de |entre )?(\d{1,6}) ?(?:-|–|—|\.\.\.?|…|à|a|et|;) ?(\d{1,6})\]?$/i;
const PLUS = /^(?:>|＞|plus d[e’']|sup(?:[ée]rieurs?)?\.? à) ?(\d{1,6})$/i;
const AU_MOINS = /^(?:≥|⩾|>=|=>|au (?:moins|minimum)|min(?:imum)?\.?) ?(\d{1,6})$/i;
const OU_PLUS = /^(\d{1,6}) ?(?:\+|(?:ou|et) plus)$/i;
const SECRET =
  /^(?:c|s|conf(?:id(?:entiel)?)?\.?|secret(?: statistique)?|masqu[ée]s?|prot[ée]g[ée]s?)$/i;

const nombreDe = (texte: string, forme: RegExp): number | null => {
  const trouve = forme.exec(texte);
  const chiffres = trouve?.slice(1).find((groupe) => groupe !== undefined);
  return chiffres === undefined ? null : Number(chiffres);
};

/**
 * Ce que la source dit d’un effectif qu’elle tait : « <5 », « moins de 5 », « ≤ 4 », « 1-4 »,
 * « 10 et plus », « confidentiel ». `null` : ce n’en est pas un, ou il pourrait être zéro.
 */
export function lireTu(brut: string): Tu | null {
  const texte = nettoyer(brut).replace(/ (élèves?|eleves?|inscrits?)$/i, '');
  if (SECRET.test(texte)) return { auMoins: 1, auPlus: null };
  const sous = nombreDe(texte, MOINS);
  const plafond =
    sous === null ? (nombreDe(texte, AU_PLUS) ?? nombreDe(texte, OU_MOINS)) : sous - 1;
  if (plafond !== null) return plafond >= 1 ? { auMoins: 1, auPlus: plafond } : null;
  const sur = nombreDe(texte, PLUS);
  const plancher = sur === null ? (nombreDe(texte, AU_MOINS) ?? nombreDe(texte, OU_PLUS)) : sur + 1;
  if (plancher !== null) return plancher >= 1 ? { auMoins: plancher, auPlus: null } : null;
  const [, de, a] = ENTRE.exec(texte) ?? [];
  const [moins, plus] = [Number(de), Number(a)];
  return de !== undefined && moins >= 1 && plus > moins ? { auMoins: moins, auPlus: plus } : null;
}

/** Les cellules d’un effectif : un nombre, ou vide et ses bornes. */
export const enEffectif = (lu: number | Tu | null) => {
  const tu = typeof lu === 'object' ? lu : null;
  return {
    eleves: typeof lu === 'number' ? lu : null,
    eleves_au_moins: tu && tu.auMoins > 1 ? tu.auMoins : null,
    eleves_au_plus: tu?.auPlus ?? null,
  };
};

/** Ce qu’une rangée compte : au moins, et au plus si on le sait. */
export const etendueDe = (rangee: Rangee, colonne: string): readonly [number, number] => {
  const valeur = rangee[colonne];
  if (typeof valeur === 'number') return [valeur, valeur];
  const moins = rangee[`${colonne}_au_moins`] ?? 1;
  return [Number(moins), Number(rangee[`${colonne}_au_plus`] ?? Number.POSITIVE_INFINITY)];
};

/** Deux effectifs de même clé ajoutés : la somme, ou ses bornes si l’un des deux est tu. */
export function ajouterEffectifs(colonne: string, une: Rangee, autre: Rangee): Rangee {
  const [a, b] = [une[colonne], autre[colonne]];
  if (typeof a === 'number' && typeof b === 'number') return { ...une, [colonne]: a + b };
  const [[moinsA, plusA], [moinsB, plusB]] = [etendueDe(une, colonne), etendueDe(autre, colonne)];
  const plus = plusA + plusB;
  const tu = { auMoins: moinsA + moinsB, auPlus: Number.isFinite(plus) ? plus : null };
  return { ...une, ...enEffectif(tu) };
}
