import type { Browser, Page } from 'playwright';
import sharp from 'sharp';
import { PRISES_DE_VUE, type PriseDeVue } from './vues.ts';

/** Une vue, pour la page et pour le document. */
export interface Image {
  readonly webp: Buffer;
  readonly jpeg: Buffer;
}

const LARGEUR = 1080;
const HAUTEUR = 720;
const MARGE = 12;
const ESSAIS = 15;
const PAUSE = 600;

/** L’image d’une page qui ne bouge plus : une carte se redessine après son dernier réseau. */
async function immobile(page: Page): Promise<Buffer> {
  let avant = await page.screenshot();
  for (let essai = 0; essai < ESSAIS; essai++) {
    await page.waitForTimeout(PAUSE);
    const image = await page.screenshot();
    if (image.equals(avant)) return image;
    avant = image;
  }
  return avant;
}

async function prendreUne(navigateur: Browser, adresse: string, vue: PriseDeVue): Promise<Image> {
  const contexte = await navigateur.newContext({
    viewport: { width: LARGEUR, height: vue.hauteur ?? HAUTEUR },
    locale: 'fr-BE',
    timezoneId: 'Europe/Brussels',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  try {
    const page = await contexte.newPage();
    await page.goto(`${adresse}${vue.page}${vue.suite ?? ''}`, { waitUntil: 'networkidle' });
    await page.waitForFunction(() => !document.querySelector('astro-island[ssr][client="load"]'));
    await vue.gestes?.(page);
    await page.evaluate(() => {
      document.querySelector('.premiere-visite')?.remove();
      (document.activeElement as HTMLElement | null)?.blur();
    });
    if (vue.cadre) {
      await page
        .locator(vue.cadre)
        .first()
        .evaluate((element, marge) => {
          scrollTo({
            top: element.getBoundingClientRect().top + scrollY - marge,
            behavior: 'instant',
          });
        }, MARGE);
    }
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const png = await immobile(page);
    return {
      webp: await sharp(png).webp({ quality: 70, effort: 6 }).toBuffer(),
      jpeg: await sharp(png).jpeg({ quality: 50, mozjpeg: true }).toBuffer(),
    };
  } finally {
    await contexte.close();
  }
}

/** Prend toutes les vues du guide, l’une après l’autre, sur un site servi. */
export async function prendre(
  navigateur: Browser,
  adresse: string,
): Promise<ReadonlyMap<string, Image>> {
  const images = new Map<string, Image>();
  for (const vue of PRISES_DE_VUE) images.set(vue.nom, await prendreUne(navigateur, adresse, vue));
  return images;
}
