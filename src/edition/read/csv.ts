import { AnalyseCsv, type LigneCsv } from './analyse.ts';

/**
 * Lit un CSV (RFC 4180, UTF-8) au fil de l’eau, en-tête comprise.
 * @param surLigne appelée une fois par rangée, dans l’ordre ; les lignes vides sont passées
 */
export async function lireCsv(
  morceaux: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  surLigne: (ligne: LigneCsv) => void,
): Promise<void> {
  const analyse = new AnalyseCsv(surLigne);
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const morceau of morceaux) analyse.ecrire(utf8.decode(morceau, { stream: true }));
  analyse.ecrire(utf8.decode());
  analyse.finir();
}
