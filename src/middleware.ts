import { defineMiddleware } from 'astro:middleware';
import { typographieHtml } from './phrases/typographie.ts';

/** Toute page sort avec la typographie française, où que son texte soit écrit. */
export const onRequest = defineMiddleware(async (_contexte, suite) => {
  const reponse = await suite();
  if (!reponse.headers.get('content-type')?.includes('text/html')) return reponse;
  return new Response(typographieHtml(await reponse.text()), reponse);
});
