import type { APIRoute } from 'astro';
import { NAVIGATION, PAGES_DE_LA_PROCEDURE } from '../config.ts';
import { moteurNode } from '../query/engine.node.ts';
import { indexDuSite } from '../query/index-du-site.ts';

const AUTRES = [
  { titre: 'Accueil', chemin: '/', mots: '' },
  { titre: 'Comparer des zones', chemin: '/comparer/', mots: 'différences côte à côte' },
  { titre: 'Le guide', chemin: '/guide/', mots: 'aide mode d’emploi captures PDF' },
  { titre: 'La méthode', chemin: '/methode/', mots: 'calcul indicateurs définitions' },
  {
    titre: 'La qualité des données',
    chemin: '/donnees/qualite/',
    mots: 'contrôles avertissements',
  },
  { titre: 'Nouveautés', chemin: '/nouveautes/', mots: 'journal versions flux' },
  { titre: 'Garder hors ligne', chemin: '/hors-ligne/', mots: 'sans réseau installer' },
  { titre: 'Déclaration d’accessibilité', chemin: '/accessibilite/', mots: 'plainte handicap' },
  { titre: 'À propos', chemin: '/a-propos/', mots: 'vie privée licence données de démonstration' },
];

export const GET: APIRoute = async () => {
  const chemins = new Set(PAGES_DE_LA_PROCEDURE.map(({ chemin }) => chemin as string));
  const pages = [
    ...NAVIGATION.filter(({ chemin }) => !chemins.has(chemin)).map((p) => ({ ...p, mots: '' })),
    ...PAGES_DE_LA_PROCEDURE.map(({ nom, chemin, mots }) => ({ titre: nom, chemin, mots })),
    ...AUTRES,
  ];
  const index = await indexDuSite(await moteurNode(), pages);
  return new Response(JSON.stringify(index), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
