export const CLES_BESOIN = ['tc-fc', 'tc', 'fc', 'aucun'] as const;

/** Le besoin auquel répond une option dans une zone, en un mot. */
export type CleBesoin = (typeof CLES_BESOIN)[number];

/** Le besoin d’une option qui mène à un métier en TC, en FC, ou aux deux. */
export function cleDuBesoin({ tc, fc }: { readonly tc: boolean; readonly fc: boolean }): CleBesoin {
  if (tc && fc) return 'tc-fc';
  if (tc) return 'tc';
  return fc ? 'fc' : 'aucun';
}
