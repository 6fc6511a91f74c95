import type { APIRoute } from 'astro';
import { href, NOM_DU_SITE } from '../config.ts';

/** Ce qu’il faut pour installer le site comme une application. */
export const GET: APIRoute = () => {
  const icone = (nom: string, sizes: string, purpose = 'any') => ({
    src: href(`/icones/${nom}.png`),
    sizes,
    type: 'image/png',
    purpose,
  });
  const manifeste = {
    id: href('/'),
    name: NOM_DU_SITE,
    short_name: 'OAD',
    description: 'L’outil d’aide à la décision ouvert de l’enseignement qualifiant.',
    lang: 'fr-BE',
    dir: 'ltr',
    start_url: href('/'),
    scope: href('/'),
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#0b5d66',
    icons: [
      icone('192', '192x192'),
      icone('512', '512x512'),
      icone('masque-512', '512x512', 'maskable'),
    ],
  };
  return new Response(JSON.stringify(manifeste), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
};
