import { PREMIERE_RENTREE_PEQ, premiereAnnee, rentree } from './annees.ts';
import { type Effectif, estOrganise } from './effectif.ts';

/** Les années d’étude où une option peut avoir des élèves. */
export const ANNEES_D_ETUDE = [3, 4, 5, 6, 7] as const;
export type AnneeDEtude = (typeof ANNEES_D_ETUDE)[number];

const PERSONNE: Effectif = { eleves: 0, masques: 0 };

/** Aucun élève, dans aucune année d’étude. */
export const AUCUN_ELEVE: Readonly<Record<AnneeDEtude, Effectif>> = {
  3: PERSONNE,
  4: PERSONNE,
  5: PERSONNE,
  6: PERSONNE,
  7: PERSONNE,
};

/** Les élèves d’une option, ou de sa lignée, une année scolaire, par année d’étude. */
export interface AnneeComptee {
  readonly anneeScolaire: string;
  /**
   * Les années d’étude des codes de la lignée qui y ont des élèves, quand ce ne sont pas celles de
   * l’option : 8216, en 7e, avant 8217, en 4-5-6-7.
   */
  readonly annees?: string | null;
  readonly parAnnee: Readonly<Record<AnneeDEtude, Effectif>>;
}

/** Deux années scolaires comparées sur les années d’étude comptées aux deux bouts. */
export interface ComparaisonDAnnees {
  /** Les années d’étude comparées, « 5-6 » ; `null` quand les textes ne les disent pas. */
  readonly annees: string | null;
  /** `null` : une partie des élèves est masquée. */
  readonly debut: number | null;
  readonly fin: number | null;
}

/**
 * L’année d’étude d’où une option se compte, une année scolaire, là où l’on regarde : la 4e d’une
 * option 4-5-6 n’entre dans les comptages qu’à la rentrée 2023, sauf là où elle avait déjà des
 * élèves. Source : circulaire 9146, § 5.3.
 */
export function compteDepuis(annees: string | null, annee: AnneeComptee): number | null {
  return premiereAnnee(annees, annee.anneeScolaire, estOrganise(annee.parAnnee[4]));
}

/**
 * L’année d’étude jusqu’où une option se compte : la 4e d’une option du 2e degré, devenue la
 * première des options de trois ans, en sort à la même rentrée, sauf là où elle garde des élèves.
 */
export function compteJusqua(annees: string | null, annee: AnneeComptee): number | null {
  const derniere = annees === null ? null : Number(annees.split('-').at(-1));
  if (derniere !== 3) return derniere;
  const avant = rentree(annee.anneeScolaire) < PREMIERE_RENTREE_PEQ;
  return avant || estOrganise(annee.parAnnee[4]) ? 4 : 3;
}

interface Bornes {
  readonly depuis: number;
  readonly jusqua: number;
}

function bornesDe(annees: string | null, comptees: readonly AnneeComptee[]): Bornes | null {
  const dureeDe = (annee: AnneeComptee) => (annee.annees === undefined ? annees : annee.annees);
  const depuis = comptees.flatMap((annee) => compteDepuis(dureeDe(annee), annee) ?? []);
  const jusqua = comptees.flatMap((annee) => compteJusqua(dureeDe(annee), annee) ?? []);
  if (depuis.length === 0 || jusqua.length === 0) return null;
  return { depuis: Math.max(...depuis), jusqua: Math.min(...jusqua) };
}

const dansLesBornes = (bornes: Bornes | null): readonly AnneeDEtude[] =>
  ANNEES_D_ETUDE.filter((a) => !bornes || (a >= bornes.depuis && a <= bornes.jusqua));

function somme({ parAnnee }: AnneeComptee, bornes: Bornes | null): number | null {
  const gardees = dansLesBornes(bornes).map((annee) => parAnnee[annee]);
  if (gardees.some(({ masques }) => masques > 0)) return null;
  return gardees.reduce((total, { eleves }) => total + eleves, 0);
}

/** Compare deux années scolaires à années d’étude égales. */
export function comparerAnnees(
  annees: string | null,
  debut: AnneeComptee,
  fin: AnneeComptee,
): ComparaisonDAnnees {
  const bornes = bornesDe(annees, [debut, fin]);
  return {
    annees: bornes && dansLesBornes(bornes).join('-'),
    debut: somme(debut, bornes),
    fin: somme(fin, bornes),
  };
}

/** Les années d’étude que compare `comparer` et qui ont un élève à l’un des deux bouts. */
export const anneesComparees = (
  annees: string | null,
  debut: AnneeComptee,
  fin: AnneeComptee,
): readonly AnneeDEtude[] =>
  dansLesBornes(bornesDe(annees, [debut, fin])).filter(
    (a) => estOrganise(debut.parAnnee[a]) || estOrganise(fin.parAnnee[a]),
  );

/**
 * Ce qui se compte chaque année scolaire : deux années de même clé se comparent, un changement de
 * clé coupe la série.
 */
export const periodesDe = (
  annees: string | null,
  comptees: readonly AnneeComptee[],
): readonly string[] => comptees.map((annee) => dansLesBornes(bornesDe(annees, [annee])).join('-'));

/** Les années d’étude de plusieurs codes ensemble ; `null` si les textes ne les disent pas toutes. */
export function dureesReunies(durees: readonly (string | null)[]): string | null {
  const bornes = durees.flatMap((duree) => duree?.split('-') ?? []).map(Number);
  if (durees.includes(null) || bornes.length === 0) return null;
  const [min, max] = [Math.min(...bornes), Math.max(...bornes)];
  return ANNEES_D_ETUDE.filter((annee) => annee >= min && annee <= max).join('-');
}

export type Variation = 'hausse' | 'stable' | 'baisse' | 'nouvelle' | 'disparue';

/** Un dixième d’élèves en plus ou en moins fait une hausse ou une baisse ; rien sans élève. */
export function variation(debut: number, fin: number): Variation | null {
  if (debut === 0 && fin === 0) return null;
  if (debut === 0) return 'nouvelle';
  if (fin === 0) return 'disparue';
  if (fin * 10 >= debut * 11) return 'hausse';
  return fin * 10 <= debut * 9 ? 'baisse' : 'stable';
}
