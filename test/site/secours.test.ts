import type { BrowserContextOptions, Page, Route } from 'playwright';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { PARCOURS } from '../bench/_parcours.ts';
import { attendreAveu } from './aveux.ts';
import { debord, type Visite, violationsDesThemes, visiter } from './visite.ts';

const PATIENCE = { timeout: 60_000 };
const ABSENT = { status: 404, contentType: 'text/html', body: '<!doctype html>' };
/** Les scripts éprouvés de front. */
const DE_FRONT = 6;

const adresse = (chemin: string): string => new URL(chemin, inject('site')).href;
const secours = (page: Page) => page.locator('main .secours[role=alert]');

const visites: Visite[] = [];
afterEach(async () => {
  for (const visite of visites.splice(0)) await visite.fermer();
});
async function ouvrir(options: BrowserContextOptions = {}): Promise<Page> {
  const visite = await visiter('a-propos/', options);
  visites.push(visite);
  return visite.page;
}

const vivante = (page: Page) =>
  page.waitForFunction(
    () => !document.querySelector('astro-island[ssr]:not([client=visible])'),
    null,
    PATIENCE,
  );

/** Répond à un script, et à la seconde demande qu’Astro en fait. */
const detourner = (page: Page, script: string | RegExp, suite: (route: Route) => unknown) =>
  page.route(
    ({ href }) => {
      const fichier = href.replace(/\?.*/, '');
      return typeof script === 'string' ? fichier === script : script.test(fichier);
    },
    (route) => suite(route),
  );

/** Les scripts que la page demande en s’ouvrant. */
async function scriptsDe(page: Page, chemin: string): Promise<string[]> {
  const vus = new Set<string>();
  const voir = (demande: { url(): string; resourceType(): string }): void => {
    if (demande.resourceType() === 'script') vus.add(demande.url());
  };
  page.on('request', voir);
  await page.goto(adresse(chemin), { waitUntil: 'load' });
  await vivante(page);
  page.off('request', voir);
  await page.goto(adresse('a-propos/'));
  return [...vus];
}

/** Ce qui ne va pas dans ce que la page dit sans ce script ; rien si elle le dit bien. */
async function fauteSans(page: Page, chemin: string, script: string): Promise<string | null> {
  const neuve = await page.context().newPage();
  await detourner(neuve, script, (route) => route.fulfill(ABSENT));
  await neuve.goto(adresse(chemin), { waitUntil: 'commit' });
  const dits = await attendreAveu(neuve, 20_000);
  const messages = await secours(neuve).count();
  await neuve.close();
  if (dits.length > 0 && messages <= 1) return null;
  return `/${chemin} sans ${script} : ${messages} messages, « ${dits.join(' | ')} »`;
}

const PAGES = [
  '',
  'indicateurs/?zone=4',
  'carte/?zone=4',
  'dossier/',
  'comparer/?zone=4,6',
  'zones/?vue=population',
  'zones/liege/',
  'options/2115/',
  'implantations/900214/',
  'procedure/',
  'procedure/normes/?option=2115',
  'procedure/perimetre/?q=bois',
  'hors-ligne/',
];

/** Chaque script une fois, sur celle des pages qui le demandent qui en éprouve le moins. */
function repartir(parPage: ReadonlyMap<string, readonly string[]>): [string, string][] {
  const charge = new Map<string, number>();
  const scripts = [...new Set([...parPage.values()].flat())];
  const pages = (script: string) =>
    [...parPage.keys()].filter((chemin) => parPage.get(chemin)?.includes(script));
  return scripts
    .sort((a, b) => pages(a).length - pages(b).length)
    .map((script) => {
      const poids = (chemin: string) => charge.get(chemin) ?? 0;
      const [page = ''] = pages(script).sort((a, b) => poids(a) - poids(b));
      charge.set(page, poids(page) + 1);
      return [page, script];
    });
}

test('chaque script, en 404 : la page qui le demande le dit', async () => {
  const page = await ouvrir();
  const parPage = new Map<string, string[]>();
  for (const chemin of PAGES) parPage.set(chemin, await scriptsDe(page, chemin));
  const restent = repartir(parPage);
  for (const chemin of PAGES) {
    expect(
      restent.filter(([une]) => une === chemin),
      chemin,
    ).not.toEqual([]);
  }
  const muettes: (string | null)[] = [];
  const suivre = async (): Promise<void> => {
    for (let paire = restent.pop(); paire; paire = restent.pop()) {
      muettes.push(await fauteSans(page, ...paire));
    }
  };
  await Promise.all(Array.from({ length: DE_FRONT }, suivre));
  expect(muettes.filter((faute) => faute !== null)).toEqual([]);
});

