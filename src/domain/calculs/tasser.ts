/** Des rangées réduites à leurs colonnes utiles : une ligne par rangée, les clés une seule fois. */
export interface Tasse<K extends string = string> {
  readonly c: readonly K[];
  readonly l: readonly (readonly unknown[])[];
}

/** Tasse des rangées pour les envoyer avec une page. */
export const tasser = <R extends object, K extends keyof R & string>(
  rangees: readonly R[],
  colonnes: readonly K[],
): Tasse<K> => ({ c: colonnes, l: rangees.map((r) => colonnes.map((c) => r[c])) });

/** Les rangées d’origine, telles que `tasser` les a lues. */
export const etaler = <R>({ c, l }: Tasse): R[] =>
  l.map((valeurs) => Object.fromEntries(c.map((cle, i) => [cle, valeurs[i]])) as R);
