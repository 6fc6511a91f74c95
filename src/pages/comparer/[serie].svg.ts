import type { APIRoute } from 'astro';
import { fichiersComparer } from './_publication.ts';

export async function getStaticPaths() {
  return (await fichiersComparer()).flatMap(({ nom, svg }) =>
    svg ? [{ params: { serie: nom }, props: { contenu: svg } }] : [],
  );
}

export const GET: APIRoute<{ contenu: string }> = ({ props: { contenu } }) =>
  new Response(contenu, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
