import type { APIRoute } from 'astro';
import { fichiersSvg } from '../_publication.ts';

export async function getStaticPaths() {
  return (await fichiersSvg()).map(({ slug, nom, contenu }) => ({
    params: { slug, figure: nom },
    props: { contenu },
  }));
}

export const GET: APIRoute<{ contenu: string }> = ({ props: { contenu } }) =>
  new Response(contenu, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
