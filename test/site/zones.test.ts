import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { distanceKm } from '../../src/domain/geo/distance.ts';
import { type Attendus, lireAttendus } from './attendus-zones.ts';
import { visiter } from './visite.ts';

const construit = inject('construit');
let attendus: Attendus;

beforeAll(async () => {
  attendus = await lireAttendus(construit);
});

const lirePage = (chemin: string) =>
  parseHTML(readFileSync(join(construit, chemin, 'index.html'), 'utf8')).document;

/** Les nombres d’une page, par clé ; une clé répétée doit répéter sa valeur. */
function nombresDe(chemin: string): Map<string, number> {
  const nombres = new Map<string, number>();
  for (const data of lirePage(chemin).querySelectorAll('main data')) {
    const cle = data.getAttribute('data-cle') ?? '';
    const valeur = Number(data.getAttribute('value'));
    expect(cle, data.textContent ?? '').not.toBe('');
    expect(nombres.get(cle) ?? valeur, cle).toBe(valeur);
    nombres.set(cle, valeur);
  }
  return nombres;
}

/** L’écart minimal par option d’une zone, en km, par le chemin le plus bête. */
function ecarts(slug: string): Map<string, { secteur: number; ecart: number }> {
  const ici = attendus.positions.filter((p) => p.slug === slug);
  const resultat = new Map<string, { secteur: number; ecart: number }>();
  for (const [i, a] of ici.entries()) {
    for (const [j, b] of ici.entries()) {
      if (i === j || a.code_obg !== b.code_obg) continue;
      const ecart = Math.min(
        distanceKm(a, b),
        resultat.get(a.code_obg)?.ecart ?? Number.POSITIVE_INFINITY,
      );
      resultat.set(a.code_obg, { secteur: Number(a.secteur), ecart });
    }
  }
  return resultat;
}

test('chaque nombre des dix pages est celui d’une requête sur les Parquet', () => {
  expect(attendus.slugs).toHaveLength(10);
  for (const slug of attendus.slugs) {
    const attendu = new Map(attendus.valeurs.get(slug));
    const distances = [...ecarts(slug)];
    const proches = distances.filter(([, { ecart }]) => ecart <= 10);
    attendu.set('proches.plusieurs', distances.length);
    attendu.set('proches.total', proches.length);
    for (let secteur = 1; secteur <= 10; secteur++) {
      const du = (liste: typeof distances) => liste.filter(([, d]) => d.secteur === secteur).length;
      attendu.set(`proches.${secteur}.plusieurs`, du(distances));
      attendu.set(`proches.${secteur}.proches`, du(proches));
    }
    for (const [code, { ecart }] of distances) attendu.set(`option.${code}.ecart`, ecart);
    const nombres = nombresDe(`zones/${slug}`);
    expect(nombres.size).toBeGreaterThan(400);
    for (const [cle, valeur] of nombres) {
      expect(attendu.has(cle), `${slug} : ${cle} n’a pas de requête`).toBe(true);
      expect(valeur, `${slug} : ${cle}`).toBeCloseTo(attendu.get(cle) ?? Number.NaN, 9);
    }
  }
});

test('chaque nombre de /zones/ est celui d’une requête sur les Parquet', () => {
  const de = (slug: string, cle: string): number =>
    attendus.valeurs.get(slug)?.get(cle) ?? Number.NaN;
  const source = (cle: string): string =>
    cle === 'tc-fc'
      ? 'besoins.tc-fc'
      : cle === 'ouvertures'
        ? 'ouvertures.total'
        : `bref.${attendus.anneeScolaire}.${cle}`;
  const nombres = nombresDe('zones');
  expect(nombres.size).toBe(88);
  for (const [cle, valeur] of nombres) {
    const [, slug = '', mesure = ''] = cle.match(/^zones\.([a-z-]+)\.(.+)$/) ?? [];
    const enMoyenne = mesure === 'tc-fc' || mesure === 'ouvertures';
    const attendu =
      slug !== 'fwb'
        ? de(slug, source(mesure))
        : enMoyenne
          ? attendus.slugs.reduce((total, s) => total + de(s, source(mesure)), 0) / 10
          : de(attendus.slugs[0] ?? '', `${source(mesure)}.fwb`);
    expect(valeur, cle).toBeCloseTo(attendu, 9);
  }
});

test('chaque figure a un constat, un tableau ou une raison, et une source', () => {
  for (const slug of attendus.slugs) {
    const page = lirePage(`zones/${slug}`);
    const figures = [...page.querySelectorAll('figure.figure, figure.bref')];
    expect(figures.length, slug).toBeGreaterThanOrEqual(12);
    for (const figure of figures) {
      const ici = `${slug}#${figure.id}`;
      const dessins = [...figure.querySelectorAll('svg[role=img]')];
      expect(figure.querySelector('.constat')?.textContent?.trim().length, ici).toBeGreaterThan(20);
      expect(figure.querySelector('.source')?.textContent, ici).toMatch(/démonstration/);
      expect(dessins.length > 0 || figure.querySelector('.message'), ici).toBeTruthy();
      if (dessins.length > 0) expect(figure.querySelector('table'), ici).toBeTruthy();
      for (const svg of dessins) {
        expect(svg.getAttribute('aria-label')?.length, ici).toBeGreaterThan(15);
        expect(svg.querySelector('style, [style]'), ici).toBeNull();
      }
    }
  }
});

test('les nombres d’un constat sont ceux que dit le dessin', () => {
  for (const slug of attendus.slugs) {
    for (const figure of lirePage(`zones/${slug}`).querySelectorAll('figure.figure')) {
      const constat = figure.querySelector('.constat')?.textContent?.replace(/\s+/g, ' ').trim();
      for (const svg of figure.querySelectorAll('svg[role=img]')) {
        expect(svg.getAttribute('aria-label')?.replace(/\s+/g, ' ')).toBe(constat);
      }
    }
  }
});

describe('au clavier et sans JavaScript', () => {
  test('une page de zone est entière sans JavaScript', async () => {
    const { page, fautes, fermer } = await visiter('zones/namur/', { javaScriptEnabled: false });
    expect(await page.locator('svg[role=img]:visible').count()).toBeGreaterThan(14);
    expect(await page.locator('h1').innerText()).toBe('Namur');
    expect(await page.locator('.chapeau').innerText()).toMatch(/^Dans cette édition fictive, /);
    await page.locator('#secteurs summary').first().click();
    expect(await page.locator('#secteurs table').first().isVisible()).toBe(true);
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('« Voir les données » s’ouvre au clavier', async () => {
    const { page, fermer } = await visiter('zones/liege/', {
      viewport: { width: 360, height: 800 },
    });
    await page.locator('#formes summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#formes table').first().isVisible()).toBe(true);
    await fermer();
  });
});
