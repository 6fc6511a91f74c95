import type { APIRoute } from 'astro';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { indexIndicateurs } from '../../query/index-indicateurs.ts';

/** L’index compact de la dernière année scolaire, sous un nom qui porte son empreinte. */
export async function getStaticPaths() {
  const { edition } = await lireManifeste();
  const { contenu, empreinte } = await indexIndicateurs(await moteurNode(), edition.annee_scolaire);
  return [{ params: { empreinte }, props: { contenu } }];
}

export const GET: APIRoute<{ contenu: string }> = ({ props }) =>
  new Response(props.contenu, { headers: { 'Content-Type': 'application/json' } });
