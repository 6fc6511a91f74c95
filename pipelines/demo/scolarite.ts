import type { Option } from '../../src/domain/tables/referentiel.ts';
import { DERNIERE, type EntreeDeDemo } from './entree.ts';

/** La première rentrée où le 3e degré commence en 4e (circulaire 9146, § 5.3). */
const REFORME = 2023;
/** Commencées en 4e à la rentrée 2019, à titre expérimental (circulaire 7282, ch. VII.2). */
const EXPERIMENTALES = new Set(['2901', '4208', '4313']);

/** Les années d’étude d’une option, rentrée par rentrée. */
export interface Scolarite {
  /** Les années d’étude qui comptent des élèves à cette rentrée. */
  annees(option: Option, rentree: number): number[];
  /** La rentrée où les élèves de cette année d’étude sont entrés dans l’option. */
  entree(option: Option, rentree: number, annee: number): number;
  /** Les codes qui tenaient la 6e en 2019-2020, tant que l’option CPU montait de la 4e. */
  anciennes(code: string): readonly string[];
}

/**
 * Hypothèses : les options CPU courent sur 4-5-6 depuis la rentrée 2018 (2019 pour trois
 * d’entre elles) ; les autres du 3e degré commençaient en 5e et commencent en 4e depuis 2023, où
 * la 5e et la 6e achèvent l’ancien régime ; le 2e degré perd alors sa 4e. Une formation article 45
 * ou en urgence court sur 4-5-6, comme à l’écran de l’OAD. Une création, ou le nouveau code d’une
 * transformation de 2025, n’a pas encore d’élèves ; l’ancien code en a.
 */
export function lireScolarite({ options, successions }: EntreeDeDemo): Scolarite {
  const depuis = (texte: string | null): number => Number(texte?.slice(0, 4) ?? 0);
  const futures = new Set<string>();
  const closes = new Set<string>();
  const sorties = new Set<string>();
  const anciennes = new Map<string, string[]>();
  for (const succession of successions) {
    const { ancien, nouveau } = succession;
    sorties.add(ancien);
    if (depuis(succession.depuis) > DERNIERE) futures.add(nouveau);
    else closes.add(ancien);
    if (depuis(succession.depuis) === 2018) {
      anciennes.set(nouveau, [...(anciennes.get(nouveau) ?? []), ancien]);
    }
  }

  const premiereEn4e = (code: string): number => {
    if (anciennes.has(code)) return 2018;
    return EXPERIMENTALES.has(code) ? 2019 : REFORME;
  };
  const entree = ({ code_obg, annees, regime }: Option, rentree: number, annee: number): number => {
    if (annees === '7') return rentree;
    if (annees?.startsWith('3')) return rentree - (annee - 3);
    const par4e = rentree - (annee - 4);
    if (regime !== 'art49' || par4e >= premiereEn4e(code_obg)) return par4e;
    return annee === 5 ? Math.min(rentree, REFORME - 1) : rentree - (annee - 5);
  };
  const cours = (option: Option, rentree: number): number[] => {
    if (option.annees === '7') return [7];
    if (option.annees === '3') return rentree < REFORME ? [3, 4] : [3];
    if (option.annees === '3-4-5-6') return [3, 4, 5, 6];
    if (option.regime !== 'art49') return [4, 5, 6];
    const premiere = premiereEn4e(option.code_obg);
    if (premiere < REFORME) return [4, 5, 6].filter((annee) => rentree - (annee - 4) >= premiere);
    return rentree < REFORME ? [5, 6] : [4, 5, 6];
  };
  const vides = new Set(
    options
      .filter(({ code_obg: code, statut }) => {
        const sansSuite = statut === 'extinction' && !sorties.has(code);
        return statut === 'creee' || futures.has(code) || closes.has(code) || sansSuite;
      })
      .map(({ code_obg }) => code_obg),
  );
  return {
    annees: (option, rentree) => (vides.has(option.code_obg) ? [] : cours(option, rentree)),
    entree,
    anciennes: (code) => anciennes.get(code) ?? [],
  };
}
