import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { batir } from '../site/batir.ts';

const comprime = (contenu: Buffer): number =>
  brotliCompressSync(contenu, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: contenu.byteLength,
    },
  }).byteLength;

/** Le poids de chaque JSON que lisent les pages, tel quel et en brotli 11. */
export default async function mesurer(): Promise<void> {
  const construit = process.env.OAD_CONSTRUIT ?? (await batir());
  const dossier = join(construit, 'data');
  for (const nom of readdirSync(dossier).filter((un) => /\.[0-9a-f]{10}\.json$/.test(un))) {
    const contenu = readFileSync(join(dossier, nom));
    const octets = [contenu.byteLength, comprime(contenu)].map((n) => String(n).padStart(8));
    console.log(`${octets.join('')}  ${nom}`);
  }
  if (!process.env.OAD_CONSTRUIT) rmSync(construit, { recursive: true, force: true });
}
