import { describe, expect, inject, test } from 'vitest';
import { fichiers, genres, gzip, lire, ressources, adresse as situer } from './construit.ts';
import { violations, visiter } from './visite.ts';

const construit = inject('construit');
const adresse = (chemin: string): string => situer(construit, chemin);
const html = fichiers(construit).filter((chemin) => chemin.endsWith('.html'));

describe.each(genres(construit))('la page « %s »', (chemin) => {
  test.each([360, 1440])('à %i px : ni erreur, ni autre origine, axe net', async (largeur) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const viewport = { width: largeur, height: 900 };
      const { page, fautes, fermer } = await visiter(chemin, { viewport, colorScheme });
      await page.waitForLoadState('networkidle');
      expect(await violations(page), colorScheme).toEqual([]);
      expect(fautes).toEqual([]);
      const debord = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(debord, 'défilement horizontal').toBe(0);
      await fermer();
    }
  });

  test('sans JavaScript : un titre, un contenu, aucune faute', async () => {
    const { page, fautes, fermer } = await visiter(chemin, { javaScriptEnabled: false });
    expect(await page.locator('h1').count()).toBe(1);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(80);
    expect(fautes).toEqual([]);
    await fermer();
  });
});

test('chaque page a une CSP stricte et aucun style en attribut', () => {
  for (const chemin of html) {
    const texte = lire(chemin);
    const csp = texte.match(/http-equiv="content-security-policy" content="([^"]*)"/i)?.[1] ?? '';
    expect(csp, adresse(chemin)).toContain("default-src 'none'");
    expect(csp, adresse(chemin)).not.toMatch(/unsafe-inline|unsafe-eval'.*unsafe-eval|https?:/);
    expect(texte.match(/<[^>]+\sstyle=/)?.[0], adresse(chemin)).toBeUndefined();
  }
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

test('poids : HTML ≤ 60 ko, CSS ≤ 15 ko, JavaScript ≤ 20 ko (60 ko avec un tableau ou une carte)', () => {
  const base = new URL(inject('site')).pathname;
  for (const chemin of html) {
    const charges = ressources(construit, base, lire(chemin));
    const total = (fin: string): number =>
      charges
        .filter((fichier) => fichier.endsWith(fin))
        .map(gzip)
        .reduce((a, b) => a + b, 0);
    expect(gzip(chemin), `HTML de ${adresse(chemin)}`).toBeLessThanOrEqual(60);
    expect(total('.css'), `CSS de ${adresse(chemin)}`).toBeLessThanOrEqual(15);
    const outil = /^(indicateurs|carte|dossier|comparer)\/|^zones\/$/.test(adresse(chemin));
    expect(total('.js'), `JS de ${adresse(chemin)}`).toBeLessThanOrEqual(outil ? 60 : 20);
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
