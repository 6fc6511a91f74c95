import { createReadStream, statSync } from 'node:fs';
import { ErreurDUsage } from '../check/probleme.ts';
import { AnalyseCsv, type LigneCsv } from './analyse.ts';

export type { LigneCsv } from './analyse.ts';

const MORCEAU = 1 << 20;

/**
 * Lit un CSV (RFC 4180, UTF-8) au fil de l’eau, en-tête comprise.
 * @param surLigne appelée une fois par rangée, dans l’ordre ; les lignes vides sont passées
 * @throws si le fichier ne peut pas être lu
 */
export async function lireCsv(
  chemin: string,
  surLigne: (ligne: LigneCsv) => void,
  delimiteur = ',',
): Promise<void> {
  if (!statSync(chemin).isFile()) {
    throw new ErreurDUsage(`« ${chemin} » n’est pas un fichier. Mettez-y la table en CSV.`);
  }
  const analyse = new AnalyseCsv(surLigne, delimiteur);
  const flux = createReadStream(chemin, { encoding: 'utf8', highWaterMark: MORCEAU });
  for await (const morceau of flux) analyse.ecrire(String(morceau));
  analyse.finir();
}
