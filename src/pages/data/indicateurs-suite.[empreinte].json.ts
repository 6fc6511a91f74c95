import type { APIRoute } from 'astro';
import { ficheDeTranche } from '../../export/tranche.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { suitePubliee } from '../../query/suite-indicateurs.ts';

/** Ce que le détail d’une ligne et les exports demandent, sous un nom qui porte son empreinte. */
export async function getStaticPaths() {
  const manifeste = await lireManifeste();
  const { contenu, empreinte } = await suitePubliee(
    await moteurNode(),
    manifeste.anneesScolaires,
    ficheDeTranche(manifeste),
  );
  return [{ params: { empreinte }, props: { contenu } }];
}

export const GET: APIRoute<{ contenu: string }> = ({ props }) =>
  new Response(props.contenu, { headers: { 'Content-Type': 'application/json' } });
