import type { APIRoute, GetStaticPaths } from 'astro';
import { publicationDuDossier } from './_publication.ts';

export const getStaticPaths = (async () => {
  const { fichier, corps } = await publicationDuDossier();
  return [{ params: { fichier }, props: { corps } }];
}) satisfies GetStaticPaths;

/** Tout ce que « Mon dossier » lit, sous un nom qui porte son empreinte. */
export const GET: APIRoute<{ corps: string }> = ({ props }) =>
  new Response(props.corps, { headers: { 'Content-Type': 'application/json' } });
