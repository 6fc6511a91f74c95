import type { Trivalent } from './connaissance.ts';

/** Ce qu’on ne sait pas : ni oui, ni non. */
export const NON_CONNU = 'non-connu';

/** Ce que des listes connues peuvent répondre. */
export const CLES_BESOIN = ['tc-fc', 'tc', 'fc', 'aucun'] as const;
export type BesoinSur = (typeof CLES_BESOIN)[number];

/** Le besoin auquel répond une option dans une zone, en un mot. */
export type CleBesoin = BesoinSur | typeof NON_CONNU;

export interface BesoinTrivalent {
  readonly tc: Trivalent;
  readonly fc: Trivalent;
}

/**
 * Le besoin d’une option qui mène à un métier en TC, en FC, ou aux deux. Ce qui est sûr se dit ;
 * sans rien de sûr, il n’est pas connu.
 */
export function cleDuBesoin({ tc, fc }: BesoinTrivalent): CleBesoin {
  if (tc && fc) return 'tc-fc';
  if (tc) return 'tc';
  if (fc) return 'fc';
  return tc === null || fc === null ? NON_CONNU : 'aucun';
}

/** Toutes les réponses qu’un filtre doit trouver : une option TC-FC est aussi TC, et FC. */
export function clesDuBesoin(besoin: BesoinTrivalent): readonly CleBesoin[] {
  const { tc, fc } = besoin;
  const cles: CleBesoin[] = tc && fc ? ['tc-fc', 'tc', 'fc'] : [];
  if (cles.length === 0 && tc) cles.push('tc');
  if (cles.length === 0 && fc) cles.push('fc');
  if (tc === null || fc === null) cles.push(NON_CONNU);
  return cles.length > 0 ? cles : ['aucun'];
}
