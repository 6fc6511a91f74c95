import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Serveur, servir } from '../../pipelines/serve.ts';
import { type Defaillant, servirDefaillant } from './defaillant.ts';
import { BASE, siteReduit } from './hors-ligne.ts';
import { type Visite, violationsDesThemes, visiter } from './visite.ts';

const PATIENCE = { timeout: 120_000 };
/** Gardé après bien d’autres : la liste va par ordre alphabétique. */
const TARDIF = `${BASE}procedure/`;

let dossier: string;
let serveur: Serveur;
let defaillant: Defaillant;
let visite: Visite;

beforeAll(async () => {
  dossier = await siteReduit();
  serveur = await servir(dossier, BASE, 0);
});
beforeEach(async () => {
  defaillant = await servirDefaillant(serveur.adresse);
  visite = await visiter('a-propos/');
});
afterEach(async () => {
  await visite.fermer();
  await defaillant.fermer();
});
afterAll(async () => {
  await serveur.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

const cadre = (page: Page) => page.locator('.hors-ligne');
const etape = (page: Page, nom: string) =>
  page.locator(`.hors-ligne[data-etape="${nom}"]`).waitFor(PATIENCE);
const bouton = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const dit = (page: Page) => cadre(page).getByRole('status').innerText();

async function ouvrir(contexte: BrowserContext = visite.page.context()): Promise<Page> {
  const page = await contexte.newPage();
  await page.goto(`${defaillant.adresse}hors-ligne/`, { waitUntil: 'load' });
  return page;
}

async function demander(page: Page): Promise<void> {
  await bouton(page, /^(Garder hors ligne|Reprendre|Réessayer)/).click(PATIENCE);
}

const caches = (page: Page): Promise<number> =>
  page.evaluate(async () => (await globalThis.caches.keys()).length);

/** Les fichiers demandés depuis la dernière panne posée. */
const demandees = (): number => new Set(defaillant.demandes.map(({ chemin }) => chemin)).size;

/** Retire ce qui reste, et le prouve. */
async function retirer(page: Page): Promise<void> {
  await bouton(page, 'Retirer la copie').click();
  await etape(page, 'absent');
  expect(await caches(page), 'plus rien ne reste').toBe(0);
}

test.each(['404', 'html'] as const)(
  'la liste « %s » à l’ouverture : sa taille manque, et la page le dit',
  async (mode) => {
    const { pathname } = new URL(defaillant.adresse);
    defaillant.poser({ chemin: `${pathname}hors-ligne.json`, mode });
    const page = await ouvrir();
    await etape(page, 'absent');
    expect(await dit(page)).toContain('La taille de la copie n’a pas pu être lue');
  },
);

describe('une panne est finale, dite à tous les onglets, et se répare', () => {
  test.each<['404' | 'altéré' | 'coupé' | 'html', string]>([
    ['404', 'manque sur le serveur'],
    ['altéré', 'n’est pas celui de l’édition'],
    ['coupé', 'n’est pas celui de l’édition'],
    ['html', 'n’est pas celui de l’édition'],
  ])('un fichier « %s »', async (mode, cause) => {
    const premier = await ouvrir();
    const second = await ouvrir();
    defaillant.poser({ chemin: TARDIF, mode });
    await demander(premier);
    await etape(premier, 'erreur');
    const tout = demandees();
    for (const page of [premier, second]) {
      await etape(page, 'erreur');
      expect(await dit(page)).toContain(cause);
      expect(await dit(page)).toContain('« procedure/ »');
      expect(await page.getByRole('progressbar').count()).toBe(0);
    }
    const neuf = await ouvrir();
    await bouton(neuf, 'Retirer la copie').waitFor(PATIENCE);
    expect(await violationsDesThemes(second)).toEqual([]);
    defaillant.poser(null);
    await demander(second);
    await Promise.all([premier, second, neuf].map((page) => etape(page, 'gardé')));
    expect(demandees(), 'ce qui était là et juste n’est pas retéléchargé').toBeLessThan(tout / 3);
  });

  test('la copie commencée ne sert pas, et se retire', async () => {
    const page = await ouvrir();
    defaillant.poser({ chemin: TARDIF, mode: '404' });
    await demander(page);
    await etape(page, 'erreur');
    await page.context().setOffline(true);
    await expect(page.goto(`${defaillant.adresse}a-propos/`)).rejects.toThrow(/ERR/);
    await page.context().setOffline(false);
    await page.goto(`${defaillant.adresse}hors-ligne/`);
    await bouton(page, 'Retirer la copie').waitFor(PATIENCE);
    await retirer(page);
  });

  test.each([
    ['sw.js', 'html', 'programme qui garde le site'],
    ['sw.js', '404', 'programme qui garde le site'],
    ['hors-ligne-liste.json', 'html', 'liste des fichiers'],
    ['hors-ligne-liste.json', '404', 'liste des fichiers'],
  ] as const)('« %s » : %s', async (nom, mode, cause) => {
    const page = await ouvrir();
    defaillant.poser({ chemin: BASE + nom, mode });
    await demander(page);
    await etape(page, 'erreur');
    expect(await dit(page)).toContain(cause);
    defaillant.poser(null);
    await demander(page);
    await etape(page, 'gardé');
  });
});

test('sans place : la cause se dit, la copie se retire, et avec de la place elle se fait', async () => {
  const page = await ouvrir();
  const cdp = await page.context().newCDPSession(page);
  const { origin } = new URL(defaillant.adresse);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
  await demander(page);
  await etape(page, 'erreur');
  expect(await dit(page)).toContain('plus assez de place');
  await retirer(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await demander(page);
  await etape(page, 'gardé');
});

describe('un téléchargement en route', () => {
  const bloquer = async (): Promise<Page> => {
    const page = await ouvrir();
    defaillant.poser({ chemin: TARDIF, mode: 'muet' });
    await demander(page);
    await etape(page, 'en cours');
    await expect
      .poll(() => defaillant.demandes.some(({ chemin }) => chemin === TARDIF), PATIENCE)
      .toBe(true);
    return page;
  };
  const arreterLOuvrier = async (page: Page): Promise<void> => {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
  };

  test('se suit d’un second onglet, qui peut l’arrêter', async () => {
    const premier = await bloquer();
    const second = await ouvrir();
    await etape(second, 'en cours');
    await bouton(second, 'Arrêter').click();
    await Promise.all([premier, second].map((page) => etape(page, 'absent')));
    expect(await caches(second)).toBe(0);
  });

  test('dont le service worker s’arrête : les onglets le disent, et reprennent', async () => {
    const premier = await ouvrir();
    await premier.clock.install();
    await premier.reload();
    defaillant.poser({ chemin: TARDIF, mode: 'muet' });
    await demander(premier);
    await etape(premier, 'en cours');
    await expect
      .poll(() => defaillant.demandes.some(({ chemin }) => chemin === TARDIF), PATIENCE)
      .toBe(true);
    const second = await ouvrir();
    await etape(second, 'en cours');
    // L’arrêt que le navigateur accuse n’a pas toujours lieu, sur une machine chargée.
    await expect
      .poll(async () => {
        await arreterLOuvrier(premier);
        await premier.clock.fastForward(21_000);
        return cadre(premier).getAttribute('data-etape');
      }, PATIENCE)
      .toBe('erreur');
    await etape(second, 'erreur');
    expect(await dit(second)).toContain('interrompu');
    defaillant.poser(null);
    await demander(second);
    await Promise.all([premier, second].map((page) => etape(page, 'gardé')));
  });

  test('dont la page se ferme : la suivante reprend ce qui est là', async () => {
    const premier = await bloquer();
    const tout = demandees();
    await arreterLOuvrier(premier);
    await premier.close();
    const page = await ouvrir();
    await etape(page, 'partiel');
    expect(await dit(page)).toContain('elle ne sert pas');
    defaillant.poser(null);
    await demander(page);
    await etape(page, 'gardé');
    expect(demandees()).toBeLessThan(tout / 3);
  });
});
