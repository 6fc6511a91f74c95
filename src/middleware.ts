import { defineMiddleware } from 'astro:middleware';
import { href } from './config.ts';
import { expliquerHtml } from './phrases/glossaire.ts';
import { tableauxHtml } from './phrases/tableaux.ts';
import { typographieHtml } from './phrases/typographie.ts';
import { moteurNode } from './query/engine.node.ts';
import { GLOSSAIRE, type TermeDuGlossaire } from './query/textes.ts';

const termes = moteurNode().then((moteur) => moteur.lire<TermeDuGlossaire>(GLOSSAIRE));

/** Toute page sort avec ses abréviations expliquées, la typographie française et des tableaux sûrs. */
export const onRequest = defineMiddleware(async (_contexte, suite) => {
  const reponse = await suite();
  if (!reponse.headers.get('content-type')?.includes('text/html')) return reponse;
  const html = expliquerHtml(await reponse.text(), await termes, href('/glossaire/'));
  return new Response(tableauxHtml(typographieHtml(html)), reponse);
});
