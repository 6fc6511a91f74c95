import type { BrowserContextOptions, Page, Route } from 'playwright';
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

/** Coche une zone et attend la réponse, par l’index ou par le moteur. */
async function filtrer(page: Page): Promise<string> {
  const tout = await total(page);
  await page.getByRole('checkbox', { name: /^Liège/ }).check();
  await page.locator('.indicateurs[data-pour="?zone=4"]').waitFor(PATIENCE);
  const filtre = await total(page);
  expect(filtre).toBeGreaterThan(0);
  expect(filtre).toBeLessThan(tout);
  return (await page.locator('.indicateurs').getAttribute('data-par')) ?? '';
}

/** Passe, sans les attendre, les secondes de silence au bout desquelles la page renonce au moteur. */
const laisserRenoncer = (page: Page): Promise<void> =>
  expect
    .poll(async () => {
      await page.clock.fastForward(20_000);
      return page.locator('[data-moteur=perdu]').count();
    }, PATIENCE)
    .toBe(1);

/** Demande autre chose, maintenant que le moteur est prêt ou perdu. */
async function filtrerEncore(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /^3 Construction/ }).check();
  await page.locator('.indicateurs[data-pour="?zone=4&secteur=3"]').waitFor(PATIENCE);
}

const PARQUET = /\/data\/.*\.parquet$/;
const moitie = async (route: Route): Promise<object> => {
  const corps = await (await route.fetch()).body();
  return { status: 200, body: corps.subarray(0, Math.floor(corps.byteLength / 2)) };
};

const TRAVAILLEUR = /\/duckdb-browser-eh\.worker\..*\.js$/;
/** Le travailleur, à qui le navigateur refuse la mémoire de son module. */
const sansMemoire = async (route: Route): Promise<object> => {
  const refus = "const refus = () => Promise.reject(new RangeError('out of memory'));";
  const noms = ['instantiate', 'instantiateStreaming', 'compile', 'compileStreaming'];
  const poses = noms.map((nom) => `WebAssembly.${nom} = refus;`).join('');
  const corps = await (await route.fetch()).text();
  return { contentType: 'text/javascript', body: `${refus}${poses}${corps}` };
};

describe('le tableau filtre encore, par son index', () => {
  test.each<[string, Panne]>([
    ['WebAssembly bloqué', perdre('**/*.wasm')],
    ['moteur tronqué', repondre('**/*.wasm', moitie)],
    ['travailleur bloqué', perdre(TRAVAILLEUR)],
    [
      'travailleur interdit',
      (page) =>
        page.addInitScript(() => {
          Object.assign(window, {
            Worker: class {
              constructor() {
                throw new DOMException('interdit', 'SecurityError');
              }
            },
          });
        }),
    ],
    ['Parquet absent', repondre(PARQUET, async () => ({ status: 404, body: '' }))],
    ['Parquet tronqué', repondre(PARQUET, moitie)],
    [
      'une page à la place du Parquet',
      repondre(PARQUET, async () => ({ contentType: 'text/html', body: '<!doctype html>' })),
    ],
    ['mémoire refusée au moteur', repondre(TRAVAILLEUR, sansMemoire)],
  ])('%s', async (_nom, panne) => {
    const visite = await ouvrir('indicateurs/', async (page) => {
      await page.clock.install();
      await panne(page);
    });
    expect(await filtrer(visite.page)).toBe('index');
    await laisserRenoncer(visite.page);
    await filtrerEncore(visite.page);
    expect(await visite.page.locator('.indicateurs').getAttribute('data-par')).toBe('index');
    expect(await total(visite.page)).toBeGreaterThan(0);
    expect(fautesDeLaPage(visite)).toEqual([]);
    await visite.fermer();
  });
});

test('un type MIME faux sur les Parquet ne change rien', async () => {
  const texte = async (route: Route): Promise<object> => ({
    body: await (await route.fetch()).body(),
    contentType: 'text/plain',
  });
  const visite = await ouvrir('indicateurs/', repondre(PARQUET, texte));
  await filtrer(visite.page);
  await visite.page.locator('[data-moteur=pret]').waitFor({ timeout: 120_000 });
  await filtrerEncore(visite.page);
  expect(await visite.page.locator('.indicateurs').getAttribute('data-par')).toBe('moteur');
  expect(fautesDeLaPage(visite)).toEqual([]);
  await visite.fermer();
});

describe('quand l’index manque, le message dit quoi faire et les lignes restent', () => {
  const INDEX = /\/data\/indicateurs\.[0-9a-f]{10}\.json$/;
  test.each<[string, Panne, string]>([
    ['autre édition en ligne', repondre(INDEX, async () => ({ status: 404 })), 'Recharger la page'],
    ['réseau coupé', perdre(INDEX), 'Réessayer'],
    ['index tronqué', repondre(INDEX, moitie), 'Réessayer'],
  ])('%s', async (_nom, panne, sortie) => {
    const visite = await ouvrir('indicateurs/', panne);
    const { page } = visite;
    const lignes = await page.locator('.indicateurs-tableau tbody tr').count();
    await page.getByRole('checkbox', { name: /^Liège/ }).click();
    await page.getByRole('button', { name: sortie }).waitFor(PATIENCE);
    expect(await page.locator('.indicateurs-tableau tbody tr').count()).toBe(lignes);
    expect(fautesDeLaPage(visite)).toEqual([]);
    await visite.fermer();
  });
});

test('la carte sans ses fichiers : un message, et le contenu de départ', async () => {
  const visite = await ouvrir('carte/', perdre(/\/carte\/.*\.json$/));
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
