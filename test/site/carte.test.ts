import type { Page } from 'playwright';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { LigneOffre } from '../../src/domain/autour/offre.ts';
import type { ImplantationSituee } from '../../src/domain/autour/types.ts';
import { offreDeLAnnee } from '../../src/query/carte.ts';
import { lireManifeste, moteurNode } from '../../src/query/engine.node.ts';
import { tablesPartagees } from '../../src/query/tables-partagees.ts';
import { vincentyKm } from '../unit/geo/vincenty.ts';
import { debord, espacer, violations, violationsDesThemes, visiter } from './visite.ts';

/** Le premier affichage attend des fichiers, et la machine peut être lente. */
const PATIENCE = { timeout: 10_000 };
let implantations: readonly ImplantationSituee[] = [];
let offre: readonly LigneOffre[] = [];

beforeAll(async () => {
  const moteur = await moteurNode();
  const { edition } = await lireManifeste();
  implantations = (await tablesPartagees(moteur)).tables.sites;
  offre = await moteur.lire<LigneOffre>(offreDeLAnnee(edition.annee_scolaire));
});

/** Une suite de nombres de 0 à 1, toujours la même. */
function hasard(graine: number): () => number {
  let etat = graine;
  return () => {
    etat = (etat * 1664525 + 1013904223) % 2 ** 32;
    return etat / 2 ** 32;
  };
}

const liste = (page: Page): Promise<string[]> =>
  page.$$eval('.carte-liste [data-fase]', (lignes) =>
    lignes.map((ligne) => ligne.getAttribute('data-fase') ?? '').sort(),
  );

const dessinees = (page: Page): Promise<string[]> =>
  page.$eval('.plan-gl', (element) => {
    const { sites } = (element as HTMLElement).dataset;
    if (sites === undefined) return ['pas encore dessinée'];
    return sites === '' ? [] : sites.split(' ');
  });

const aller = (page: Page, adresse: string): Promise<void> =>
  page.evaluate((search) => {
    history.pushState(null, '', search);
    dispatchEvent(new PopStateEvent('popstate'));
  }, adresse);

const nombreAnnonce = async (page: Page): Promise<number> => {
  const texte = await page.locator('.constat').innerText();
  return Number(texte.match(/(\d+)\s+implantation/)?.[1]);
};

describe('la liste, le cercle et un calcul de référence', () => {
  test('s’accordent pour 50 implantations et rayons au hasard', async () => {
    const { page, fautes, fermer } = await visiter('carte/', {
      viewport: { width: 1000, height: 600 },
    });
    await page.waitForSelector('.plan-gl[data-sites]');
    const tirer = hasard(20240201);
    const options = [...new Set(offre.map(({ code }) => code))];
    for (let essai = 0; essai < 50; essai++) {
      const centre = implantations[Math.floor(tirer() * implantations.length)];
      const rayon = 2 + Math.floor(tirer() * 29);
      const option = essai % 2 === 0 ? options[Math.floor(tirer() * options.length)] : undefined;
      if (!centre) throw new Error('Aucune implantation.');
      const organisent = new Set(offre.filter(({ code }) => code === option).map((o) => o.fase));
      const attendues = implantations
        .filter((site) => site.id !== centre.id && vincentyKm(centre, site) <= rayon)
        .filter(({ id }) => option === undefined || organisent.has(id))
        .map(({ id }) => id)
        .sort();
      const filtre = option === undefined ? '' : `&option=${option}`;
      const adresse = `?implantation=${centre.id}&rayon=${rayon}${filtre}`;
      await aller(page, adresse);
      await expect.poll(() => liste(page), { message: adresse, ...PATIENCE }).toEqual(attendues);
      await expect
        .poll(() => dessinees(page), { message: `carte : ${adresse}`, ...PATIENCE })
        .toEqual(attendues);
      if (attendues.length > 0) expect(await nombreAnnonce(page)).toBe(attendues.length);
    }
    expect(fautes).toEqual([]);
    await fermer();
  }, 180_000);
});

