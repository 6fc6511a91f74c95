import type { Page } from 'playwright';
import { pret } from './dossier.ts';

/** Ce qui passe d’un onglet à l’autre prend le temps qu’il faut. */
export const PATIENCE = { timeout: 15_000 };

/** Un autre onglet du même navigateur, au même endroit ou ailleurs. */
export async function autreOnglet(page: Page, chemin?: string): Promise<Page> {
  const autre = await page.context().newPage();
  await autre.goto(chemin ? new URL(chemin, page.url()).href : page.url());
  if (new URL(autre.url()).pathname.endsWith('/dossier/')) await pret(autre);
  return autre;
}

/** Emplit vraiment le stockage du navigateur, jusqu’au dernier caractère. */
export const emplir = (page: Page): Promise<void> =>
  page.evaluate(() => {
    let plein = localStorage.getItem('plein') ?? '';
    for (let pas = 4_000_000; pas >= 1; pas = Math.floor(pas / 2)) {
      try {
        for (;;) {
          localStorage.setItem('plein', plein + 'x'.repeat(pas));
          plein += 'x'.repeat(pas);
        }
      } catch {
        // Le pas suivant est plus petit.
      }
    }
  });

export const vider = (page: Page): Promise<void> =>
  page.evaluate(() => localStorage.removeItem('plein'));
