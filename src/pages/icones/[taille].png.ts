import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';

const TAILLES = ['180', '192', '512', 'masque-512'];
const ARRONDI = / rx="7"/;

export const getStaticPaths: GetStaticPaths = () =>
  TAILLES.map((taille) => ({ params: { taille } }));

/** L’icône du site en pixels ; « masque » : fond plein, que le système découpe. */
export const GET: APIRoute = async ({ params }) => {
  const svg = await readFile(resolve(process.env.OAD_PUBLIC ?? 'public', 'icone.svg'), 'utf8');
  const cote = Number(params.taille?.replace('masque-', ''));
  const plein = params.taille?.startsWith('masque') || cote === 180;
  const source = plein
    ? svg.replace(ARRONDI, '').replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"')
    : svg;
  const png = await sharp(Buffer.from(source), { density: 1200 })
    .resize(cote, cote)
    .flatten(plein ? { background: '#0b5d66' } : false)
    .png()
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
