import { nettoyer } from './fichier-recu.ts';
import type { Tu } from './tu.ts';

const MOINS = /^(?:<|‹|＜|moins d[e’']|inf(?:[ée]rieurs?)?\.? à|less than) ?(\d{1,6})$/i;
const AU_PLUS =
  /^(?:≤|⩽|<=|=<|au (?:plus|maximum)|max(?:imum)?\.?|jusqu[’']?à|inf(?:[ée]rieurs?)? ou [ée]ga(?:l|ux)s? à) ?(\d{1,6})$/i;
const OU_MOINS = /^(\d{1,6}) (?:ou|et) moins$|^(\d{1,6}) (?:au plus|maximum|max\.?)$/i;
/** « 12 et 14 », « 12 ; 14 » sont deux effectifs, et « 04-05 » une date : pas ceux-là. */
const ENTRE =
  /^(?:de )?([1-9]\d{0,5}) ?(?:-|–|—|\.\.\.?|…|à|a) ?([1-9]\d{0,5})$|^entre ([1-9]\d{0,5}) et ([1-9]\d{0,5})$|^\[([1-9]\d{0,5}) ?[-;,] ?([1-9]\d{0,5})\]$/i;
const PLUS = /^(?:>|＞|plus d[e’']|sup(?:[ée]rieurs?)?\.? à) ?(\d{1,6})$/i;
const AU_MOINS = /^(?:≥|⩾|>=|=>|au (?:moins|minimum)|min(?:imum)?\.?) ?(\d{1,6})$/i;
const OU_PLUS = /^(\d{1,6}) ?(?:\+|(?:ou|et) plus)$/i;
const SECRET =
  /^(?:c|s|conf(?:id(?:entiel)?)?\.?|secret(?: statistique)?|masqu[ée]s?|prot[ée]g[ée]s?|n\.? ?c\.?|non communiqu[ée]e?s?)$/i;

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
  const [moins = 0, plus = 0] = (ENTRE.exec(texte) ?? [])
    .slice(1)
    .filter((borne) => borne !== undefined)
    .map(Number);
  return plus > moins ? { auMoins: moins, auPlus: plus } : null;
}

const SANS_NOMBRE =
  /^(?:[-–—_.…*/?:x×]*|\(vide\)|n[./]? ?[adr]\.?|s[./]? ?o\.?|(?:donn[ée]es? )?(?:non|pas) (?:disponible|connu|renseign|diffus|publi|d[ée]termin|transmis|encod).*|inconnue?s?|manquante?s?|indisponibles?|sans objet|null|nan|none|vide)$/i;
const DES_ZERO = /^(?:[<≤‹]|moins de|au plus|max\.?) ?[01]$|^0 ?(?:-|–|—|à|a) ?\d{1,6}$/i;

/** « - », « n/a », « non communiqué », « 0-4 » ou rien : un effectif que la source ne donne pas, zéro peut-être. */
export const estAbsent = (brut: string): boolean => {
  const texte = nettoyer(brut);
  return SANS_NOMBRE.test(texte) || DES_ZERO.test(texte);
};
