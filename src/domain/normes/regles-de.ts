/**
 * Les règles d’une édition nommée ; sans nom, elles ont déjà été choisies par `reglesEnVigueur`.
 * @throws Error si des règles de plusieurs éditions se mêlent : aucune ne serait la bonne
 */
export function reglesDe<R extends { readonly edition: string }>(
  regles: readonly R[],
  edition?: string,
): readonly R[] {
  if (edition !== undefined) return regles.filter((regle) => regle.edition === edition);
  const editions = new Set(regles.map((regle) => regle.edition));
  if (editions.size > 1) {
    throw new Error(`Des règles de plusieurs éditions se mêlent : ${[...editions].join(', ')}.`);
  }
  return regles;
}
