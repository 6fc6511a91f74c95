import { plat } from '../recherche/texte.ts';

export type TypeDepose = 'entier' | 'decimal' | 'texte';

export interface ColonneDeposee {
  readonly nom: string;
  readonly type: TypeDepose;
}

/** Un tableau déposé dans la page : ses colonnes, et ses valeurs telles que le moteur les lira. */
export interface TableDeposee {
  readonly nom: string;
  readonly colonnes: readonly ColonneDeposee[];
  readonly rangees: readonly (readonly (string | null)[])[];
  /** La ligne du fichier où sont les titres, à partir de 1. */
  readonly titres: number;
}

const NOM_MAX = 48;

/** Les mots que le SQL garde pour lui : une table ou une colonne de ce nom se citerait. */
const RESERVES = new Set(
  'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create current_date current_time current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign from grant group having in initially intersect into is join lateral leading limit localtime localtimestamp not null offset on only or order placing primary qualify references returning select session_user some symmetric table then to trailing true union unique user using variadic when where window with'.split(
    ' ',
  ),
);

/** Un nom de table, ou de colonne, sans rien à citer : « Élèves 2024 » → `eleves_2024`. */
export function nomSql(texte: string, defaut: string): string {
  const nom = plat(texte).replaceAll(' ', '_').slice(0, NOM_MAX);
  if (nom === '') return defaut;
  if (RESERVES.has(nom)) return `${nom}_`;
  return /^\d/.test(nom) ? `_${nom}` : nom;
}

/** Chaque nom une fois : le deuxième « total » devient `total_2`. */
export function unefois(noms: readonly string[], pris: Iterable<string> = []): string[] {
  const vus = new Set(pris);
  return noms.map((nom) => {
    let libre = nom;
    for (let i = 2; vus.has(libre); i += 1) libre = `${nom}_${i}`;
    vus.add(libre);
    return libre;
  });
}

/** Ceux qu’un entier de 32 bits tient toujours. */
const ENTIER = /^-?(0|[1-9]\d{0,8})$/;
const DECIMAL = /^-?(0|[1-9]\d{0,14})([.,]\d+)?$/;
/** « 1.000 » est mille ou un : rien ne le dit, et la colonne reste du texte. */
const AMBIGU = /^-?[1-9]\d{0,2}([.,]\d{3})+$/;

const chiffres = (texte: string): string =>
  texte.replace(/(\d)[\u00a0\u202f ](?=\d{3}(\D|$))/g, '$1');

/** Le type d’une colonne : un nombre si tout s’y lit d’une seule façon ; un code à zéros reste un texte. */
function typeDe(valeurs: readonly string[]): TypeDepose {
  const lues = valeurs.filter((valeur) => valeur !== '').map(chiffres);
  if (lues.length === 0) return 'texte';
  if (lues.every((lue) => ENTIER.test(lue))) return 'entier';
  return lues.every((lue) => DECIMAL.test(lue)) && !lues.some((lue) => AMBIGU.test(lue))
    ? 'decimal'
    : 'texte';
}

const remplies = (rangee: readonly string[]): number =>
  rangee.filter((cellule) => cellule.trim() !== '').length;

/**
 * Un tableau lu d’un fichier, prêt à devenir une table : la première rangée de deux cellules, ou
 * d’une s’il n’a qu’une colonne, donne les titres ; les rangées vides ne comptent pas.
 * @param nom celui de la table, déjà libre
 * @returns `null` s’il n’y a ni titres ni lignes
 */
export function deposer(nom: string, rangees: readonly (readonly string[])[]): TableDeposee | null {
  const largeur = rangees.reduce((n, rangee) => Math.max(n, remplies(rangee)), 0);
  const titres = rangees.findIndex((rangee) => remplies(rangee) >= Math.min(2, largeur));
  const entetes = rangees[titres];
  const lignes = rangees.slice(titres + 1).filter((rangee) => remplies(rangee) > 0);
  if (!entetes || largeur === 0 || lignes.length === 0) return null;
  const large = lignes.reduce((n, ligne) => Math.max(n, ligne.length), entetes.length);
  const gardees = Array.from({ length: large }, (_, i) => i).filter((i) =>
    [entetes, ...lignes].some((ligne) => (ligne[i] ?? '').trim() !== ''),
  );
  const noms = unefois(gardees.map((i) => nomSql(entetes[i] ?? '', `colonne_${i + 1}`)));
  const valeurs = lignes.map((ligne) => gardees.map((i) => (ligne[i] ?? '').trim()));
  const types = gardees.map((_, rang) => typeDe(valeurs.map((ligne) => ligne[rang] ?? '')));
  const ecrire = (valeur: string, type: TypeDepose | undefined): string | null => {
    if (valeur === '') return null;
    return type === 'texte' ? valeur : chiffres(valeur).replace(',', '.');
  };
  return {
    nom,
    colonnes: noms.map((n, i) => ({ nom: n, type: types[i] ?? 'texte' })),
    rangees: valeurs.map((ligne) => ligne.map((valeur, i) => ecrire(valeur, types[i]))),
    titres: titres + 1,
  };
}
