import type { APIRoute } from 'astro';
import { fichiersCsv } from '../_publication.ts';

export async function getStaticPaths() {
  return (await fichiersCsv()).map(({ slug, nom, contenu }) => ({
    params: { slug, figure: nom },
    props: { contenu },
  }));
}

export const GET: APIRoute<{ contenu: string }> = ({ props: { contenu } }) =>
  new Response(contenu, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
