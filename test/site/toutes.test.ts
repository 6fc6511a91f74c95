import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FONDS } from '../../src/config.ts';
import { fichiers, genres, gzip, lire, ressources, adresse as situer } from './construit.ts';
import { type Defaillant, servirDefaillant } from './defaillant.ts';
import { fautesDe, imprimer } from './papier.ts';
import {
  debord,
  decalage,
  espacer,
  espacesSecables,
  type Visite,
  violations,
  violationsSombres,
  visiter,
} from './visite.ts';

const construit = inject('construit');
const adresse = (chemin: string): string => situer(construit, chemin);
const html = fichiers(construit).filter((chemin) => chemin.endsWith('.html'));

const TELEPHONE = { viewport: { width: 360, height: 900 } };
const BUREAU = { viewport: { width: 1440, height: 900 } };
const SANS_SCRIPT = { javaScriptEnabled: false };
const visites = new Map<BrowserContextOptions, Visite>();

/** Un navigateur neuf par façon de voir, pas par page : l’ouvrir coûte plus que la page. */
async function aller(chemin: string, facon: BrowserContextOptions): Promise<Visite> {
  const ouverte = visites.get(facon);
  if (ouverte) await ouverte.aller(chemin);
  const visite = ouverte ?? (await visiter(chemin, facon));
  visites.set(facon, visite);
  return visite;
}

afterAll(async () => {
  for (const visite of visites.values()) await visite.fermer();
});

describe('une page qui arrive par morceaux ne bouge pas sous les yeux', () => {
  let lent: Defaillant;
  let visite: Visite;

  beforeAll(async () => {
    lent = await servirDefaillant(inject('site'), 24);
    visite = await visiter('', TELEPHONE);
  });

  afterAll(async () => {
    await visite.fermer();
    await lent.fermer();
  });

  test.each(genres(construit))('%s', async (chemin) => {
    await visite.page.goto(`${lent.adresse}${chemin}`, { waitUntil: 'load' });
    // Sous une page courte, le pied collé au bas de l’écran grandit en arrivant : 0,023.
    expect(await decalage(visite.page)).toBeLessThanOrEqual(0.025);
  });
});