describe('l’adresse', () => {
  const depart = 'carte/?implantation=900010&rayon=5';

  test('porte l’état : recharger le garde, Retour le défait', async () => {
    const { page, fermer } = await visiter(depart, { viewport: { width: 1440, height: 900 } });
    await page.waitForSelector('.carte-liste');
    const avant = await liste(page);
    await page.getByText('Filtres', { exact: true }).click();
    await page.getByRole('checkbox', { name: /^Confessionnel/ }).check();
    await expect.poll(() => page.url(), PATIENCE).toContain('caractere=confessionnel');
    const filtree = await liste(page);
    expect(filtree.length).toBeLessThan(avant.length);
    await page.getByLabel('Rayon en kilomètres').fill('3');
    await page.getByLabel('Rayon en kilomètres').press('Enter');
    await expect.poll(() => page.url(), PATIENCE).toContain('rayon=3');
    await page.reload();
    await expect
      .poll(() => page.locator('.constat').innerText(), PATIENCE)
      .toMatch(/à 3\skm ou moins/);
    await page.goBack();
    await expect.poll(() => liste(page), PATIENCE).toEqual(filtree);
    await page.goBack();
    await expect.poll(() => liste(page), PATIENCE).toEqual(avant);
    await fermer();
  });

  test('un lien copié redonne la même liste', async () => {
    const chemin = 'carte/?implantation=900010&rayon=8&secteur=2&filiere=ALT,PE-ALT&tri=eleves-';
    const une = await visiter(chemin);
    const autre = await visiter(chemin);
    await une.page.waitForSelector('.carte-liste');
    await autre.page.waitForSelector('.carte-liste');
    expect(await liste(une.page)).toEqual(await liste(autre.page));
    expect((await liste(une.page)).length).toBeGreaterThan(0);
    await une.fermer();
    await autre.fermer();
  });

  test('une implantation inconnue a un message et une issue', async () => {
    const { page, fautes, fermer } = await visiter('carte/?implantation=123456');
    const alerte = page.getByRole('alert').filter({ hasText: '123456' });
    await alerte.waitFor();
    await alerte.getByRole('button', { name: 'Choisir une commune' }).click();
    await page.keyboard.type('seraing');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), PATIENCE).toContain('commune=seraing');
    await page.waitForSelector('.carte-liste');
    expect(await page.locator('.constat').innerText()).toContain('du centre de Seraing');
    expect(await page.locator('.carte-liste td').first().innerText()).toContain('environ');
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('une valeur inconnue est ignorée avec un avis', async () => {
    const { page, fermer } = await visiter('carte/?implantation=900010&rayon=300&option=0000');
    await expect
      .poll(() => page.getByRole('alert').allInnerTexts(), PATIENCE)
      .toEqual([expect.stringContaining('option=0000'), expect.stringContaining('300')]);
    await fermer();
  });
});

test('le champ propose au clavier, par FASE, nom, commune et code postal', async () => {
  const { page, fermer } = await visiter('carte/');
  await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
  const champ = page.getByRole('combobox', { name: 'Votre implantation' });
  for (const [texte, attendu] of [
    ['900214', 'FASE 900214'],
    ['démonstration 1-010', 'FASE 900010'],
    ['grace', 'Grâce-Hollogne'],
    ['4460', 'Grâce-Hollogne'],
  ] as const) {
    await champ.fill(texte);
    await expect
      .poll(() => page.getByRole('option').first().innerText(), { message: texte, ...PATIENCE })
      .toContain(attendu);
  }
  await champ.fill('999999');
  await page.getByText('ne connaît pas le numéro FASE 999999').waitFor();
  await champ.fill('900214');
  await champ.press('ArrowDown');
  const active = await champ.getAttribute('aria-activedescendant');
  expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
  await champ.press('Enter');
  await expect.poll(() => page.url(), PATIENCE).toContain('?implantation=900214&rayon=10');
  await fermer();
});

test('ce qui est tapé avant que la page ne s’éveille n’est pas perdu', async () => {
  const { page, fermer } = await visiter('404.html');
  for (const [chemin, nom] of [
    ['carte/', 'Votre implantation'],
    ['dossier/', 'Numéro FASE, nom, commune ou code postal'],
  ] as const) {
    const libre = Promise.withResolvers<void>();
    await page.route(/_astro\/.*\.js$/, (route) => libre.promise.then(() => route.continue()));
    await page.goto(new URL(chemin, inject('site')).href, { waitUntil: 'commit' });
    const champ = page.getByRole('combobox', { name: nom });
    await champ.fill('900214');
    libre.resolve();
    await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
    await page.getByRole('option').filter({ hasText: 'FASE 900214' }).waitFor();
    expect(await champ.inputValue()).toBe('900214');
    await page.unroute(/_astro\/.*\.js$/);
  }
  await fermer();
});

test('survoler une ligne marque son site, pointer la carte marque sa ligne', async () => {
  const { page, fermer } = await visiter('carte/?implantation=900214&rayon=10', {
    viewport: { width: 1440, height: 900 },
  });
  await page.waitForSelector('.plan-gl[data-sites]');
  const ligne = page.locator('.carte-liste tbody tr').first();
  await ligne.hover();
  await expect.poll(() => ligne.getAttribute('class'), PATIENCE).toBe('marquee');
  const nom = await ligne.locator('a').first().innerText();
  expect(await page.locator('.fiche-titre').innerText()).toContain(nom);
  await fermer();
});

