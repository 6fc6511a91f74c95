import { CEFA } from './cefa.ts';
import { CPU } from './cpu.ts';
import { DEDOUBLEMENT, DELEGATION } from './dedoublement.ts';
import { DEGRE } from './degre.ts';
import { OCCURRENCES } from './occurrences.ts';
import { PERSONNELS } from './personnel.ts';
import type { Questionnaire } from './types.ts';

/** Les questionnaires de la procédure, par la clé de leurs réponses dans l’adresse. */
export const QUESTIONNAIRES = {
  cefa: CEFA,
  cpu: CPU,
  dedoublement: DEDOUBLEMENT,
  degre: DEGRE,
  delegation: DELEGATION,
  occurrences: OCCURRENCES,
  personnel: PERSONNELS,
};
export type Sujet = keyof typeof QUESTIONNAIRES;

export type TablesDe<S extends Sujet> =
  (typeof QUESTIONNAIRES)[S] extends Questionnaire<infer T> ? T : never;
