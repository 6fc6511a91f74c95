import { typographie } from './typographie.ts';

/** Ce que compte un total, dans les mêmes mots sur toutes les pages. */
export const TOUTES = 'toutes les options organisées, y compris celles qui s’éteignent';
export const ORGANISABLES = 'options du répertoire organisables';

const REUNIES = 'un ancien code se compte avec celui qui le remplace';
const SEULES = 'chaque code se compte à part, les anciens aussi';

/** Ce que compte une figure ; les réunies joignent à une option les codes qu’elle remplace, les
 * seules non. */
export const POPULATIONS = {
  toutes: `Compte ${TOUTES}.`,
  toutesReunies: typographie(`Compte ${TOUTES} ; ${REUNIES}.`),
  toutesSeules: typographie(`Compte ${TOUTES} ; ${SEULES}.`),
  organisables: `Compte les ${ORGANISABLES}.`,
  organisablesReunies: typographie(`Compte les ${ORGANISABLES} ; ${REUNIES}.`),
  organisablesSeules: typographie(`Compte les ${ORGANISABLES}, sans leurs anciens codes.`),
} as const;

export type PopulationNommee = keyof typeof POPULATIONS;

/** Un constat qui quitte sa page, et ce qu’il compte. */
export const avecPopulation = (
  constat: string,
  population: PopulationNommee | undefined,
): string => (population ? `${constat} ${POPULATIONS[population]}` : constat);
