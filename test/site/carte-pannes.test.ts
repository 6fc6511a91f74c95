import type { Page, Route } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { couleursDe } from './pixels.ts';
import { violations, visiter } from './visite.ts';

const BUREAU = { viewport: { width: 1440, height: 900 } };
const PATIENCE = { timeout: 60_000 };
const adresse = (chemin: string): string => new URL(chemin, inject('site')).href;

const plan = (page: Page) => page.locator('.plan-cadre');
const peinte = (page: Page) => page.waitForSelector('.plan-gl[data-sites]', PATIENCE);
/** Un aplat vide n’a que sa couleur ; une carte a celles des zones et des marques. */
const seVoit = async (page: Page): Promise<boolean> => (await couleursDe(plan(page))) > 4;

const marques = (page: Page): Promise<string[]> =>
  page.$$eval('.plan-cadre > .carte-svg .marques-sites [data-id]', (g) =>
    g.map((une) => une.getAttribute('data-id') ?? '').sort(),
  );
const liste = (page: Page): Promise<string[]> =>
  page.$$eval('.carte-liste [data-fase]', (lignes) =>
    lignes.map((ligne) => ligne.getAttribute('data-fase') ?? '').sort(),
  );

/** Ce que la carte demande, dans l’ordre : chaque fichier attend ici qu’on le laisse passer. */
const ETAPES: readonly (readonly [string, RegExp])[] = [
  ['l’îlot', /_astro\/Carte\..*\.js$/],
  ['les lieux', /\/data\/sites\..*\.json$/],
  ['l’offre', /\/data\/offre-.*\.json$/],
  ['le fond', /\/data\/carte-fond\..*\.json$/],
  ['MapLibre', /_astro\/carte\..*\.js$/],
  ['l’ouvrier', /maplibre-gl-worker.*js$/],
];

/** Compte, à chaque image du navigateur, si aucune carte n’est là : ni dessin, ni carte peinte. */
const guetterLeVide = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const releve = { images: 0, vides: 0 };
    Object.assign(window, { releve });
    const regarder = () => {
      const plan = document.querySelector('.plan-cadre');
      const cartes = [...(plan?.querySelectorAll('.carte-svg, [data-prete] canvas') ?? [])];
      const la = cartes.some(
        (carte) => carte.checkVisibility({ visibilityProperty: true }) && carte.clientHeight > 100,
      );
      releve.images += 1;
      if (plan && !la) releve.vides += 1;
      requestAnimationFrame(regarder);
    };
    requestAnimationFrame(regarder);
  });

describe.each(['carte/', 'carte/?implantation=900010&rayon=10', 'carte/?zone=1'])(
  '« %s »',
  (chemin) => {
    test('processeur lent, fichiers qui tardent : une carte se voit à chaque étape', async () => {
      const { page, fautes, fermer } = await visiter('404.html', BUREAU);
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
      await guetterLeVide(page);
      const retenus = ETAPES.map(() => Promise.withResolvers<void>());
      const venus = ETAPES.map(() => Promise.withResolvers<void>());
      for (const [i, [, motif]] of ETAPES.entries()) {
        await page.route(motif, async (route) => {
          venus[i]?.resolve();
          await retenus[i]?.promise;
          await route.continue();
        });
      }
      await page.goto(adresse(chemin), { waitUntil: 'commit' });
      for (const [i, [nom]] of ETAPES.entries()) {
        await venus[i]?.promise;
        expect(await seVoit(page), `en attendant ${nom}`).toBe(true);
        retenus[i]?.resolve();
      }
      await peinte(page);
      expect(await seVoit(page)).toBe(true);
      const releve = await page.evaluate(
        () => (window as unknown as { releve: { images: number; vides: number } }).releve,
      );
      expect(releve.images).toBeGreaterThan(5);
      expect(releve.vides, `images sans carte, sur ${releve.images}`).toBe(0);
      expect(fautes).toEqual([]);
      await fermer();
    });
  },
);

