import { enumerer } from './enumerer.ts';
import { entier } from './nombres.ts';

/** Ce qu’une option doit à ses anciens codes, là où on la compte. */
export interface Anciens {
  readonly occurrences: number;
  /** Les occurrences qui ne l’organisent que sous un ancien code. */
  readonly sous_ancien_code: number;
  /** Les anciens codes organisés là, séparés par une espace. */
  readonly anciens: string | null;
}

/** « l’ancien code 2410 », « les anciens codes 2112 et 2113 ». */
export const lesAnciensCodes = (codes: readonly string[]): string =>
  `${codes.length > 1 ? 'les anciens codes' : 'l’ancien code'} ${enumerer([...codes])}`;

/** « sous l’ancien code 2410 », « dont 4 sous l’ancien code 2410 » ; rien sans ancien code. */
export function sousAncienCode({ occurrences, sous_ancien_code, anciens }: Anciens): string | null {
  if (!anciens) return null;
  const codes = lesAnciensCodes(anciens.split(' '));
  if (sous_ancien_code === 0) return `avec ${codes}`;
  return sous_ancien_code === occurrences
    ? `sous ${codes}`
    : `dont ${entier(sous_ancien_code)} sous ${codes}`;
}