describe('le message', () => {
  const ILOT = /\/_astro\/Indicateurs\.[^/]*\.js$/;

  test.each<[string, object]>([
    ['absent', ABSENT],
    ['en panne', { status: 500, body: '' }],
    ['une page à sa place', { contentType: 'text/html', body: '<!doctype html>Portail' }],
    ['coupé', { contentType: 'text/javascript', body: 'import{a}from"./b.js";const x={' }],
    ['qui échoue', { contentType: 'text/javascript', body: 'throw new Error("non")' }],
    [
      'qui échoue à l’éveil',
      {
        contentType: 'text/javascript',
        body: 'export default () => { throw new Error("non"); };',
      },
    ],
  ])('un îlot %s : un seul, et les filtres de l’adresse n’y sont pas', async (_nom, reponse) => {
    const page = await ouvrir();
    await detourner(page, ILOT, (route) => route.fulfill(reponse));
    await page.goto(adresse('indicateurs/?zone=4'));
    await secours(page).waitFor(PATIENCE);
    const dit = await secours(page).innerText();
    expect(dit).toContain('les boutons et les champs ne répondent pas');
    expect(dit).toContain('Les filtres et les choix de l’adresse ne sont pas appliqués.');
    await page.locator('.indicateurs-resultats tbody tr').first().waitFor(PATIENCE);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Recharger la page' }).click();
    await page.locator('.indicateurs[data-pour="?zone=4"][data-par=index]').waitFor(PATIENCE);
    expect(await secours(page).count()).toBe(0);
  });

  test('sans choix dans l’adresse, il n’en parle pas ; il se ferme', async () => {
    const page = await ouvrir();
    await detourner(page, ILOT, (route) => route.fulfill(ABSENT));
    await page.goto(adresse('indicateurs/'));
    await secours(page).waitFor(PATIENCE);
    expect(await secours(page).innerText()).not.toContain('adresse');
    await page.getByRole('button', { name: 'Fermer' }).click();
    expect(await secours(page).count()).toBe(0);
  });

  test.each(['indicateurs/?zone=4', 'carte/?zone=4', 'dossier/', 'comparer/', 'procedure/normes/'])(
    'sur « %s » : axe net dans les deux thèmes, rien ne dépasse à 320 px',
    async (chemin) => {
      const page = await ouvrir({ viewport: { width: 1440, height: 900 } });
      const preact = /\/_astro\/preact\.[^/]*\.js$/;
      await detourner(page, preact, (route) => route.fulfill(ABSENT));
      await page.goto(adresse(chemin));
      await secours(page).waitFor(PATIENCE);
      expect(await secours(page).count()).toBe(1);
      // Le reste de la page est éprouvé sans panne : ici, le message et ce qui l’entoure.
      expect(await violationsDesThemes(page, '.secours')).toEqual([]);
      await page.setViewportSize({ width: 320, height: 600 });
      expect(await debord(page)).toEqual([]);
      const bouton = page.getByRole('button', { name: 'Recharger la page' });
      await bouton.focus();
      expect(await bouton.evaluate((element) => element === document.activeElement)).toBe(true);
    },
  );

  test('une feuille de style absente se dit aussi', async () => {
    const page = await ouvrir();
    await detourner(page, /\/Base\.[^/]*\.css$/, (route) => route.fulfill(ABSENT));
    await page.goto(adresse('options/2115/'));
    await secours(page).waitFor(PATIENCE);
  });
});

/** Les fichiers qu’un geste demande, et le parcours qui le fait. */
const A_LA_DEMANDE: readonly [string, RegExp][] = [
  ['accueil, recherche', /\/recherche-site\.[^/]*\.js$/],
  ['accueil, recherche', /\/recherche\.[^/]*\.json$/],
  ['accueil, recherche', /\/recherche-options\.[^/]*\.json$/],
  ['tableau choisi', /\/recherche-options\.[^/]*\.json$/],
  ['carte, option cherchée', /\/recherche-options\.[^/]*\.json$/],
  ['dossier, option cherchée', /\/recherche-options\.[^/]*\.json$/],
  ['tableau, exports', /\/Panneaux\.[^/]*\.js$/],
  ['tableau, exports', /\/indicateurs-detail\.[^/]*\.json$/],
  ['tableau, détail', /\/DetailContenu\.[^/]*\.js$/],
  ['tableau, par zone', /\/Groupes\.[^/]*\.js$/],
  ['carte', /\/carte-fond\.[^/]*\.json$/],
  ['carte', /\/maplibre-gl\.[^/]*\.css$/],
  ['carte', /\/maplibre-gl-worker[^/]*\.js$/],
  ['carte, demande', /\/Demande\.[^/]*\.js$/],
  ['carte, demande', /\/carte-regles\.[^/]*\.json$/],
  ['carte, écoles de la CPU', /\/ecoles-cpu\.[^/]*\.json$/],
  ['carte imprimée', /\/carte-fond\.[^/]*\.json$/],
  ['dossier, CSV reçu', /\/travailleur-[^/]*\.js$/],
  ['dossier, XLSX reçu', /\/travailleur-[^/]*\.js$/],
  ['zone, image', /\/zones\/liege\/[^/]*\.svg$/],
];

