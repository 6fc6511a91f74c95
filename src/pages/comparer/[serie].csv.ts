import type { APIRoute } from 'astro';
import { fichiersComparer } from './_publication.ts';

export async function getStaticPaths() {
  return (await fichiersComparer()).flatMap(({ nom, csv }) =>
    csv ? [{ params: { serie: nom }, props: { contenu: csv } }] : [],
  );
}

export const GET: APIRoute<{ contenu: string }> = ({ props: { contenu } }) =>
  new Response(contenu, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