test('pointer une marque de la carte marque sa ligne, et la toucher la choisit', async () => {
  const { page, fautes, fermer } = await visiter('carte/?implantation=900010&rayon=10', {
    viewport: { width: 1440, height: 900 },
  });
  await page.waitForSelector('.plan-gl[data-sites]');
  const cadre = await page.locator('.maplibregl-canvas').boundingBox();
  if (!cadre) throw new Error('Pas de carte.');
  const [x, y] = [cadre.x + cadre.width / 2, cadre.y + cadre.height / 2];
  const marquee = page.locator('.carte-liste tr.marquee');
  const trouver = async (): Promise<number> => {
    for (let pas = 20; pas < 200; pas += 6) {
      await page.mouse.move(x + pas, y);
      if ((await marquee.count()) > 0) return pas;
    }
    throw new Error('Aucune marque à droite du point de départ.');
  };
  const pas = await trouver();
  const fase = await marquee.getAttribute('data-fase');
  expect(await dessinees(page)).toContain(fase);
  const nom = await marquee.locator('a').first().innerText();
  await page.mouse.click(x + pas, y);
  expect(await page.locator('.fiche').innerText()).toContain(nom);
  expect(fautes).toEqual([]);
  await fermer();
});

test('sans WebGL : un dessin, un mot, et la liste entière', async () => {
  const { page, fautes, fermer } = await visiter('404.html', {
    viewport: { width: 1440, height: 900 },
  });
  await page.addInitScript(() => {
    const avant = HTMLCanvasElement.prototype.getContext;
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
      value(this: HTMLCanvasElement, genre: string, ...reste: unknown[]) {
        return genre.startsWith('webgl') ? null : Reflect.apply(avant, this, [genre, ...reste]);
      },
    });
  });
  await page.goto(new URL('carte/?implantation=900010&rayon=10', inject('site')).href);
  await page.waitForSelector('[data-moteur=svg] > .carte-svg');
  const marques = await page.$$eval('.plan-cadre > .carte-svg .marques-sites [data-id]', (g) =>
    g.map((une) => une.getAttribute('data-id')).sort(),
  );
  expect(marques).toEqual(await liste(page));
  expect(await page.locator('.plan-avis').innerText()).toContain('WebGL');
  expect(await violations(page)).toEqual([]);
  expect(fautes).toEqual([]);
  await fermer();
});

test('sans JavaScript : toutes les implantations, par zone, et leur fiche', async () => {
  const { page, fermer } = await visiter('carte/', { javaScriptEnabled: false });
  expect(await page.locator('.par-zone li a').count()).toBe(implantations.length);
  expect(await page.locator('.par-zone details').count()).toBe(10);
  expect(await page.locator('.carte-svg .marques-sites > g').count()).toBe(implantations.length);
  await fermer();
});

test.each([
  [1440, ''],
  [360, '&vue=carte'],
  [360, ''],
] as const)('une carte ouverte à %i px%s : axe net, rien ne déborde', async (width, vue) => {
  const chemin = `carte/?implantation=900010&rayon=10&option=2115${vue}`;
  const { page, fautes, fermer } = await visiter(chemin, { viewport: { width, height: 900 } });
  await page.waitForSelector('.choisie', { state: 'attached' });
  if (width > 1000 || vue !== '') await page.waitForSelector('.plan-gl[data-sites]');
  if (vue === '') await page.getByText('Filtres', { exact: true }).click();
  expect(await violationsDesThemes(page)).toEqual([]);
  await aller(page, '?commune=dinant');
  await page.waitForSelector('.carte-liste', { state: 'attached' });
  expect(await debord(page)).toEqual([]);
  expect(fautes).toEqual([]);
  await fermer();
});

test.each(['?implantation=900010&rayon=10&option=2115', '?commune=dinant&rayon=20', '?zone=1'])(
  'à 320 px, texte espacé, « %s » tient dans l’écran',
  async (recherche) => {
    const viewport = { width: 320, height: 640 };
    const { page, fermer } = await visiter(`carte/${recherche}`, { viewport });
    await page.waitForSelector('.carte-liste');
    await page.getByText('Filtres', { exact: true }).click();
    await espacer(page);
    expect(await debord(page)).toEqual([]);
    await fermer();
  },
);

test('filtrer sur une zone y mène la carte, et la phrase la nomme', async () => {
  const { page, fermer } = await visiter('carte/?zone=1', {
    viewport: { width: 1440, height: 900 },
  });
  await page.waitForSelector('.plan-gl[data-sites]');
  expect(await page.locator('.constat').innerText()).toMatch(
    /84\simplantations dans la zone de Bruxelles\./,
  );
  expect((await dessinees(page)).length).toBe(84);
  // Une trentaine de kilomètres de large, pas deux cents : l’échelle le dit.
  const echelle = await page.locator('.maplibregl-ctrl-scale').innerText();
  expect(Number(echelle.match(/^(\d+)\skm$/)?.[1])).toBeLessThanOrEqual(5);
  await aller(page, '?zone=1,7&caractere=confessionnel');
  await expect
    .poll(() => page.locator('.constat').innerText(), PATIENCE)
    .toMatch(/selon vos filtres dans les zones de Bruxelles et du Luxembourg\.$/);
  await fermer();
});
