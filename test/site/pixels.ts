import type { Locator } from 'playwright';
import sharp from 'sharp';

/** Combien de couleurs, au huitième près, couvrent chacune un millième au moins de l’élément à l’écran. */
export async function couleursDe(element: Locator): Promise<number> {
  const image = sharp(await element.screenshot()).removeAlpha();
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const comptes = new Map<number, number>();
  for (let i = 0; i < data.length; i += 3) {
    const [r = 0, v = 0, b = 0] = data.subarray(i, i + 3);
    const cle = ((r >> 5) << 6) | ((v >> 5) << 3) | (b >> 5);
    comptes.set(cle, (comptes.get(cle) ?? 0) + 1);
  }
  const assez = (info.width * info.height) / 1000;
  return [...comptes.values()].filter((nombre) => nombre >= assez).length;
}
