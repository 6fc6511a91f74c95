import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { encoderDossier } from '../../src/domain/dossier/codec.ts';
import { type Dossier, SANS_REPONSE } from '../../src/domain/dossier/panier.ts';
import { distanceKm } from '../../src/domain/geo/distance.ts';
import { choisir, choisirCommune, demande, demander, FASE, ouvreur, rangee } from './dossier.ts';
import { debord, violationsDesThemes } from './visite.ts';

const ouvrir = ouvreur();
const clair = (texte: string) => texte.replaceAll('\u00a0', ' ');

const recu = (codes: readonly string[], prealables: Dossier['prealables'] = {}): string =>
  encoderDossier({
    edition: '',
    lieu: { genre: 'implantation', fase: FASE },
    pieces: [],
    prealables,
    demandes: codes.map((code) => ({
      ...{ code, type: 'Programmation', mode: 'PE', groupement: 'seule' },
      ...{ attendus: 12, note: '', reponses: SANS_REPONSE },
    })),
  } as Dossier);

test.each([390, 1366])('à %i px, un lien reçu mène à ses demandes', async (width) => {
  const page = await ouvrir(`dossier/#${recu(['2115', '2213'])}`, {
    viewport: { width, height: 844 },
  });
  await page.waitForSelector('.demande');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.id), { timeout: 5000 })
    .toBe('panier');
  const haut = await page.locator('#panier').evaluate((e) => e.getBoundingClientRect().top);
  expect(haut).toBeGreaterThanOrEqual(0);
  expect(haut).toBeLessThan(200);
});

test('ce que l’école a déjà se dit une fois, et vaut pour toutes ses demandes', async () => {
  const page = await ouvrir();
  await choisir(page);
  for (const code of ['2115', '2325']) await demander(page, code);
  const prealables = page.locator('.prealables');
  expect(await prealables.getByRole('combobox').count()).toBe(2);
  expect(await page.locator('.demande .avertissements [data-genre=degre-d-abord]').count()).toBe(0);
  const goss = page.locator('.dans-goss');
  const lignes = () => goss.locator('li').allTextContents();
  await prealables.getByLabel('Degré qualifiant (DQ)').selectOption('non');
  await prealables.getByLabel('DQ 4 P').selectOption('non');
  expect((await lignes()).map((ligne) => clair(ligne).slice(0, 52))).toEqual([
    'Programmation, structure « degré spécifique » : DQ',
    'Programmation, structure « année d’études » : DQ 4 P',
    'Programmation, structure « option de base groupée » ',
    'Programmation, structure « option de base groupée » ',
  ]);
  expect(await prealables.locator('[data-genre]').count()).toBe(2);
  await page.reload();
  await page.waitForSelector('.demande');
  expect(await prealables.getByLabel('DQ 4 P').inputValue()).toBe('non');
});

test('chaque demande porte son échéance', async () => {
  const page = await ouvrir(`dossier/#${recu(['2115', '2213'])}`);
  await page.waitForSelector('.demande');
  for (const code of ['2115', '2213']) {
    const dite = await demande(page, code).locator('.demande-echeance').innerText();
    expect(clair(dite)).toMatch(
      /^À introduire pour le 15 mars 20\d\d, ouverture à la rentrée 20\d\d ou 20\d\d\.$/,
    );
  }
});

test('« Mes données » : les listes de l’école d’abord, et rien n’y est zéro', async () => {
  const page = await ouvrir();
  await page.getByRole('button', { name: /la décrire/ }).click();
  const choix = page.getByRole('combobox', { name: 'TC et FC', exact: true });
  expect(await choix.inputValue()).toBe('miennes');
  expect((await choix.locator('option').allTextContents())[0]).toBe('celles de mes listes');
  await choisirCommune(page, 'Namur', 'Namur');
  await page.getByLabel('Caractère').selectOption('confessionnel');
  await page.getByRole('searchbox', { name: 'Chercher une option' }).fill('2115');
  await demander(page, '2115');
  const faits = demande(page, '2115').locator('[data-critere=besoin]');
  expect(await faits.textContent()).toContain('la liste TC n’est pas fournie');
  await page.getByRole('textbox', { name: /Codes des options en TC/ }).fill('2213');
  expect(await faits.textContent()).toContain('Pas de thématique commune');
  expect(await faits.textContent()).toContain('la liste FC n’est pas fournie');
});

const enRangeesCsv = <T>(chemin: string): readonly T[] =>
  Papa.parse<T>(readFileSync(chemin, 'utf8').trimEnd(), { header: true }).data;

interface Site {
  readonly fase_implantation: string;
  readonly nom: string;
  readonly lat: string;
  readonly lon: string;
}

test('les voisins sont nommés, avec leurs élèves et un plan : ceux des CSV', async () => {
  const sites = enRangeesCsv<Site>('data/offre/implantations.csv');
  const inscriptions = enRangeesCsv<{
    annee_scolaire: string;
    fase_implantation: string;
    code_obg: string;
    eleves: string;
  }>('data/offre/inscriptions.csv');
  const annee = inscriptions
    .map((i) => i.annee_scolaire)
    .sort()
    .at(-1);
  const depart = sites.find((s) => s.fase_implantation === FASE);
  const code = '8123';
  const position = (s: Site | undefined) => ({ lat: Number(s?.lat), lon: Number(s?.lon) });
  const attendus = sites
    .flatMap((site) => {
      const eleves = inscriptions
        .filter((i) => i.annee_scolaire === annee && i.code_obg === code)
        .filter((i) => i.fase_implantation === site.fase_implantation)
        .reduce((n, i) => n + Number(i.eleves), 0);
      const km = distanceKm(position(depart), position(site));
      return eleves > 0 && site.fase_implantation !== FASE ? [{ nom: site.nom, eleves, km }] : [];
    })
    .sort((a, b) => a.km - b.km);
  const dedans = attendus.filter(({ km }) => km <= 10);
  const voulus = dedans.length > 0 ? dedans : attendus.slice(0, 3);
  const page = await ouvrir();
  await choisir(page);
  await page.getByRole('searchbox', { name: 'Chercher une option' }).fill(code);
  await rangee(page, code).getByRole('button', { name: code }).first().click();
  const lus = await page.locator('.candidat-faits:visible .voisins li').allTextContents();
  expect(lus.map(clair)).toEqual(
    voulus.map(({ nom, eleves, km }) => {
      const dit = `à ${km.toLocaleString('fr-BE', { maximumFractionDigits: 1 })} km`;
      return expect.stringMatching(new RegExp(`^${nom}.* : ${eleves} élèves?, .*${dit}`));
    }),
  );
  const plan = page.locator('.candidat-faits:visible .voisins-plan');
  const numeros = (await plan.locator('text').allTextContents()).flatMap((t) => t.split(', '));
  expect(numeros.map(Number).sort((a, b) => a - b)).toEqual(voulus.map((_, i) => i + 1));
  expect(await violationsDesThemes(page)).toEqual([]);
});

test.each([360, 1440])('à %i px, rien ne déborde des préalables ni des voisins', async (width) => {
  const page = await ouvrir(`dossier/#${recu(['2115', '8123', '1117'])}`, {
    viewport: { width, height: 900 },
  });
  await page.waitForSelector('.demande');
  for (const resume of await page.locator('.dossier-ecran summary').all()) await resume.click();
  expect(await debord(page)).toEqual([]);
});
