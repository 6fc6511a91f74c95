import type { BrowserContextOptions, Locator, Page, Route } from 'playwright';
import { describe, expect, test } from 'vitest';
import { type Visite, visiter } from './visite.ts';

const BUREAU: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const PATIENCE = { timeout: 60_000 };
/** Ce que le navigateur dit lui-même d’une requête perdue n’est pas une faute de la page. */
const DU_NAVIGATEUR =
  /Failed to (load resource|fetch)|ERR_FAILED|Content-Type|blocked|WebAssembly|out of memory/;

type Panne = (page: Page) => Promise<unknown>;

const perdre =
  (motif: string | RegExp): Panne =>
  (page) =>
    page.route(motif, (route) => route.abort());

const repondre =
  (motif: string | RegExp, autrement: (route: Route) => Promise<object>): Panne =>
  (page) =>
    page.route(motif, async (route) => route.fulfill(await autrement(route)));

/** Ouvre une page quand la panne est déjà là. */
async function ouvrir(chemin: string, panne: Panne): Promise<Visite> {
  const visite = await visiter('a-propos/', BUREAU);
  await panne(visite.page);
  await visite.page.goto(new URL(`../${chemin}`, visite.page.url()).href, { waitUntil: 'load' });
  return visite;
}

const fautesDeLaPage = ({ fautes }: Visite): string[] =>
  fautes.filter((faute) => !DU_NAVIGATEUR.test(faute));

const total = (page: Page): Promise<number> =>
  page.$eval('.barre [role=status] data', (element) => Number((element as HTMLDataElement).value));

/** Coche une zone : l’index répond, quoi qu’il arrive au moteur. */
async function filtrer(page: Page): Promise<void> {
  const tout = await total(page);
  await page.locator('.indicateurs[data-pret=true]').waitFor(PATIENCE);
  await page.getByRole('checkbox', { name: /^Liège/ }).check();
  await page.locator('.indicateurs[data-pour="?zone=4"][data-par=index]').waitFor(PATIENCE);
  const filtre = await total(page);
  expect(filtre).toBeGreaterThan(0);
  expect(filtre).toBeLessThan(tout);
}

const annee = (page: Page): Locator => page.getByLabel('Année scolaire');

const moitie = async (route: Route): Promise<object> => {
  const corps = await (await route.fetch()).body();
  return { status: 200, body: corps.subarray(0, Math.floor(corps.byteLength / 2)) };
};

/** L’index d’une année, la dernière ou une d’avant. */
const INDEX = /\/data\/indicateurs-\d{4}-\d{4}\.[0-9a-f]{10}\.json$/;

describe('l’index d’une année d’avant manque : la dernière répond encore', () => {
  test.each<[string, Panne]>([
    ['absent', repondre(INDEX, async () => ({ status: 404, body: '' }))],
    ['réseau coupé', perdre(INDEX)],
    ['tronqué', repondre(INDEX, moitie)],
    [
      'une page à sa place',
      repondre(INDEX, async () => ({ contentType: 'text/html', body: '<!doctype html>' })),
    ],
  ])('%s', async (_nom, panne) => {
    const visite = await ouvrir('indicateurs/', async () => {});
    const { page } = visite;
    await filtrer(page);
    const lignes = await total(page);
    const derniere = await annee(page).inputValue();
    await panne(page);
    await annee(page).selectOption({ index: 2 });
    await page.getByRole('alert').waitFor(PATIENCE);
    expect(await total(page), 'les mêmes filtres sur la dernière année').toBe(lignes);
    expect(await page.locator('caption').innerText()).toContain(derniere);
    await page.getByRole('button', { name: `Revenir à ${derniere}` }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(await annee(page).inputValue()).toBe(derniere);
    await page.getByRole('checkbox', { name: /^3 Construction/ }).check();
    await page.locator('.indicateurs[data-pour="?zone=4&secteur=3"][data-par=index]').waitFor();
    expect(fautesDeLaPage(visite)).toEqual([]);
    await visite.fermer();
  });
});

test('l’index d’une année d’avant, coupé une fois : « Réessayer » le lit', async () => {
  const visite = await ouvrir('indicateurs/', async () => {});
  const { page } = visite;
  await filtrer(page);
  await page.route(INDEX, (route) => route.abort(), { times: 1 });
  await annee(page).selectOption({ index: 2 });
  const choisie = await annee(page).inputValue();
  await page.getByRole('button', { name: 'Réessayer' }).click(PATIENCE);
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page.locator('caption').filter({ hasText: choisie }).waitFor(PATIENCE);
  expect(await total(page)).toBeGreaterThan(0);
  expect(fautesDeLaPage(visite)).toEqual([]);
  await visite.fermer();
});

test('un type MIME faux sur les index ne change rien', async () => {
  const texte = async (route: Route): Promise<object> => ({
    body: await (await route.fetch()).body(),
    contentType: 'text/plain',
  });
  const visite = await ouvrir('indicateurs/', repondre(INDEX, texte));
  const { page } = visite;
  await filtrer(page);
  await annee(page).selectOption({ index: 2 });
  const choisie = await annee(page).inputValue();
  await page.locator('caption').filter({ hasText: choisie }).waitFor(PATIENCE);
  expect(await total(page)).toBeGreaterThan(0);
  expect(fautesDeLaPage(visite)).toEqual([]);
  await visite.fermer();
});

describe('quand l’index manque, le message dit quoi faire et les lignes restent', () => {
  test.each<[string, Panne, string]>([
    ['autre édition en ligne', repondre(INDEX, async () => ({ status: 404 })), 'Recharger la page'],
    ['réseau coupé', perdre(INDEX), 'Réessayer'],
    ['index tronqué', repondre(INDEX, moitie), 'Réessayer'],
  ])('%s', async (_nom, panne, sortie) => {
    const visite = await ouvrir('indicateurs/', panne);
    const { page } = visite;
    const lignes = await page.locator('.indicateurs-resultats tbody tr').count();
    await page.getByRole('checkbox', { name: /^Liège/ }).click();
    await page.getByRole('button', { name: sortie }).waitFor(PATIENCE);
    expect(await page.locator('.indicateurs-resultats tbody tr').count()).toBe(lignes);
    expect(fautesDeLaPage(visite)).toEqual([]);
    await visite.fermer();
  });
});

test('la carte sans ses fichiers : un message, et le contenu de départ', async () => {
  const visite = await ouvrir('carte/', perdre(/\/data\/.*\.json$/));
  await visite.page.getByRole('alert').first().waitFor(PATIENCE);
  expect(await visite.page.locator('h1').count()).toBe(1);
  expect(fautesDeLaPage(visite)).toEqual([]);
  await visite.fermer();
});

test.each(['indicateurs/', 'carte/', 'dossier/', 'hors-ligne/', 'zones/liege/'])(
  'sans aucun stockage, « %s » s’ouvre et ne casse rien',
  async (chemin) => {
    const visite = await ouvrir(chemin, (page) =>
      page.addInitScript(() => {
        for (const nom of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
          Object.defineProperty(window, nom, {
            get: () => {
              throw new DOMException('refusé', 'SecurityError');
            },
          });
        }
      }),
    );
    await visite.page.waitForLoadState('networkidle');
    await visite.page
      .locator('main button:visible')
      .first()
      .focus()
      .catch(() => {});
    expect(await visite.page.locator('h1').count()).toBe(1);
    expect(fautesDeLaPage(visite)).toEqual([]);
    await visite.fermer();
  },
);
