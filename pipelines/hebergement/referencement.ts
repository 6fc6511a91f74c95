import { readFileSync } from 'node:fs';
import { adresseDe } from './fichiers.ts';

const echapper = (texte: string): string =>
  texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Le plan du site : les pages que les moteurs peuvent garder.
 * @param racine l’adresse absolue du site, base comprise
 */
export function planDuSite(dossier: string, pages: readonly string[], racine: string): string {
  const adresses = pages
    .filter((page) => !/<meta name="robots" content="noindex"/.test(readFileSync(page, 'utf8')))
    .map((page) => adresseDe(dossier, page))
    .filter((adresse) => adresse !== '404.html')
    .map((adresse) => `<url><loc>${echapper(new URL(adresse, racine).href)}</loc></url>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...adresses,
    '</urlset>\n',
  ].join('\n');
}

/** `robots.txt` : tout se lit ; les pages fictives disent elles-mêmes « noindex ». */
export const robots = (racine: string | undefined): string =>
  ['User-agent: *', 'Allow: /', ...(racine ? [`Sitemap: ${racine}sitemap.xml`] : []), ''].join(
    '\n',
  );
