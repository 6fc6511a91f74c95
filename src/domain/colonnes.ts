/** Des rangées écrites par colonnes : le nom de chacune n’y est qu’une fois. */
export type Colonnes<T> = { readonly [K in keyof T]: readonly T[K][] };

/** Range des rangées par colonnes ; sans `cles`, celles de la première rangée. */
export const enColonnes = <T extends object, K extends keyof T = keyof T>(
  rangees: readonly T[],
  cles: readonly K[] = Object.keys(rangees[0] ?? {}) as K[],
): Colonnes<Pick<T, K>> =>
  Object.fromEntries(
    cles.map((cle) => [cle, rangees.map((rangee) => rangee[cle])]),
  ) as unknown as Colonnes<Pick<T, K>>;

/** Relit des colonnes : `enRangees(enColonnes(r, cles))` égale `r`. */
export function enRangees<T>(colonnes: Colonnes<T>): T[] {
  const paires = Object.entries(colonnes) as [keyof T, readonly T[keyof T][]][];
  const [, premiere = []] = paires[0] ?? [];
  return premiere.map((_, i) => {
    const rangee: Partial<T> = {};
    for (const [cle, valeurs] of paires) rangee[cle] = valeurs[i];
    return rangee as T;
  });
}

type Rangees<T> = { readonly [N in keyof T]: readonly object[] };

/** Plusieurs tables, chacune écrite par colonnes. */
export type TablesEcrites<T> = {
  readonly [N in keyof T]: T[N] extends readonly (infer R)[] ? Colonnes<R> : never;
};

/** Écrit des tables par colonnes ; les rangées d’une table ont les mêmes clés. */
export const ecrireTables = <T extends Rangees<T>>(tables: T): TablesEcrites<T> =>
  Object.fromEntries(
    Object.entries<readonly object[]>(tables).map(([nom, rangees]) => [nom, enColonnes(rangees)]),
  ) as TablesEcrites<T>;

/** Relit des tables : `relireTables(ecrireTables(t))` égale `t`. */
export const relireTables = <T extends Rangees<T>>(ecrites: TablesEcrites<T>): T =>
  Object.fromEntries(
    Object.entries<Colonnes<object>>(ecrites).map(([nom, table]) => [nom, enRangees(table)]),
  ) as unknown as T;
