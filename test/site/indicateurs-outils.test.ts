import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { octetsDe, type Visite, visiter } from './visite.ts';

const PATIENCE = { timeout: 15_000 };
const MOTEUR = 120_000;
const TRANCHE = '?zone=4&besoin=tc-fc';

let visite: Visite;
let page: Page;

beforeAll(async () => {
  visite = await visiter(`indicateurs/${TRANCHE}`, { viewport: { width: 1440, height: 900 } });
  page = visite.page;
  await pour(TRANCHE);
});

afterAll(() => visite.fermer());

const pour = (search: string) =>
  page.locator(`.indicateurs[data-pour="${search}"]`).waitFor({ ...PATIENCE, timeout: MOTEUR });

/** Va à une adresse sans recharger, comme « Précédent ». */
async function aller(search: string): Promise<void> {
  await page.evaluate((nouvelle) => {
    history.pushState(null, '', location.pathname + nouvelle);
    dispatchEvent(new PopStateEvent('popstate'));
  }, search);
  await pour(search);
}

const total = async (): Promise<number> =>
  Number(await page.locator('.barre [role=status] data').getAttribute('value'));

const ouvrir = (panneau: string) => page.locator('.outil > summary', { hasText: panneau }).click();

async function telecharger(format: string): Promise<{ nom: string; octets: Buffer }> {
  const bouton = page.getByRole('button', { name: format, exact: true });
  await bouton.waitFor(PATIENCE);
  const [fichier] = await Promise.all([
    page.waitForEvent('download', { timeout: MOTEUR }),
    bouton.click({ timeout: MOTEUR }),
  ]);
  return { nom: fichier.suggestedFilename(), octets: await octetsDe(fichier) };
}

async function lireParquet(octets: Buffer): Promise<Record<string, unknown>[]> {
  const dossier = mkdtempSync(join(tmpdir(), 'oad-tranche-'));
  const chemin = join(dossier, 'tranche.parquet');
  writeFileSync(chemin, octets);
  const connexion = await (await DuckDBInstance.create()).connect();
  const lu = await connexion.runAndReadAll(`FROM read_parquet('${chemin}')`);
  rmSync(dossier, { recursive: true });
  return lu.getRowObjectsJson();
}

