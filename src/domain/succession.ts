/** Un code qui en remplace un autre. */
export interface LienDeSuccession {
  readonly ancien: string;
  readonly nouveau: string;
}

/**
 * La lignée de chaque code : lui-même, puis ceux qu’il remplace, directement ou non, triés. Un code
 * peut en remplacer plusieurs (2112 et 2113 deviennent 2115), et être remplacé par plusieurs. « Est-ce
 * que cela existe ici, combien, depuis quand, à quelle distance » se demande à la lignée.
 * Source : circulaire 7282, III.VII ; circulaire 9146, § 5.3.
 */
export function calculerLignees(
  codes: readonly string[],
  liens: readonly LienDeSuccession[],
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

/** Un code d’une lignée : l’option elle-même, ou un code qu’elle remplace. */
export interface Membre {
  readonly code_obg: string;
  readonly membre: string;
}

/**
 * Les codes qui remplacent chaque code et que rien ne remplace : lui-même quand il est le dernier,
 * plusieurs quand son option s’est partagée.
 */
export function codesEnTete(membres: readonly Membre[]): ReadonlyMap<string, readonly string[]> {
  const remplaces = new Set(
    membres.filter((l) => l.membre !== l.code_obg).map(({ membre }) => membre),
  );
  const tetes = membres.filter(({ code_obg }) => !remplaces.has(code_obg));
  return new Map(
    [...Map.groupBy(tetes, ({ membre }) => membre)].map(([membre, siennes]) => [
      membre,
      siennes.map(({ code_obg }) => code_obg),
    ]),
  );
}
