/** « A », « A et B », « A, B et C ». */
export const enumerer = (noms: readonly string[]): string =>
  noms.length < 2 ? (noms[0] ?? '') : `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}`;

/** De même ; au-delà de `max`, le reste est compté. */
export function enumererEnBref(noms: readonly string[], max = 4): string {
  const reste = noms.length - max;
  return enumerer(reste > 1 ? [...noms.slice(0, max), `${reste} autres`] : noms);
}