describe('ce qui ne vient qu’à la demande', () => {
  async function sans(nom: string, fichier: RegExp, reponse: object): Promise<void> {
    const parcours = PARCOURS.find((un) => un.nom === nom);
    if (!parcours) throw new Error(`Aucun parcours « ${nom} ».`);
    const page = await ouvrir({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(PATIENCE.timeout);
    let demande = false;
    await detourner(page, fichier, (route) => {
      demande = true;
      return route.fulfill(reponse);
    });
    await page.goto(adresse(parcours.chemin), { waitUntil: 'commit' });
    const gestes = parcours.gestes(page).catch(() => {});
    const dits = await attendreAveu(page, PATIENCE.timeout);
    expect(demande, `${fichier} est demandé`).toBe(true);
    expect(dits.length).toBeGreaterThan(0);
    await visites.pop()?.fermer();
    await gestes;
  }

  test.each(A_LA_DEMANDE)('« %s » sans %s : la page le dit', (nom, fichier) =>
    sans(nom, fichier, ABSENT),
  );

  /** Un de chaque genre : script, données, feuille de style, image. */
  test.each(A_LA_DEMANDE.filter((_, i) => [5, 9, 11, 19].includes(i)))(
    '« %s », une page à la place de %s : la page le dit',
    (nom, fichier) => sans(nom, fichier, { ...ABSENT, status: 200 }),
  );
});

describe('le silence', () => {
  /** Un script que le serveur garde pour lui, jusqu’à ce qu’on le lâche. */
  async function retenir(page: Page, script: RegExp): Promise<() => void> {
    let lacher = (): void => {};
    const lache = new Promise<void>((suite) => {
      lacher = suite;
    });
    await detourner(page, script, (route) => lache.then(() => route.continue()));
    return lacher;
  }

  test.each([
    ['indicateurs/?zone=4', /\/_astro\/Indicateurs\.[^/]*\.js$/, true],
    ['zones/?vue=population', /\/_astro\/figures\.[^/]*\.js$/, false],
  ])(
    '« %s » : un script qui tarde se dit ; quand il vient, plus rien',
    async (chemin, script, ilot) => {
      const page = await ouvrir();
      await page.clock.install();
      const lacher = await retenir(page, script);
      await page.goto(adresse(chemin), { waitUntil: 'commit' });
      await page.waitForFunction(() => document.readyState !== 'loading');
      await page.clock.fastForward(16_000);
      await secours(page).waitFor(PATIENCE);
      const dit = await secours(page).innerText();
      expect(dit).toContain('n’est pas encore venue');
      expect(dit.includes('ne sont pas appliqués')).toBe(ilot);
      lacher();
      await secours(page).waitFor({ state: 'detached', ...PATIENCE });
    },
  );

  test('un calculateur arrivé à l’écran et qui ne s’éveille pas se dit, sans qu’on y touche', async () => {
    const page = await ouvrir();
    await page.clock.install();
    const script = /\/_astro\/Cefa\.[^/]*\.js$/;
    const lacher = await retenir(page, script);
    await page.goto(adresse('procedure/alternance/'), { waitUntil: 'load' });
    const demande = page.waitForRequest(script);
    await page.locator('#cefa .calcul').scrollIntoViewIfNeeded();
    await demande;
    await page.clock.fastForward(16_000);
    await secours(page).waitFor(PATIENCE);
    lacher();
    await secours(page).waitFor({ state: 'detached', ...PATIENCE });
  });

  test('sans panne, même après longtemps, aucune page ne dit rien', async () => {
    const page = await ouvrir();
    await page.clock.install();
    for (const chemin of PAGES) {
      await page.goto(adresse(chemin), { waitUntil: 'load' });
      await vivante(page);
      await page.clock.fastForward(60_000);
      expect(await secours(page).count(), chemin).toBe(0);
    }
  });

  test.each([
    ['indicateurs/?zone=4', /\/data\/indicateurs-\d[^/]*\.json$/],
    ['carte/?zone=4', /\/data\/sites\.[^/]*\.json$/],
    ['carte/?zone=4', /\/data\/offre-[^/]*\.json$/],
    ['dossier/?implantation=900214', /\/data\/dossier\.[^/]*\.json$/],
    ['dossier/?implantation=900214', /\/data\/options\.[^/]*\.json$/],
  ])(
    '« %s » : des données qui ne viennent pas se disent, et se redemandent',
    async (chemin, fichier) => {
      const page = await ouvrir();
      await page.clock.install();
      const demande = page.waitForRequest(fichier);
      let muet = true;
      await detourner(page, fichier, (route) => (muet ? undefined : route.continue()));
      await page.goto(adresse(chemin));
      await demande;
      await page.clock.fastForward(21_000);
      const alerte = page.getByRole('alert').filter({ hasText: 'Le réseau ne répond pas' });
      await alerte.waitFor(PATIENCE);
      expect(await alerte.innerText()).toMatch(/l’adresse n(e|’y) sont pas appliqués/);
      const reessayer = alerte.getByRole('button', { name: 'Réessayer' });
      await reessayer.click();
      await alerte.getByRole('button', { name: 'Nouvel essai…' }).waitFor(PATIENCE);
      await page.clock.fastForward(21_000);
      await reessayer.waitFor(PATIENCE);
      muet = false;
      await reessayer.click();
      await alerte.waitFor({ state: 'detached', ...PATIENCE });
    },
  );
});
