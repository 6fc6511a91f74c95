import type { APIRoute } from 'astro';
import { enCsv } from '../../domain/csv.ts';
import {
  FAMILLES_DE_REGLES,
  reponseEnClair,
  viseEnClair,
} from '../../phrases/toutes-les-regles.ts';
import { lireManifeste, moteurNode } from '../../query/engine.node.ts';
import { lireLesRegles } from '../../query/toutes-les-regles.ts';

const COLONNES = [
  'table',
  'vise',
  'edition',
  'repond',
  'reference',
  'valide_du',
  'valide_au',
  'nature',
];

/** Toutes les règles, une par ligne : ce qu’elle vise, ce qu’elle répond, son article, ses dates. */
export const GET: APIRoute = async () => {
  const moteur = await moteurNode();
  const manifeste = await lireManifeste();
  const rangees = await Promise.all(
    FAMILLES_DE_REGLES.map(async (famille) =>
      (await lireLesRegles(moteur, famille.table, manifeste)).map((regle) => ({
        table: famille.table,
        vise: viseEnClair(famille, regle),
        edition: regle.edition ?? null,
        repond: reponseEnClair(famille, regle),
        reference: regle.reference ?? null,
        valide_du: regle.valide_du ?? null,
        valide_au: regle.valide_au ?? null,
        nature: regle.nature ?? 'transcription',
      })),
    ),
  );
  const colonnes = COLONNES.map((nom) => ({ nom, type: 'texte' as const }));
  return new Response(enCsv(colonnes, rangees.flat()), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