describe('emporter la tranche', () => {
  test(
    'les quatre formats disent les mêmes lignes, les filtres, l’édition et l’adresse',
    async () => {
      const lignes = await total();
      await ouvrir('Exporter');
      const csv = await telecharger('CSV');
      const excel = await telecharger('CSV pour Excel');
      const xlsx = await telecharger('XLSX');
      const parquet = await telecharger('Parquet');
      await page.keyboard.press('Escape');

      expect(csv.nom).toMatch(/^indicateurs-choix-fictif-.*\.csv$/);
      const { data, errors } = Papa.parse<Record<string, string>>(csv.octets.toString('utf8'), {
        header: true,
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      expect(data).toHaveLength(lignes);
      for (const rangee of data) {
        expect(rangee).toMatchObject({ zone: '4', zone_nom: 'Liège', tc_fc: 'oui' });
        expect(rangee.filtres).toContain('Zone : Liège ; Besoin : TC-FC');
        expect(rangee.nature).toBe('démonstration');
        expect(rangee.edition).toContain('données de démonstration');
        expect(rangee.adresse).toBe(page.url());
      }

      expect(excel.octets.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(excel.octets.toString('utf8').split('\r\n')[0]).toContain(';code_obg;');

      const feuilles = await readXlsxFile(xlsx.octets);
      const feuille = (nom: string) => feuilles.find(({ sheet }) => sheet === nom)?.data ?? [];
      const codes = feuille('données')
        .slice(1)
        .map(([, code]) => code);
      expect(codes).toEqual(data.map(({ code_obg }) => code_obg));
      const aLire = JSON.stringify(feuille('à lire'));
      expect(aLire).toContain('Dans cette édition fictive');
      expect(aLire).toContain('Zone : Liège');

      const rangees = await lireParquet(parquet.octets);
      const nombre = (valeur: string | undefined) => (valeur === '' ? null : Number(valeur));
      expect(rangees.map(({ code_obg, eleves, tc }) => [code_obg, eleves, tc])).toEqual(
        data.map(({ code_obg, eleves }) => [code_obg, nombre(eleves), true]),
      );
      expect(rangees[0]?.nature).toBe('démonstration');
    },
    MOTEUR * 2,
  );
});

describe('au clavier', () => {
  test('le détail s’ouvre sous sa ligne, et Échap rend sa place', async () => {
    const bouton = page.getByRole('button', { name: /^Détail/ }).nth(1);
    await bouton.focus();
    await page.keyboard.press('Enter');
    const detail = page.locator('.detail-grille');
    await detail.waitFor(PATIENCE);
    expect(await detail.innerText()).toMatch(/Norme de création[\s\S]*Métiers[\s\S]*Statut/);
    expect(await detail.locator('.detail-metiers .besoin-tc').count()).toBeGreaterThan(0);
    expect(await detail.locator('.detail-metiers .besoin-fc').count()).toBeGreaterThan(0);
    await page.locator('.detail-liens a').last().focus();
    await page.keyboard.press('Escape');
    await detail.waitFor({ state: 'detached' });
    expect(await bouton.evaluate((e) => e === document.activeElement)).toBe(true);
  });

  test('une colonne se montre, s’avance, et l’adresse la retient', async () => {
    await ouvrir('Colonnes');
    await page.getByRole('checkbox', { name: /^Cinq ans/ }).focus();
    await page.keyboard.press('Space');
    await page.locator('th.c-tendance').waitFor(PATIENCE);
    const avancer = page.getByRole('button', { name: 'Avancer « Cinq ans »' });
    await avancer.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/colonnes=.*besoin,tendance,norme/);
    expect(await avancer.evaluate((e) => e === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    const titres = await page.locator('.indicateurs-tableau thead th').allInnerTexts();
    expect(titres.slice(-2)).toEqual(['Cinq ans', 'Norme de création']);
  });

  test('Majuscule et Entrée sur un en-tête ajoutent un tri', async () => {
    await aller('?vue=lignes');
    await page.getByRole('button', { name: 'Besoin', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Élèves', exact: true }).press('Shift+Enter');
    await pour('?vue=lignes&tri=besoin,eleves-');
    expect(await page.getByLabel('puis par').inputValue()).toBe('eleves');
  });
});

describe('réunir', () => {
  const valeurs = (selecteur: string) =>
    page
      .locator(selecteur)
      .evaluateAll((tous) => tous.map((data) => Number((data as HTMLDataElement).value)));
  const somme = (nombres: readonly number[]) => nombres.reduce((a, b) => a + b, 0);

  test('par zone et croisées, les mêmes élèves', async () => {
    await aller('?secteur=3&vue=zone');
    await page.locator('.par-zone').waitFor(PATIENCE);
    const parZone = await valeurs('.par-zone tbody td:nth-last-child(2) data');
    await aller('?secteur=3&vue=pivot');
    const bas = await valeurs('.croise tfoot data');
    expect(bas).toEqual([...parZone, somme(parZone)]);
    await aller('?secteur=3&vue=pivot&croisement=zone-annee');
    expect(await valeurs('.croise tbody tr > :last-child data')).toEqual(parZone);
    await aller('?secteur=3&vue=option&par-page=continu');
    expect(somme(await valeurs('.par-option tbody td:last-child data'))).toBe(somme(parZone));
  });

  test(
    'une année d’avant vient du moteur : ce que la dernière disait d’elle',
    async () => {
      await aller('?secteur=3&annee-scolaire=2021-2022&vue=zone');
      const avant = await valeurs('.par-zone tbody td:nth-last-child(2) data');
      await aller('?secteur=3&vue=pivot&croisement=zone-annee');
      expect(await valeurs('.croise tbody td:nth-child(4) data')).toEqual(avant);
    },
    MOTEUR,
  );
});

test('une vue gardée se retrouve, et se retire', async () => {
  await aller('?zone=6');
  await ouvrir('Mes vues');
  await page.getByLabel('Garder la vue').fill('Namur');
  await page.keyboard.press('Enter');
  const lien = page.getByRole('link', { name: 'Namur', exact: true });
  expect(await lien.getAttribute('href')).toBe('?zone=6');
  await page.getByRole('button', { name: 'Retirer « Namur »' }).click();
  await lien.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.keyboard.press('Escape');
  expect(visite.fautes).toEqual([]);
});

test('ce qui est tapé avant que la page ne soit vivante n’est pas perdu', async () => {
  const { page, fermer } = await visiter('a-propos/');
  let livrer = (): void => {};
  const tape = new Promise<void>((resoudre) => {
    livrer = resoudre;
  });
  await page.route(/\/Indicateurs\.[^/]*\.js$/, async (route) => {
    await tape;
    await route.continue();
  });
  await page.goto(page.url().replace('a-propos/', 'indicateurs/'), { waitUntil: 'commit' });
  await page.locator('#q').fill('bois');
  livrer();
  await page.locator('.indicateurs[data-pour="?q=bois"]').waitFor(PATIENCE);
  expect(await page.locator('#q').inputValue()).toBe('bois');
  await fermer();
});
