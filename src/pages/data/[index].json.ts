import type { APIRoute } from 'astro';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { indexIndicateurs } from '../../query/index-indicateurs.ts';

/** L’index de chaque année scolaire du tableau, sous un nom qui porte son empreinte. */
export async function getStaticPaths() {
  const { anneesScolaires } = await lireManifeste();
  const publies = await indexIndicateurs(await moteurNode(), anneesScolaires);
  return publies.map(({ nom, contenu }) => ({ params: { index: nom }, props: { contenu } }));
}

export const GET: APIRoute<{ contenu: string }> = ({ props }) =>
  new Response(props.contenu, { headers: { 'Content-Type': 'application/json' } });
