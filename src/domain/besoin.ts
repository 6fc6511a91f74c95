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

/** Les réponses d’un filtre que donne un besoin : une option TC-FC est aussi TC, et FC. */
export const reponsesDuBesoin = (cle: CleBesoin): readonly CleBesoin[] =>
  cle === 'tc-fc' ? ['tc-fc', 'tc', 'fc'] : [cle];

/** Les mêmes, et ce qu’on ne sait pas de l’autre liste. */
export function clesDuBesoin(besoin: BesoinTrivalent): readonly CleBesoin[] {
  const cle = cleDuBesoin(besoin);
  const manque = cle !== NON_CONNU && (besoin.tc === null || besoin.fc === null);
  return manque ? [...reponsesDuBesoin(cle), NON_CONNU] : reponsesDuBesoin(cle);
}
