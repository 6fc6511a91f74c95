import type { APIRoute } from 'astro';
import { MIME } from '../../../export/fichiers.ts';
import { enXlsx, type FeuilleXlsx } from '../../../export/xlsx.ts';
import { classeursDesZones } from '../_publication.ts';

export async function getStaticPaths() {
  return (await classeursDesZones()).map(({ slug, feuilles }) => ({
    params: { slug },
    props: { feuilles },
  }));
}

export const GET: APIRoute<{ feuilles: readonly FeuilleXlsx[] }> = async ({ props }) =>
  new Response(await enXlsx(props.feuilles), { headers: { 'Content-Type': MIME.xlsx } });
