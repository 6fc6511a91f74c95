import type { APIRoute } from 'astro';
import { baseDeLEdition } from '../../query/base-de-l-edition.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { indexDuSite } from '../../query/index-du-site.ts';
import { indexIndicateurs } from '../../query/index-indicateurs.ts';
import { lieuxCherches } from '../../query/lieux-cherches.ts';
import type { FichierPublie } from '../../query/publication.ts';
import { rechercheDesOptions } from '../../query/recherche.ts';
import { tablesPartagees } from '../../query/tables-partagees.ts';
import { publicationDeLaCarte } from '../carte/_publication.ts';
import { publicationDuDossier } from '../dossier/_publication.ts';
import { detailPublie } from '../indicateurs/_publication.ts';

/** Tous les JSON du site, chacun sous un nom qui porte son empreinte. */
export async function getStaticPaths() {
  const moteur = await moteurNode();
  const manifeste = await lireManifeste();
  const { fond, traces, regles, ecoles, offres } = await publicationDeLaCarte();
  const fichiers: readonly FichierPublie[] = [
    ...Object.values((await tablesPartagees(moteur)).fichiers),
    ...[fond.fichier, traces, regles, ecoles.fichier, ...offres.map(({ fichier }) => fichier)],
    (await publicationDuDossier()).fichier,
    ...(await indexIndicateurs(moteur, manifeste.anneesScolaires)),
    await detailPublie(),
    await indexDuSite(moteur, manifeste),
    await rechercheDesOptions(moteur),
    await lieuxCherches(moteur),
    await baseDeLEdition(moteur, manifeste),
  ];
  return fichiers.map(({ nom, contenu }) => ({ params: { fichier: nom }, props: { contenu } }));
}

export const GET: APIRoute<{ contenu: string }> = ({ props }) =>
  new Response(props.contenu, { headers: { 'Content-Type': 'application/json' } });
