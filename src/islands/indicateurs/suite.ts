import type { SuiteIndicateurs } from '../../domain/filtre/suite.ts';
import type { FicheDeTranche } from '../../export/tranche.ts';
import { lireJson, uneFois } from '../../query/lecture.ts';

export interface FichierSuite {
  readonly suite: SuiteIndicateurs;
  readonly fiche: FicheDeTranche;
}

export type LireSuite = () => Promise<FichierSuite>;

/** Ce que le détail et les exports demandent, lu une fois pour la page. */
export const creerSuite = (adresse: string): LireSuite =>
  uneFois(() => lireJson<FichierSuite>(adresse));
