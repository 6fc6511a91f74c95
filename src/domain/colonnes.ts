/** Des rangées écrites par colonnes : le nom de chacune n’y est qu’une fois. */
export type Colonnes<T> = { readonly [K in keyof T]: readonly T[K][] };

/** Range des rangées par colonnes. */
export const enColonnes = <T extends object, K extends keyof T>(
  rangees: readonly T[],
  cles: readonly K[],
): Colonnes<Pick<T, K>> =>
  Object.fromEntries(
    cles.map((cle) => [cle, rangees.map((rangee) => rangee[cle])]),
  ) as unknown as Colonnes<Pick<T, K>>;

/** Relit des colonnes : `enRangees(enColonnes(r, cles))` égale `r`. */
export function enRangees<T>(colonnes: Colonnes<T>): T[] {
  const paires = Object.entries(colonnes) as [keyof T, readonly T[keyof T][]][];
  const [, premiere = []] = paires[0] ?? [];
  return premiere.map(
    (_, i) => Object.fromEntries(paires.map(([cle, valeurs]) => [cle, valeurs[i]])) as T,
  );
}
