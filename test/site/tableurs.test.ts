import Papa from 'papaparse';
import type { Page } from 'playwright';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, describe, expect, test } from 'vitest';
import { encoderDossier } from '../../src/domain/dossier/codec.ts';
import { type Demande, SANS_REPONSE } from '../../src/domain/dossier/panier.ts';
import { donneesDuDossier } from '../../src/query/dossier.ts';
import { lireManifeste, moteurNode } from '../../src/query/engine.node.ts';
import { bombe, celluleAuBout, ligne, longClasseur, xlsx } from '../unit/edition/classeurs.ts';
import { FASE, ouvreur } from './dossier.ts';
import { octetsDe, type Visite, visiter } from './visite.ts';

const BUREAU = { viewport: { width: 1440, height: 900 } };
const PATIENCE = { timeout: 60_000 };

const bouton = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Appuie sur un bouton et lit le fichier qu’il donne. */
async function telecharger(page: Page, nom: string): Promise<Buffer> {
  const [fichier] = await Promise.all([
    page.waitForEvent('download', PATIENCE),
    bouton(page, nom).click(),
  ]);
  return octetsDe(fichier);
}

const feuilleDe = async (octets: Buffer, nom: string) =>
  (await readXlsxFile(octets)).find(({ sheet }) => sheet === nom)?.data ?? [];

const focus = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

let visite: Visite | null = null;

/** Ouvre une page ; rien n’y arrive encore. */
async function ouvrir(chemin: string): Promise<Page> {
  visite = await visiter(chemin, BUREAU);
  return visite.page;
}

afterEach(async () => {
  await visite?.fermer();
  visite = null;
});

async function ouvrirExporter(chemin = 'indicateurs/'): Promise<Page> {
  const page = await ouvrir(chemin);
  await page.locator('.indicateurs[data-pret=true]').waitFor(PATIENCE);
  await page.locator('.outil > summary', { hasText: 'Exporter' }).click();
  await bouton(page, 'XLSX').waitFor(PATIENCE);
  return page;
}

describe('un gros classeur s’écrit, sous la vraie CSP', () => {
  test('le tableau entier : autant de lignes que le tableau, le focus reste', async () => {
    const page = await ouvrirExporter();
    const total = await page.locator('.barre [role=status] data').getAttribute('value');
    await bouton(page, 'XLSX').focus();
    const lignes = await feuilleDe(await telecharger(page, 'XLSX'), 'données');
    expect(lignes.length - 1).toBe(Number(total));
    expect(lignes.length).toBeGreaterThan(1_000);
    await expect
      .poll(() => page.locator('.exporter [role=status]').innerText(), PATIENCE)
      .toMatch(/^indicateurs-choix-.*\.xlsx : \d.*\slignes\.$/);
    expect(await focus(page)).toBe('XLSX');
    expect(await bouton(page, 'CSV').getAttribute('aria-disabled')).toBe('false');
    const csv = await telecharger(page, 'CSV');
    const { data } = Papa.parse<string[]>(csv.toString('utf8'), { skipEmptyLines: true });
    expect(lignes.map((cellules) => cellules[1])).toEqual(data.map((cellules) => cellules[1]));
    expect(visite?.fautes).toEqual([]);
  });

  test('« carte/?zone=4 » : autant de lignes que le CSV', async () => {
    const page = await ouvrir('carte/?zone=4');
    await page.waitForSelector('.carte-liste');
    const csv = (await telecharger(page, 'CSV')).toString('utf8');
    const { data } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
    const lignes = await feuilleDe(await telecharger(page, 'XLSX'), 'implantations');
    expect(lignes.map(([fase]) => fase)).toEqual(data.map(([fase]) => fase));
    expect(lignes.length).toBeGreaterThan(100);
    await page.getByText(/\.xlsx est enregistré\.$/).waitFor();
    expect(visite?.fautes).toEqual([]);
  });

  test('un dossier de cent cinquante demandes', async () => {
    const { options, edition } = await donneesDuDossier(await moteurNode(), await lireManifeste());
    const demandes = options
      .filter(({ annees, statut }) => annees === '4-5-6' && statut === 'organisable')
      .slice(0, 150)
      .map(
        ({ code_obg }): Demande => ({
          ...{ code: code_obg, type: 'Programmation', mode: 'PE', groupement: 'seule' },
          ...{ attendus: null, note: '', reponses: SANS_REPONSE },
        }),
      );
    const lieu = { genre: 'implantation', fase: FASE } as const;
    const lien = encoderDossier({ lieu, demandes, pieces: [], prealables: {}, edition });
    const page = await ouvrir(`dossier/#${lien}`);
    await page.locator('.demande').first().waitFor(PATIENCE);
    const lues = await feuilleDe(await telecharger(page, 'Tableur (XLSX)'), 'Argumentaire');
    expect(lues.length).toBe(demandes.length * 5 + 1);
    await page.getByText('Le tableur est enregistré.').waitFor();
    expect(visite?.fautes).toEqual([]);
  });
});

