import type { Browser } from 'playwright';
import type { Image } from './prendre.ts';

/** Imprime `/guide/` en A4 avec les vues qui viennent d’être prises, avant toute reconstruction. */
export async function imprimer(
  navigateur: Browser,
  adresse: string,
  vues: ReadonlyMap<string, Image>,
): Promise<Buffer> {
  const page = await navigateur.newPage({ locale: 'fr-BE' });
  try {
    await page.route('**/vues/*.jpg', (route) => {
      const nom =
        route
          .request()
          .url()
          .match(/\/vues\/(.+)\.jpg$/)?.[1] ?? '';
      const image = vues.get(nom);
      return image ? route.fulfill({ body: image.jpeg, contentType: 'image/jpeg' }) : route.abort();
    });
    await page.goto(`${adresse}guide/`, { waitUntil: 'networkidle' });
    await page.evaluate(async () => {
      for (const figure of document.querySelectorAll<HTMLElement>('figure[data-vue]')) {
        const image = figure.querySelector('img') ?? new Image();
        if (!image.isConnected) figure.prepend(image);
        image.removeAttribute('loading');
        image.src = `vues/${figure.dataset.vue}.jpg`;
        await image.decode();
      }
    });
    return await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true });
  } finally {
    await page.close();
  }
}
