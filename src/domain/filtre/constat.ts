import { STATUTS_ORGANISABLES } from '../tables/valeurs.ts';
import type { LigneIndicateur } from './ligne.ts';

/** Ce qu’on dit d’un coup de lignes : combien, et ce qui s’en sait. */
export interface ComptesDuConstat {
  readonly lignes: number;
  readonly options: number;
  readonly organisables: number;
  readonly zones: number;
  /** Celles dont l’offre est connue, et celles qui sont organisées. */
  readonly connues: number;
  readonly organisees: number;
  /** Celles dont le besoin est connu, et celles qui sont TC et FC. */
  readonly dites: number;
  readonly tcFc: number;
}

export function compterPourLeConstat(lignes: readonly LigneIndicateur[]): ComptesDuConstat {
  const options = new Set<string>();
  const organisables = new Set<string>();
  const zones = new Set<number>();
  const comptes = { connues: 0, organisees: 0, dites: 0, tcFc: 0 };
  for (const { code_obg, statut, zone, occurrences, tc_fc } of lignes) {
    options.add(code_obg);
    zones.add(zone);
    if (STATUTS_ORGANISABLES.includes(statut)) organisables.add(code_obg);
    if (occurrences !== null) comptes.connues++;
    if (occurrences) comptes.organisees++;
    if (tc_fc !== null) comptes.dites++;
    if (tc_fc) comptes.tcFc++;
  }
  return {
    lignes: lignes.length,
    options: options.size,
    organisables: organisables.size,
    zones: zones.size,
    ...comptes,
  };
}
