import { expect, test } from 'vitest';
import { precharger } from '../../../pipelines/hebergement/precharger.ts';

const IMPORTS = new Map([
  ['_astro/Carte.js', ['_astro/commun.js', '_astro/carte-seule.js']],
  ['_astro/client.js', ['_astro/commun.js']],
  ['_astro/commun.js', ['_astro/base.js']],
  ['_astro/base.js', ['_astro/commun.js']],
]);

const ilot = (client: string, props = '') =>
  `<astro-island uid="a" component-url="/oad/_astro/Carte.js" component-export="default"` +
  ` renderer-url="/oad/_astro/client.js" props="${props}" ssr client="${client}"><p></p></astro-island>`;

const page = (corps: string) => `<html><head><title>t</title></head><body>${corps}</body></html>`;

const annonces = (html: string) =>
  [...html.matchAll(/<link rel="modulepreload" href="([^"]*)" fetchpriority="low">/g)].map(
    ([, adresse]) => adresse,
  );

test('un îlot annonce ses scripts et tout ce qu’ils importent, une fois chacun', () => {
  const deux = page(ilot('load') + ilot('idle', '{&quot;texte&quot;:&quot;a > b&quot;}'));
  expect(annonces(precharger(deux, '/oad/', IMPORTS))).toEqual([
    '/oad/_astro/Carte.js',
    '/oad/_astro/commun.js',
    '/oad/_astro/base.js',
    '/oad/_astro/carte-seule.js',
    '/oad/_astro/client.js',
  ]);
});

test.each([
  ['sans îlot', page('<p>Rien</p>')],
  ['un îlot qui attend d’être vu', page(ilot('visible'))],
  ['un texte qui ressemble à un îlot', page('&lt;astro-island client="load"&gt;')],
])('%s : la page reste telle quelle', (_nom, html) => {
  expect(precharger(html, '/oad/', IMPORTS)).toBe(html);
});

test('un nom de fichier ne devient jamais un motif de remplacement', () => {
  const imports = new Map([['_astro/Carte.js', ['_astro/a$&b.js']]]);
  expect(annonces(precharger(page(ilot('load')), '/oad/', imports))).toContain(
    '/oad/_astro/a$&b.js',
  );
});
