import { premiereAnnee } from './annees.ts';
import type { Effectif } from './effectif.ts';

/** Les années d’étude où une option peut avoir des élèves. */
export const ANNEES_D_ETUDE = [3, 4, 5, 6, 7] as const;
export type AnneeDEtude = (typeof ANNEES_D_ETUDE)[number];

/** Les élèves d’une option, ou de sa lignée, une année scolaire, par année d’étude. */
export interface AnneeComptee {
  readonly anneeScolaire: string;
  readonly parAnnee: Readonly<Record<AnneeDEtude, Effectif>>;
}

/** Deux années scolaires comparées sur les années d’étude comptées aux deux bouts. */
export interface Comparaison {
  /** L’année d’étude d’où l’on compte ; `null` quand les textes ne disent pas les années. */
  readonly depuis: number | null;
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
  const { eleves, masques } = annee.parAnnee[4];
  return premiereAnnee(annees, annee.anneeScolaire, eleves > 0 || masques > 0);
}

const somme = ({ parAnnee }: AnneeComptee, depuis: number): number | null => {
  const gardees = ANNEES_D_ETUDE.filter((annee) => annee >= depuis).map((a) => parAnnee[a]);
  if (gardees.some(({ masques }) => masques > 0)) return null;
  return gardees.reduce((total, { eleves }) => total + eleves, 0);
};

/** Compare deux années scolaires à années d’étude égales. */
export function comparer(
  annees: string | null,
  debut: AnneeComptee,
  fin: AnneeComptee,
): Comparaison {
  const bouts = [compteDepuis(annees, debut), compteDepuis(annees, fin)];
  const dites = bouts.filter((annee) => annee !== null);
  const depuis = dites.length < 2 ? null : Math.max(...dites);
  return {
    depuis,
    debut: somme(debut, depuis ?? 0),
    fin: somme(fin, depuis ?? 0),
  };
}
