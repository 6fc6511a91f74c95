import type { Page } from 'playwright';

/** Avance de Tab en Tab jusqu’à l’élément dont le nom commence ainsi. */
export async function tabuler(page: Page, nom: string, limite = 120): Promise<void> {
  for (let i = 0; i < limite; i++) {
    await page.keyboard.press('Tab');
    const actif = await page.evaluate(() => {
      const element = document.activeElement;
      const etiquette =
        element?.closest('label') ?? document.querySelector(`[for="${element?.id}"]`);
      return (etiquette ?? element)?.textContent?.trim() ?? '';
    });
    if (actif.startsWith(nom)) return;
  }
  throw new Error(`« ${nom} » ne s’atteint pas au clavier.`);
}
