/** Un code qui en remplace un autre. */
export interface Lien {
  readonly ancien: string;
  readonly nouveau: string;
}

/**
 * La lignée de chaque code : lui-même, puis ceux qu’il remplace, directement ou non, triés. Un code
 * peut en remplacer plusieurs (2112 et 2113 deviennent 2115), et être remplacé par plusieurs. « Est-ce
 * que cela existe ici, combien, depuis quand, à quelle distance » se demande à la lignée.
 * Source : circulaire 7282, III.VII ; circulaire 9146, § 5.3.
 */
export function lignees(
  codes: readonly string[],
  liens: readonly Lien[],
): ReadonlyMap<string, readonly string[]> {
  const parNouveau = Map.groupBy(liens, ({ nouveau }) => nouveau);
  const anciensDe = (code: string, vus: Set<string>): Set<string> => {
    for (const { ancien } of parNouveau.get(code) ?? []) {
      if (vus.has(ancien)) continue;
      vus.add(ancien);
      anciensDe(ancien, vus);
    }
    return vus;
  };
  return new Map(
    codes.map((code) => {
      const anciens = anciensDe(code, new Set([code]));
      anciens.delete(code);
      return [code, [code, ...[...anciens].sort()]];
    }),
  );
}
