import { rmSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import { servir } from '../../pipelines/serve.ts';
import type { LigneOffre } from '../../src/domain/autour/offre.ts';
import type { ImplantationSituee } from '../../src/domain/autour/types.ts';
import { type Colonnes, enColonnes, enRangees } from '../../src/domain/colonnes.ts';
import { BASE, batir } from '../site/batir.ts';
import { exigerChromium, OPTIONS_CHROMIUM } from '../site/chromium.ts';

const GESTES = 60;
const GRANDE = 20_000;
const PREMIER = 100_001;

/** Une suite de nombres de 0 à 1, toujours la même. */
function hasard(graine: number): () => number {
  let etat = graine;
  return () => {
    etat = (etat * 1664525 + 1013904223) % 2 ** 32;
    return etat / 2 ** 32;
  };
}

const centile = (valeurs: readonly number[], part: number): number =>
  Math.round(valeurs.toSorted((a, b) => a - b)[Math.ceil(valeurs.length * part) - 1] ?? Number.NaN);

/** Répète les implantations livrées, chacune déplacée de quelques kilomètres, avec son offre. */
async function grossir(page: Page, n: number): Promise<void> {
  const tirer = hasard(2024);
  const copies: { readonly id: string; readonly modele: string }[] = [];
  const grossis = Promise.withResolvers<void>();
  await page.route(/\/data\/sites\.\w+\.json$/, async (route) => {
    const ecrits: Colonnes<ImplantationSituee> = await (await route.fetch()).json();
    const sites = enRangees(ecrits);
    const tous = Array.from({ length: n }, (_, i) => {
      const modele = sites[i % sites.length];
      if (!modele) throw new Error('Aucune implantation.');
      if (i < sites.length) return modele;
      const id = String(PREMIER + i);
      copies.push({ id, modele: modele.id });
      const [lat, lon] = [modele.lat + 0.2 * tirer() - 0.1, modele.lon + 0.3 * tirer() - 0.15];
      return { ...modele, id, lat, lon };
    });
    await route.fulfill({ json: enColonnes(tous) });
    grossis.resolve();
  });
  await page.route(/\/data\/offre-[\w-]+\.\w+\.json$/, async (route) => {
    const ecrite: Colonnes<LigneOffre> = await (await route.fetch()).json();
    const lignes = enRangees(ecrite);
    const parSite = Map.groupBy(lignes, ({ fase }) => fase);
    await grossis.promise;
    const ajoutees = copies.flatMap(({ id, modele }) =>
      (parSite.get(modele) ?? []).map((ligne) => ({ ...ligne, fase: id })),
    );
    await route.fulfill({ json: enColonnes([...lignes, ...ajoutees]) });
  });
}

/** Fait les gestes dans la page ; chacun finit quand la liste et les marques sont peintes. */
const mesurerGestes = (page: Page, gestes: number): Promise<number[]> =>
  page.evaluate(async (nombre) => {
    const image = () => new Promise((resoudre) => requestAnimationFrame(resoudre));
    const plan = document.querySelector<HTMLElement>('.plan-gl');
    const cases = [
      ...document.querySelectorAll<HTMLInputElement>('.carte-filtres .facette input'),
    ].slice(0, 6);
    const durees: number[] = [];
    for (let i = 0; i < nombre; i++) {
      const avant = location.search;
      delete plan?.dataset.sites;
      const debut = performance.now();
      cases[i % cases.length]?.click();
      while (location.search === avant || plan?.dataset.sites === undefined) await image();
      await image();
      durees.push(performance.now() - debut);
    }
    return durees;
  }, gestes);

/** Traîne la carte d’un bord à l’autre et relève l’intervalle entre les images. */
async function mesurerImages(page: Page): Promise<number[]> {
  const cadre = await page.locator('.maplibregl-canvas').boundingBox();
  if (!cadre) throw new Error('Pas de carte.');
  await page.evaluate(() => {
    const images: number[] = [];
    let avant = performance.now();
    const noter = (instant: number) => {
      images.push(instant - avant);
      avant = instant;
      requestAnimationFrame(noter);
    };
    requestAnimationFrame(noter);
    Object.assign(window, { images });
  });
  const [x, y] = [cadre.x + cadre.width / 2, cadre.y + cadre.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 60; i++) await page.mouse.move(x + 200 * Math.sin(i / 8), y + i * 2);
  await page.mouse.up();
  return page.evaluate(() => (window as unknown as { images: number[] }).images.slice(1));
}

/**
 * La carte : du clic sur un filtre à la liste et aux marques peintes, puis les images pendant un
 * déplacement ; sur les données livrées, puis avec 20 000 sites. `--n N` change ce nombre.
 */
export default async function mesurer(options: readonly string[]): Promise<void> {
  const n = options.includes('--n') ? Number(options[options.indexOf('--n') + 1]) : GRANDE;
  const construit = process.env.OAD_CONSTRUIT ?? (await batir());
  const serveur = await servir(construit, BASE, 0);
  const navigateur = await chromium.launch({
    executablePath: exigerChromium(),
    args: [...OPTIONS_CHROMIUM],
  });
  for (const [nom, sites] of [
    ['données livrées', 0],
    [`${n} sites`, n],
  ] as const) {
    const page = await navigateur.newPage({ viewport: { width: 1440, height: 900 } });
    if (sites > 0) await grossir(page, sites);
    await page.goto(`${serveur.adresse}carte/?implantation=900214&rayon=10`);
    await page.waitForSelector('.plan-gl[data-sites]', { timeout: 60_000 });
    await page.getByText('Filtres', { exact: true }).click();
    await mesurerGestes(page, 6);
    const durees = await mesurerGestes(page, GESTES);
    const images = await mesurerImages(page);
    const dansLeCercle = await page.locator('.constat').innerText();
    console.log(
      `${nom} : clic → liste et marques peintes, médiane ${centile(durees, 0.5)} ms, ` +
        `p95 ${centile(durees, 0.95)} ms ; images d’un déplacement, médiane ` +
        `${centile(images, 0.5)} ms, p95 ${centile(images, 0.95)} ms (${dansLeCercle})`,
    );
    await page.close();
  }
  await navigateur.close();
  await serveur.fermer();
  if (!process.env.OAD_CONSTRUIT) rmSync(construit, { recursive: true, force: true });
}
