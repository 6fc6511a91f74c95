import { readFileSync } from 'node:fs';

/** Le guide à imprimer, écrit par `npm run guide`. */
export const GET = (): Response =>
  new Response(readFileSync('src/content/guide/guide.pdf'), {
    headers: { 'content-type': 'application/pdf' },
  });
