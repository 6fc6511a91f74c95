import type { APIRoute, GetStaticPaths } from 'astro';
import { publicationDeLaCarte } from './_publication.ts';

export const getStaticPaths = (async () => {
  const { lieux, offres, fond, regles, ecoles } = await publicationDeLaCarte();
  return [
    lieux.fichier,
    fond.fichier,
    ecoles.fichier,
    regles,
    ...offres.map(({ fichier }) => fichier),
  ].map(({ fichier, corps }) => ({ params: { fichier }, props: { corps } }));
}) satisfies GetStaticPaths;

/** Les lieux, le fond schématique et l’offre de chaque année, pour la page de la carte. */
export const GET: APIRoute<{ corps: string }> = ({ props }) =>
  new Response(props.corps, { headers: { 'Content-Type': 'application/json' } });
