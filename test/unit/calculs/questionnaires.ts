import { CEFA } from '../../../src/domain/calculs/questions/cefa.ts';
import { CPU } from '../../../src/domain/calculs/questions/cpu.ts';
import { DEDOUBLEMENT, DELEGATION } from '../../../src/domain/calculs/questions/dedoublement.ts';
import { DEGRE } from '../../../src/domain/calculs/questions/degre.ts';
import { OCCURRENCES } from '../../../src/domain/calculs/questions/occurrences.ts';
import { PERSONNELS } from '../../../src/domain/calculs/questions/personnel.ts';

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