describe.each(genres(construit))('la page « %s »', (chemin) => {
  test('à 360 px : stable, axe net, couleurs claires comprises ; agrandie à 400 % et espacée, rien ne dépasse', async () => {
    const { page, fautes } = await aller(chemin, TELEPHONE);
    await page.waitForLoadState('networkidle');
    expect(await decalage(page), 'rien ne bouge sans le visiteur').toBeLessThanOrEqual(0.02);
    expect(await violations(page)).toEqual([]);
    expect(await debord(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await debord(page)).toEqual([]);
    await espacer(page);
    expect(await debord(page), 'texte espacé (WCAG 1.4.12)').toEqual([]);
    expect(fautes).toEqual([]);
  });

  test('à 1440 px : Tab saute au contenu, axe net, couleurs sombres comprises, imprimée entière', async () => {
    const { page, fautes } = await aller(chemin, BUREAU);
    await page.keyboard.press('Tab');
    const lien = page.locator('.evitement');
    expect(await lien.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await lien.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu');
    await page.waitForLoadState('networkidle');
    expect(await espacesSecables(page)).toEqual([]);
    expect(await violations(page, 'formes')).toEqual([]);
    expect(await violationsSombres(page)).toEqual([]);
    expect(await debord(page)).toEqual([]);
    await page.setViewportSize({ width: 718, height: 1000 });
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('.bande').isVisible()).toBe(true);
    expect(await page.locator('.navigation').isVisible()).toBe(false);
    expect(fautesDe(await imprimer(page)), 'sur papier').toEqual([]);
    expect(fautes).toEqual([]);
  });

  test('sans JavaScript : un titre, un contenu, aucune faute', async () => {
    const { page, fautes } = await aller(chemin, SANS_SCRIPT);
    expect(await page.locator('h1').count()).toBe(1);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(80);
    expect(fautes).toEqual([]);
  });
});

test('chaque page a une CSP stricte et aucun style en attribut', () => {
  for (const chemin of html) {
    const texte = lire(chemin);
    const csp = texte.match(/http-equiv="content-security-policy" content="([^"]*)"/i)?.[1] ?? '';
    expect(csp, adresse(chemin)).toContain("default-src 'none'");
    // La carte, et elle seule, peut demander les fonds que le visiteur choisit.
    const ailleurs = [...csp.matchAll(/https?:[^\s;]+/g)].map(([origine]) => origine);
    const permises =
      adresse(chemin) === 'carte/' ? FONDS.map(({ tuiles }) => new URL(tuiles).origin) : [];
    expect(ailleurs.filter((origine) => !permises.includes(origine))).toEqual([]);
    expect(csp, adresse(chemin)).not.toMatch(/unsafe-inline|unsafe-eval'.*unsafe-eval/);
    expect(texte.match(/<[^>]+\sstyle=/)?.[0], adresse(chemin)).toBeUndefined();
  }
});

test('les licences de ce que le site distribue sont avec lui, et chaque page y mène', () => {
  const texte = lire(join(construit, 'licences.txt'));
  for (const nom of ['preact', 'maplibre-gl', 'apache-arrow', 'fflate', 'read-excel-file']) {
    expect(texte, nom).toMatch(new RegExp(`^${nom} \\d`, 'm'));
  }
  expect(texte).toMatch(/SIL OPEN FONT LICENSE/i);
  for (const chemin of html) expect(lire(chemin), adresse(chemin)).toContain('licences.txt"');
});

test('aucun lien interne mort', () => {
  const base = new URL(inject('site')).pathname;
  const existe = new Set(fichiers(construit).map((chemin) => `${base}${adresse(chemin)}`));
  const morts = html.flatMap((chemin) =>
    [...lire(chemin).matchAll(/\s(?:href|src)="([^"#?]+)[^"]*"/g)]
      .map(([, lien]) => lien ?? '')
      .filter((lien) => !/^(https?:|mailto:|data:)/.test(lien) && !existe.has(lien))
      .map((lien) => `${adresse(chemin)} → ${lien}`),
  );
  expect([...new Set(morts)]).toEqual([]);
});

/** Un calculateur ne vient que quand on arrive à lui. */
const CALCULATEUR = /<astro-island[^>]*client="visible"[^>]*>/g;
const COMPOSANT = /component-url="[^"]*\/(\w+)\./;
/** La page et l’un de ses calculateurs : celui des normes, le plus lourd, la porte à 19,9. */
const AVEC_UN_CALCULATEUR = 20;
/** La page lue jusqu’au bout, chaque calculateur compris. */
const JUSQU_AU_BOUT = 26;

test('poids : HTML ≤ 60 ko, CSS ≤ 15 ko, JavaScript ≤ 20 ko (60 ko avec un tableau ou une carte)', () => {
  const base = new URL(inject('site')).pathname;
  for (const chemin of html) {
    const page = lire(chemin);
    const total = (fin: string, lu: string): number =>
      ressources(construit, base, lu)
        .filter((fichier) => fichier.endsWith(fin))
        .map(gzip)
        .reduce((a, b) => a + b, 0);
    expect(gzip(chemin), `HTML de ${adresse(chemin)}`).toBeLessThanOrEqual(60);
    expect(total('.css', page), `CSS de ${adresse(chemin)}`).toBeLessThanOrEqual(15);
    const outil = /^(indicateurs|carte|dossier|comparer|explorer)\/|^zones\/$/.test(
      adresse(chemin),
    );
    const sans = page.replace(CALCULATEUR, '');
    expect(total('.js', sans), `JS de ${adresse(chemin)}`).toBeLessThanOrEqual(outil ? 60 : 20);
    for (const calculateur of page.match(CALCULATEUR) ?? []) {
      const nom = `JS de ${adresse(chemin)}, ${calculateur.match(COMPOSANT)?.[1]} compris`;
      expect(total('.js', sans + calculateur), nom).toBeLessThanOrEqual(AVEC_UN_CALCULATEUR);
    }
    expect(total('.js', page), adresse(chemin)).toBeLessThanOrEqual(outil ? 60 : JUSQU_AU_BOUT);
  }
});

test('chaque page a un titre, une description et un titre de partage qui lui sont propres', () => {
  const vus = new Map<string, string>();
  for (const chemin of html) {
    const texte = lire(chemin);
    const titre = texte.match(/<title>([^<]+)<\/title>/)?.[1] ?? '';
    const propos = texte.match(/<meta name="description" content="([^"]+)"/)?.[1] ?? '';
    expect(propos.length, adresse(chemin)).toBeGreaterThan(30);
    expect(texte).toContain(`<meta property="og:description" content="${propos}"`);
    expect(vus.get(titre), `${adresse(chemin)} : « ${titre} »`).toBeUndefined();
    vus.set(titre, chemin);
  }
});
