import type { Metier } from '../../src/domain/tables/besoins.ts';
import type { Option } from '../../src/domain/tables/referentiel.ts';
import { FAMILLES } from './familles.ts';

export interface LienMetier {
  readonly code_obg: string;
  readonly metier: string;
}

export interface Metiers {
  readonly metiers: Metier[];
  readonly liens: LienMetier[];
}

/** « Complément en chaudronnerie » devient « Spécialiste en chaudronnerie ». */
const titre = (intitule: string): string =>
  intitule.replace(/^Complément (?=en|d)/, 'Spécialiste ');

/**
 * Les métiers et leurs liens avec les options : d’abord les familles, puis un métier par option
 * qui n’est d’aucune famille. Les codes `D001`… suivent cet ordre.
 * @throws {RangeError} si une famille nomme un code absent du répertoire
 */
export function tirerMetiers(options: readonly Option[]): Metiers {
  const connus = new Set(options.map(({ code_obg }) => code_obg));
  const familles = FAMILLES.map(([intitule, codes]) => ({ intitule, codes: codes.split(' ') }));
  const ranges = new Set(familles.flatMap(({ codes }) => codes));
  const inconnus = [...ranges].filter((code) => !connus.has(code));
  if (inconnus.length > 0) {
    throw new RangeError(`familles.ts : codes absents du répertoire : ${inconnus.join(', ')}`);
  }
  const seules = options
    .filter(({ code_obg }) => !ranges.has(code_obg))
    .map(({ code_obg, intitule }) => ({ intitule: titre(intitule), codes: [code_obg] }));
  const tous = [...familles, ...seules].map(({ intitule, codes }, i) => ({
    metier: `D${String(i + 1).padStart(3, '0')}`,
    intitule,
    codes,
  }));
  const liens = tous
    .flatMap(({ metier, codes }) => codes.map((code_obg) => ({ code_obg, metier })))
    .sort((a, b) => a.code_obg.localeCompare(b.code_obg) || a.metier.localeCompare(b.metier));
  return { metiers: tous.map(({ metier, intitule }) => ({ metier, intitule })), liens };
}
