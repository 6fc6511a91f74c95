import { MASQUE } from '../../phrases/effectif.ts';
import { decimal, entier, part, rapport } from '../../phrases/nombres.ts';
import type { Nombre } from '../../phrases/phrase.ts';
import type { PopulationNommee } from '../../phrases/population.ts';

export type EcritureDeNombre = 'entier' | 'decimal' | 'part';

/**
 * Ce que compte une zone : le dénominateur est vide quand on ne divise pas. Les effectifs masqués
 * sont ceux que le numérateur ne compte pas ; sans numérateur, l’édition ne le publie pas.
 */
export type CompteDeZone = readonly [
  numerateur: number | null,
  denominateur: number | null,
  masques?: number | undefined,
];

/** Un indicateur dans toutes les zones, prêt à voyager jusqu’au navigateur. */
export interface Serie {
  readonly cle: string;
  readonly titre: string;
  readonly ecriture: EcritureDeNombre;
  /** Ce que compte le dénominateur : « élèves de la 3e à la 7e ». */
  readonly sur?: string;
  /** Les options qu’il compte. */
  readonly population?: PopulationNommee;
  /** Dans l’ordre des zones de l’édition. */
  readonly comptes: readonly CompteDeZone[];
  /** Les mêmes, chaque code sous son seul nom ; absents quand rien n’y réunit d’anciens codes. */
  readonly seuls?: readonly CompteDeZone[];
  readonly tables: readonly string[];
}

export interface ZoneDeSerie {
  readonly zone: number;
  readonly nom: string;
  readonly slug: string;
}

/** Une zone au moins en a le compte. */
export const estSue = ({ comptes }: Pick<Serie, 'comptes'>): boolean =>
  comptes.some(([numerateur]) => numerateur !== null);

const SEULES: Readonly<Partial<Record<PopulationNommee, PopulationNommee>>> = {
  toutesReunies: 'toutesSeules',
  organisablesReunies: 'organisablesSeules',
};

/** L’indicateur sans les anciens codes : chaque option n’y compte que sous son propre code. */
export function sousSonSeulCode(serie: Serie): Serie {
  const population = serie.population && SEULES[serie.population];
  return serie.seuls && population ? { ...serie, comptes: serie.seuls, population } : serie;
}

const ECRIRE = { entier, decimal, part } as const;
/** Une moyenne de petits comptes garde une décimale. */
const PETIT = 100;

const valeurDe = ([n, d]: CompteDeZone): number | null =>
  n === null || d === null ? n : rapport(n, d);

/** Une somme sans ses effectifs masqués est un minimum ; une part se lit sur ce qui est publié. */
function nombre(cle: string, valeur: number, ecriture: EcritureDeNombre, masques: number): Nombre {
  const texte = ECRIRE[ecriture](valeur);
  if (masques === 0 || (ecriture === 'part' && valeur > 0)) return { cle, valeur, texte };
  return { cle, valeur, texte: valeur === 0 ? MASQUE : `au moins ${texte}`, masques };
}

/** La valeur d’une zone ; `null` quand il n’y a rien à diviser. */
export function valeur(serie: Serie, rang: number, slug: string): Nombre | null {
  const compte = serie.comptes[rang];
  const v = compte ? valeurDe(compte) : null;
  return v === null
    ? null
    : nombre(`zones.${slug}.${serie.cle}`, v, serie.ecriture, compte?.[2] ?? 0);
}

/** Les effectifs masqués que des zones ne comptent pas. */
export const masquesDe = ({ comptes }: Serie): number =>
  comptes.reduce((total, [, , masques = 0]) => total + masques, 0);

/** Sur quoi porte la valeur d’une zone. */
export function denominateur(serie: Serie, rang: number, slug: string): Nombre | null {
  const d = serie.comptes[rang]?.[1] ?? null;
  return d === null ? null : { cle: `zones.${slug}.${serie.cle}.sur`, valeur: d, texte: entier(d) };
}

/** La FWB : le rapport des sommes, ou la moyenne par zone, des seules zones qui ont un compte. */
export function moyenneFwb(serie: Serie): Nombre | null {
  const { cle, comptes, ecriture } = serie;
  const connus = comptes.filter(([numerateur]) => numerateur !== null);
  if (connus.length === 0) return null;
  const n = connus.reduce((total, [numerateur]) => total + (numerateur ?? 0), 0);
  const d = connus.reduce((total, [, diviseur]) => total + (diviseur ?? 1), 0);
  const v = rapport(n, d);
  if (v === null) return null;
  const precision = ecriture === 'entier' && v < PETIT ? 'decimal' : ecriture;
  return nombre(`zones.fwb.${cle}`, v, precision, masquesDe(serie));
}

/** La plus grande valeur des zones et de la FWB : l’échelle ne change pas avec le choix. */
const maximumDe = (serie: Serie): number =>
  Math.max(0, moyenneFwb(serie)?.valeur ?? 0, ...serie.comptes.map((c) => valeurDe(c) ?? 0));

/** L’échelle d’une série : la même pour toutes les parts d’un même tout. */
export const maximum = (serie: Serie, voisines: readonly Serie[] = []): number => {
  const memes = voisines.filter(
    ({ ecriture, sur }) => ecriture === 'part' && ecriture === serie.ecriture && sur === serie.sur,
  );
  return Math.max(maximumDe(serie), ...memes.map(maximumDe));
};

/**
 * Une différence, avec son signe ; entre deux parts, en points de pourcentage. Deux sommes dont
 * l’une est un minimum n’en ont pas.
 */
export function difference(cle: string, a: Nombre, b: Nombre, ecriture: EcritureDeNombre): Nombre {
  if (a.masques || b.masques) return { cle, valeur: 0, texte: '–', masques: 1 };
  const v = a.valeur - b.valeur;
  const grand = ecriture === 'entier' && Math.abs(v) >= PETIT;
  const ecart = ecriture === 'part' ? v * 100 : v;
  const texte = (grand || (ecriture === 'entier' && Number.isInteger(v)) ? entier : decimal)(ecart);
  const signe = ecart > 0 && !/^0(,0)?$/.test(texte) ? '+' : '';
  const nul = texte.replace(/^−(0|0,0)$/, '$1');
  return { cle, valeur: v, texte: `${signe}${nul}${ecriture === 'part' ? '\u00a0pt' : ''}` };
}
