import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { distanceKm } from '../../src/domain/geo/distance.ts';
import { debord, uneVisiteParTest, violationsDesThemes } from './visite.ts';

const ouvrir = uneVisiteParTest();

const enRangees = (chemin: string): readonly Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(`data/${chemin}.csv`, 'utf8').trimEnd(), {
    header: true,
  }).data;

const TELEPHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
/** Ceux que l’intitulé ou les mots de tous les jours rattachent à « coiffure ». */
const COIFFEURS = ['8304', '8314', '8326', '8328'];

/** Les écoles d’un cercle où s’apprend l’un des codes, d’après les CSV, de la plus proche à la plus loin. */
function attendues(commune: string, codes: readonly string[], km: number): readonly string[] {
  const position = (r: Record<string, string> | undefined) => ({
    lat: Number(r?.lat),
    lon: Number(r?.lon),
  });
  const centre = position(enRangees('territoire/communes').find((c) => c.commune === commune));
  const inscriptions = enRangees('offre/inscriptions');
  const annee = inscriptions
    .map(({ annee_scolaire }) => annee_scolaire ?? '')
    .sort()
    .at(-1);
  const sites = new Set(
    inscriptions
      .filter((i) => i.annee_scolaire === annee && codes.includes(i.code_obg ?? ''))
      .filter((i) => Number(i.eleves) > 0)
      .map((i) => i.fase_implantation),
  );
  return enRangees('offre/implantations')
    .filter((s) => sites.has(s.fase_implantation))
    .map((s) => ({ fase: s.fase_implantation ?? '', km: distanceKm(centre, position(s)) }))
    .filter((s) => s.km <= km)
    .sort((a, b) => a.km - b.km || (a.fase < b.fase ? -1 : 1))
    .map(({ fase }) => fase);
}

const fases = (page: Page) =>
  page.locator('.ecole').evaluateAll((es) => es.map((e) => e.getAttribute('data-fase')));

test('de l’accueil à l’école la plus proche, sur un téléphone', async () => {
  const page = await ouvrir('', TELEPHONE);
  await page.locator('main').getByRole('link', { name: 'Où apprendre un métier' }).tap();
  await page.getByLabel('Métier ou formation').fill('coiffure');
  const commune = page.getByRole('combobox', { name: 'Votre commune' });
  await commune.fill('Namur');
  await page.getByRole('option', { name: /^Namur/ }).tap();
  await page.locator('.ecole').first().waitFor();
  const voulues = attendues('Namur', COIFFEURS, 30);
  expect(voulues.length).toBeGreaterThan(2);
  expect(await fases(page)).toEqual(voulues.slice(0, 10));
  const constat = (await page.locator('.apprendre-reponse .constat').innerText()).replace(
    /[\u00a0\u202f]/g,
    ' ',
  );
  expect(constat).toBe(
    `Dans cette édition fictive, ${voulues.length} écoles à 30 km ou moins de Namur pour « coiffure ».`,
  );
  expect(new URL(page.url()).search).toBe('?q=coiffure&commune=namur');
  const premiere = await page.locator('.ecole').first().boundingBox();
  expect(premiere?.y ?? 9999, 'la première école, sans défiler plus d’un écran').toBeLessThan(1688);
  expect(await debord(page)).toEqual([]);
  expect(await violationsDesThemes(page)).toEqual([]);
});

test('l’adresse répond seule ; la voie et la formation resserrent, le focus reste', async () => {
  const page = await ouvrir('ou-apprendre/?q=coiffure&commune=namur&rayon=50');
  await page.locator('.ecole').first().waitFor();
  const toutes = await page.locator('.ecole').count();
  const formation = page.getByRole('combobox', { name: 'Formation' });
  await formation.focus();
  await formation.selectOption({ index: 1 });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  expect(new URL(page.url()).searchParams.get('option')).toMatch(/^\d{4}/);
  await page.getByRole('combobox', { name: 'Comment' }).selectOption('ALT');
  expect(new URL(page.url()).searchParams.get('filiere')).toBe('ALT');
  for (const texte of await page.locator('.ecole li').allTextContents()) {
    expect(texte).toContain('alternance');
  }
  expect(await page.locator('.ecole').count()).toBeLessThanOrEqual(toutes);
});

test('ce qu’on apprend dans une école va de la première année à la dernière', async () => {
  const page = await ouvrir('ou-apprendre/?q=coiffure&commune=namur&rayon=50');
  await page.locator('.ecole').first().waitFor();
  for (const ecole of await page.locator('.ecole').all()) {
    const annees = (await ecole.locator('li').allTextContents()).map(
      (texte) => texte.match(/en (\d)e/)?.[1] ?? '9',
    );
    expect(annees).toEqual(annees.toSorted());
  }
});

test('un mot que rien ne porte, une valeur impossible : la page le dit et reste utile', async () => {
  const page = await ouvrir('ou-apprendre/?q=xqzwvk&commune=namur&rayon=31');
  await page.getByText('Aucune formation ne répond à « xqzwvk »').waitFor();
  expect(await page.getByText('L’adresse demande « rayon=31 »').count()).toBe(1);
  expect(await page.locator('.apprendre-secteurs details').count()).toBeGreaterThan(5);
});

test('sans script, les formations par secteur mènent aux pages des options', async () => {
  const page = await ouvrir('ou-apprendre/', { javaScriptEnabled: false });
  expect(await page.locator('.apprendre-form').isVisible()).toBe(false);
  const secteur = page.locator('.apprendre-secteurs details', {
    hasText: 'Services aux personnes',
  });
  await secteur.locator('summary').click();
  await secteur
    .getByRole('link', { name: /Coiffeur/ })
    .first()
    .click();
  expect(page.url()).toMatch(/\/options\/8\d{3}\/$/);
});

test('la recherche du site y mène', async () => {
  const page = await ouvrir('');
  const champ = page.getByRole('search').first().locator('input');
  await champ.fill('où apprendre un métier');
  await page
    .locator('.recherche-liste [role=option]', { hasText: 'Où apprendre un métier' })
    .first()
    .waitFor();
});
