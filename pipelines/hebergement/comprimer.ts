import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXTES = new Set(
  '.html .css .js .json .svg .wasm .xml .txt .webmanifest .csv .geojson .pbf'.split(' '),
);
const SEUIL = 1024;
const GROS = 1_000_000;
const RESERVE = join('node_modules', '.cache', 'oad-compression');

const enBrotli = promisify(brotliCompress);
const enGzip = promisify(gzip);

const brotli = (contenu: Buffer, qualite: number): Promise<Buffer> =>
  enBrotli(contenu, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: qualite,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: contenu.byteLength,
    },
  });

/** Le moteur pèse 18 Mo et ne change pas : son brotli, long à calculer, est mis en réserve. */
async function enReserve(contenu: Buffer, calculer: () => Promise<Buffer>): Promise<Buffer> {
  if (contenu.byteLength < GROS) return calculer();
  const chemin = join(RESERVE, `${createHash('sha256').update(contenu).digest('hex')}.br`);
  if (existsSync(chemin)) return readFile(chemin);
  const resultat = await calculer();
  await mkdir(RESERVE, { recursive: true });
  await writeFile(`${chemin}.tmp`, resultat);
  await copyFile(`${chemin}.tmp`, chemin);
  return resultat;
}

/** Ce qu’on compresse : tout au mieux, vite et un peu moins bien, ou rien. */
export type Compression = 'entiere' | 'legere' | 'non';

/** Ce que dit `OAD_COMPRESSION` ; sans lui, entière. */
export const lireCompression = (dite: string | undefined): Compression =>
  dite === 'non' || dite === 'legere' ? dite : 'entiere';

const LEGERE = 4;

/**
 * Écrit `.br` et `.gz` à côté de chaque fichier de texte, s’ils sont plus petits que lui.
 * @param fichiers chemins absolus ; qualité 11 pour les noms à empreinte, 10 pour le moteur (aussi
 * petit qu’à 11, un tiers plus vite), 9 pour les pages, 5 pour les gros téléchargements ; 4 pour tous
 * si elle est légère
 * @returns le nombre d’octets en brotli de chaque fichier, ou sa taille s’il n’est pas compressé
 */
export async function comprimer(
  fichiers: readonly string[],
  compression: Compression = 'entiere',
): Promise<Map<string, number>> {
  const tailles = new Map<string, number>();
  const un = async (chemin: string): Promise<void> => {
    const contenu = await readFile(chemin);
    tailles.set(chemin, contenu.byteLength);
    if (!TEXTES.has(extname(chemin)) || contenu.byteLength < SEUIL) return;
    const empreinte = /[\\/]_astro[\\/]/.test(chemin);
    const gros = contenu.byteLength >= GROS;
    const entiere = compression === 'entiere';
    const qualite = empreinte ? (gros ? 10 : 11) : gros ? 5 : 9;
    const br = entiere
      ? await enReserve(contenu, () => brotli(contenu, qualite))
      : await brotli(contenu, LEGERE);
    const gz = await enGzip(contenu, { level: entiere ? 9 : LEGERE });
    if (br.byteLength < contenu.byteLength) {
      await writeFile(`${chemin}.br`, br);
      tailles.set(chemin, br.byteLength);
    }
    if (gz.byteLength < contenu.byteLength) await writeFile(`${chemin}.gz`, gz);
  };
  const restent = [...fichiers];
  const ouvrier = async (): Promise<void> => {
    for (let chemin = restent.pop(); chemin; chemin = restent.pop()) await un(chemin);
  };
  await Promise.all([ouvrier(), ouvrier(), ouvrier()]);
  return tailles;
}