type Panne = (page: Page) => Promise<unknown>;

const WASM = '**/*.wasm';
const XLSX = /\/xlsx[.-][^/]*\.js$/;
const TRAVAILLEUR = /\/travailleur[.-][^/]*\.js$/;

const repondre =
  (
    motif: string | RegExp,
    reponse: { status?: number; contentType?: string; body?: string },
  ): Panne =>
  (page) =>
    page.route(motif, (route) => route.fulfill(reponse));

const PAGE = { contentType: 'text/html', body: '<!doctype html><title>Introuvable</title>' };

describe('un fichier qui ne vient pas : un message, une sortie, des boutons vivants, le focus gardé', () => {
  test.each<[string, string, Panne]>([
    ['Parquet', 'moteur absent', repondre(WASM, { status: 404, ...PAGE })],
    ['Parquet', 'une page à la place du moteur', repondre(WASM, PAGE)],
    [
      'Parquet',
      'moteur d’un autre type',
      (page) =>
        page.route(WASM, async (route) => {
          const reponse = await route.fetch();
          await route.fulfill({ response: reponse, contentType: 'text/plain' });
        }),
    ],
    ['Parquet', 'moteur coupé', (page) => page.route(WASM, (route) => route.abort())],
    [
      'Parquet',
      'travailleur du moteur absent',
      repondre(/\/moteur\.travailleur[.-][^/]*\.js$/, { status: 404, ...PAGE }),
    ],
    ['XLSX', 'travailleur absent', repondre(TRAVAILLEUR, { status: 404, ...PAGE })],
    ['XLSX', 'écriture absente', repondre(XLSX, { status: 404, ...PAGE })],
    [
      'XLSX',
      'travailleur qui tombe',
      repondre(TRAVAILLEUR, {
        contentType: 'text/javascript',
        body: "addEventListener('message', () => { throw new Error('tombé'); });",
      }),
    ],
  ])('%s : %s', async (format, _quoi, panne) => {
    const page = await ouvrirExporter();
    await panne(page);
    await bouton(page, format).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Le fichier n’a pas pu se faire').waitFor(PATIENCE);
    expect(await focus(page)).toBe(format);
    expect(await bouton(page, format).getAttribute('aria-disabled')).toBe('false');
    const csv = await telecharger(page, 'CSV');
    expect(csv.toString('utf8').split('\n').length).toBeGreaterThan(1_000);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test.each<[string, Panne]>([
    ['Parquet', (page) => page.route(WASM, () => {})],
    ['XLSX', repondre(TRAVAILLEUR, { contentType: 'text/javascript', body: '' })],
  ])('%s : plus aucune nouvelle, la page y renonce', async (format, panne) => {
    visite = await visiter('a-propos/', BUREAU);
    const { page } = visite;
    await page.clock.install();
    await page.goto(page.url().replace('a-propos/', 'indicateurs/'));
    await page.locator('.indicateurs[data-pret=true]').waitFor(PATIENCE);
    await page.locator('.outil > summary', { hasText: 'Exporter' }).click();
    await panne(page);
    await bouton(page, format).click(PATIENCE);
    await page.getByText('Préparation du fichier…').waitFor();
    const dit = page.getByText('Le fichier n’a pas pu se faire');
    await expect
      .poll(async () => {
        await page.clock.fastForward(20_000);
        return dit.count();
      }, PATIENCE)
      .toBe(1);
    expect(await bouton(page, format).getAttribute('aria-disabled')).toBe('false');
  });

  test('après l’échec, le même bouton réussit', async () => {
    const page = await ouvrirExporter('indicateurs/?zone=4&besoin=tc-fc');
    for (const [format, motif] of [
      ['XLSX', XLSX],
      ['Parquet', WASM],
    ] as const) {
      await page.route(motif, (route) => route.abort());
      await bouton(page, format).click();
      await page.getByText('Le fichier n’a pas pu se faire').waitFor(PATIENCE);
      await page.unroute(motif);
      expect((await telecharger(page, format)).length).toBeGreaterThan(1_000);
    }
  });

  test('l’image d’une figure, dans une zone et dans la comparaison', async () => {
    const page = await ouvrir('zones/liege/');
    const lien = page.locator('a[data-png]:visible').first();
    await lien.waitFor();
    await page.route('**/*.svg', (route) => route.abort());
    await lien.click();
    await page.getByRole('alert').getByText('Le SVG reste disponible.').waitFor(PATIENCE);
    await page.unroute('**/*.svg');
    await Promise.all([page.waitForEvent('download', PATIENCE), lien.click()]);
    expect(await page.getByRole('alert').count()).toBe(0);

    await page.goto(new URL('../../comparer/', page.url()).href);
    const autre = page.locator('[data-fichier=png]:visible').first();
    await autre.waitFor();
    // Sans les polices du site, l’image se fait avec celles de la machine.
    await page.route('**/*.woff2', (route) => route.abort());
    await Promise.all([page.waitForEvent('download', PATIENCE), autre.click()]);
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('un fichier déposé dans « Mes données »', () => {
  const ouvrirDossier = ouvreur();
  const decrire = async (): Promise<Page> => {
    const page = await ouvrirDossier();
    await page.getByRole('button', { name: /la décrire/ }).click();
    return page;
  };
  const champ = (page: Page) => page.getByLabel('Fichier d’options et d’élèves');
  const deposer = (page: Page, name: string, contenu: Uint8Array | string): Promise<void> =>
    champ(page).setInputFiles({ name, mimeType: '', buffer: Buffer.from(contenu) });
  const avis = (page: Page) => page.locator('.mes-options > [role=status]');

  test('cinq mille lignes, plus de 512 ko : lues, additionnées', async () => {
    const page = await decrire();
    await deposer(page, 'long.xlsx', longClasseur(5_000));
    await page.getByText('1 option lue, 0 ligne écartée').waitFor(PATIENCE);
    const lus = await page
      .locator('.mes-lignes input')
      .evaluateAll((champs) => champs.map((un) => (un as HTMLInputElement).value));
    expect(lus).toEqual(['2500', '2500']);
  });

  test('une feuille cachée en tête ne se lit pas', async () => {
    const page = await decrire();
    const entete = ['code_obg', 'eleves'];
    const classeur = xlsx([
      { etat: 'hidden', xml: ligne(1, entete) + ligne(2, ['2213', 999]) },
      { xml: ligne(1, entete) + ligne(2, ['2115', 12]) },
    ]);
    await deposer(page, 'cachee.xlsx', classeur);
    await page.getByText('1 option lue, 0 ligne écartée').waitFor(PATIENCE);
    expect(await page.locator('.mes-lignes tbody th').innerText()).toContain('2115');
  });

  const dix = 'x'.repeat(10_000_000);
  test.each<[string, () => Uint8Array | string, RegExp]>([
    ['au-bout.xlsx', celluleAuBout, /XFD1048576 : 200\s000 lignes au plus\. Effacez/],
    ['bombe.xlsx', () => bombe(150_000_000), /déplié, dépasse 64\sMo\./],
    ['cellule.xlsx', () => xlsx([{ xml: ligne(1, [dix]) }]), /A1 : une cellule de 10\s000\s000/],
    ['cellule.csv', () => `code;eleves\n2115;${dix}`, /ligne 2 : 10\s000\s005 caractères/],
    ['lourd.csv', () => 'a;b\n'.repeat(5_300_000), /pèse 21\sMo/],
    ['ancien.xls', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /\.xls\)/],
    ['image.xlsx', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), /une image\./],
    ['abime.xlsx', () => longClasseur(100).slice(0, 2_000), /abîmé/],
  ])('« %s » se refuse, et le suivant se lit', async (nom, contenu, phrase) => {
    const page = await decrire();
    await deposer(page, nom, contenu());
    await avis(page).locator('li', { hasText: nom }).waitFor(PATIENCE);
    const dit = (await avis(page).innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(dit).toMatch(phrase);
    expect(dit).not.toContain('Lecture de');
    await deposer(page, 'bon.csv', 'code_obg;eleves\n2115;12\n');
    await page.getByText('1 option lue, 0 ligne écartée').waitFor(PATIENCE);
  });

  test('cent mille codes inconnus : vingt sont dits, sans figer la page', async () => {
    const page = await decrire();
    const codes = Array.from({ length: 100_000 }, (_, i) => `${100_000 + i};1`);
    await deposer(page, 'inconnus.csv', ['code_obg;eleves', '2115;12', ...codes].join('\n'));
    await avis(page)
      .getByText(/^Et 99\s980 autres\.$/)
      .waitFor(PATIENCE);
    expect(await avis(page).locator('li').count()).toBe(21);
    const liste = page.getByRole('combobox', { name: 'TC et FC', exact: true });
    await liste.selectOption('miennes');
    const colles = codes.map((code) => code.slice(2, 6)).join(', ');
    await page.getByRole('textbox', { name: /Codes des options en TC/ }).fill(colles);
    await page.getByText(/Pas au répertoire\s: .* et \d\s\d+ autres\./).waitFor(PATIENCE);
  });

  test('sans le lecteur, la page dit ce qui manque, et le fichier n’y est pour rien', async () => {
    visite = await visiter('dossier/', BUREAU);
    const { page } = visite;
    await page.locator('.dossier[data-pret]').waitFor(PATIENCE);
    await page.getByRole('button', { name: /la décrire/ }).click();
    await page.route(TRAVAILLEUR, (route) => route.fulfill({ status: 404, ...PAGE }));
    await deposer(page, 'bon.xlsx', longClasseur(10));
    await avis(page).locator('li', { hasText: 'Vérifiez votre connexion' }).waitFor(PATIENCE);
    await page.unroute(TRAVAILLEUR);
    await deposer(page, 'bon.xlsx', longClasseur(10));
    await page.getByText('1 option lue, 0 ligne écartée').waitFor(PATIENCE);
  });

  test('« Arrêter » rend la main', async () => {
    const page = await decrire();
    await page.route(/\/(classeur|fflate|papaparse)[^/]*\.js$/, () => {});
    await deposer(page, 'lent.xlsx', longClasseur(10));
    await bouton(page, 'Arrêter').click(PATIENCE);
    await page.getByText('La lecture est arrêtée').waitFor();
    expect(await champ(page).evaluate((e) => e === document.activeElement)).toBe(true);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await deposer(page, 'bon.xlsx', longClasseur(10));
    await page.getByText('1 option lue, 0 ligne écartée').waitFor(PATIENCE);
  });
});