/** Le navigateur reprend WebGL, comme il le fait quand la carte graphique manque de mémoire. */
const perdreWebgl = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const toile = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
    const webgl = toile?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    Object.assign(window, { webgl });
    webgl?.loseContext();
  });
const rendreWebgl = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (window as unknown as { webgl: WEBGL_lose_context }).webgl.restoreContext();
  });

describe('WebGL perdu en cours de visite', () => {
  const chemin = 'carte/?implantation=900010&rayon=10';
  const perdre = async (page: Page) => {
    await peinte(page);
    await page.locator('.maplibregl-canvas').focus();
    await perdreWebgl(page);
    await page.getByRole('status').filter({ hasText: 'un dessin la remplace' }).waitFor(PATIENCE);
  };

  test('un dessin, un mot, la liste ; rendu, la carte revient où elle en est', async () => {
    const { page, fautes, fermer } = await visiter(chemin, BUREAU);
    await perdre(page);
    expect(await seVoit(page)).toBe(true);
    expect(await marques(page)).toEqual(await liste(page));
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Rayon en kilomètres').fill('5');
    await page.getByLabel('Rayon en kilomètres').press('Enter');
    await expect.poll(() => page.url(), PATIENCE).toContain('rayon=5');
    await expect
      .poll(async () => (await marques(page)).join(), PATIENCE)
      .toBe((await liste(page)).join());
    await rendreWebgl(page);
    await peinte(page);
    expect(await page.locator('.plan-avis').innerText()).toBe('');
    expect(await seVoit(page)).toBe(true);
    const peintes = await page.locator('.plan-gl').getAttribute('data-sites');
    expect(peintes?.split(' ')).toEqual(await liste(page));
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('« Réessayer » la rouvre, au clavier, sans perdre le focus', async () => {
    const { page, fautes, fermer } = await visiter(chemin, BUREAU);
    await perdre(page);
    const bouton = page.getByRole('button', { name: 'Réessayer' });
    expect(await bouton.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await peinte(page);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className), PATIENCE)
      .toContain('maplibregl-canvas');
    expect(await page.locator('.plan-avis').innerText()).toBe('');
    expect(fautes).toEqual([]);
    await fermer();
  });
});

describe('un fichier de la carte ne vient pas', () => {
  const absent = (route: Route) => route.fulfill({ status: 404, body: '' });

  test.each([
    ['MapLibre', /_astro\/carte\..*\.js$/],
    ['l’ouvrier', /maplibre-gl-worker.*js$/],
    ['le fond', /\/data\/carte-fond\..*\.json$/],
  ])('%s : le dessin reste, un mot, « Réessayer » ouvre la carte', async (_nom, motif) => {
    const { page, fermer } = await visiter('404.html', BUREAU);
    await page.route(motif, absent);
    await page.goto(adresse('carte/?implantation=900010&rayon=10'));
    await page.locator('.plan-avis').getByText('n’a pas pu être chargée').waitFor(PATIENCE);
    expect(await seVoit(page)).toBe(true);
    expect((await liste(page)).length).toBeGreaterThan(0);
    await page.unroute(motif);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await peinte(page);
    expect(await seVoit(page)).toBe(true);
    await fermer();
  });

  test('un ouvrier muet : le dessin reste, la carte est dite en retard', async () => {
    const { page, fermer } = await visiter('404.html', BUREAU);
    await page.route(/maplibre-gl-worker.*js$/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await page.clock.install();
    await page.goto(adresse('carte/?implantation=900010&rayon=10'));
    await expect
      .poll(async () => {
        await page.clock.runFor(5000);
        return page.locator('.plan-avis').innerText();
      }, PATIENCE)
      .toContain('tarde à s’ouvrir');
    expect(await seVoit(page)).toBe(true);
    expect(await marques(page)).toEqual(await liste(page));
    await fermer();
  });
});
