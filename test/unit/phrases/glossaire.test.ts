import { describe, expect, test } from 'vitest';
import { expliquerHtml } from '../../../src/phrases/glossaire.ts';

const terme = (nom: string, en_place = true) => ({
  ancre: nom.toLowerCase(),
  terme: nom,
  forme_longue: `forme de ${nom}`,
  definition: 'Un mot & son sens.',
  en_place,
});
const TERMES = [terme('TC'), terme('FC'), terme('TC-FC'), terme('R', false)];
const expliquer = (html: string): string => expliquerHtml(html, TERMES, '/oad/glossaire/');
const boutons = (html: string): string[] =>
  [...expliquer(html).matchAll(/popovertarget="([^"]+)"/g)].map(([, id]) => id ?? '');

describe('expliquerHtml', () => {
  test('explique la première apparition de chaque abréviation, la plus longue d’abord', () => {
    expect(boutons('<main><p>Option TC-FC, puis TC, puis TC encore, et R.</p></main>')).toEqual([
      'terme-tc-fc',
      'terme-tc',
    ]);
  });

  test.each([
    ['hors du contenu', '<p>TC</p><main><p>rien</p></main>'],
    ['dans un titre', '<main><h2>TC</h2></main>'],
    ['dans un lien', '<main><p><a href="#">TC</a></p></main>'],
    ['dans un îlot', '<main><astro-island><p>TC</p></astro-island></main>'],
    ['dans un tableau', '<main><table><tr><td><p>TC</p></td></tr></table></main>'],
    ['dans un mot', '<main><p>ATC, TCA, TC-X</p></main>'],
    ['dans un attribut', '<main><p title="TC">rien</p></main>'],
    ['là où la page le refuse', '<main><div data-sans-terme><p>TC</p></div></main>'],
  ])('se tait %s', (_cas, html) => {
    expect(expliquer(html)).toBe(html);
  });

  test('reprend après un élément fermé ou vide', () => {
    expect(boutons('<main><h2>TC</h2><br><img src="a"><p>FC <b>TC</b></p></main>')).toEqual([
      'terme-fc',
      'terme-tc',
    ]);
  });

  test('échappe la définition et renvoie au glossaire', () => {
    const html = expliquer('<main><p>TC</p></main>');
    expect(html).toContain('Un mot &amp; son sens.');
    expect(html).toContain('href="/oad/glossaire/#tc"');
  });
});
