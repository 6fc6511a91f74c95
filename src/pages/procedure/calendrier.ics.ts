import type { APIRoute } from 'astro';
import { calendrierIcs } from '../../export/ics.ts';
import { CALENDRIER, type Echeance } from '../../query/calendrier.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';

export const GET: APIRoute = async () => {
  const moteur = await moteurNode();
  const echeances = await moteur.lire<Echeance>(CALENDRIER);
  const { edition } = await lireManifeste();
  // Les demandes se font l’année civile qui précède la campagne (circulaire 9146, § 3).
  const annee = Number(edition.campagne.slice(0, 4)) - 1;
  return new Response(calendrierIcs(echeances, annee), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
};
