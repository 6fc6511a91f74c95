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

const PAS = [0.05, 0.25, 0.5, 0.75, 0.95];

/** L’élément qui a le focus, en mots, s’il ne se voit pas ; `null` s’il se voit, `''` s’il n’y en a pas. */
function arretCache(pas: readonly number[]): string | null {
  const actif = document.activeElement;
  if (!actif || actif === document.body) return '';
  const seVoit = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    [...element.getClientRects()].some((boite) => {
      const [gauche, droite] = [Math.max(0, boite.left), Math.min(innerWidth, boite.right)];
      const [haut, bas] = [Math.max(0, boite.top), Math.min(innerHeight, boite.bottom)];
      if (droite - gauche < 2 || bas - haut < 2) return false;
      return pas.some((x) =>
        pas.some((y) =>
          element.contains(
            document.elementFromPoint(gauche + (droite - gauche) * x, haut + (bas - haut) * y),
          ),
        ),
      );
    });
  // Une case dessinée par son étiquette se voit par elle.
  const etiquettes = actif instanceof HTMLInputElement ? [...(actif.labels ?? [])] : [];
  if ([actif, ...etiquettes].some(seVoit)) return null;
  const texte = (actif.getAttribute('aria-label') ?? actif.textContent ?? '').trim();
  return `${actif.localName}.${actif.getAttribute('class') ?? ''} « ${texte.slice(0, 40)} »`;
}

/**
 * Parcourt la page de Tab en Tab, du début à la fin, puis à rebours.
 * @returns les arrêts où le focus ne se voit pas : sans boîte, rognés, hors de l’écran ou couverts
 */
export async function arretsCaches(page: Page): Promise<string[]> {
  const caches = new Set<string>();
  for (const touche of ['Tab', 'Shift+Tab']) {
    for (;;) {
      await page.keyboard.press(touche);
      const cache = await page.evaluate(arretCache, PAS);
      if (cache === '') break;
      if (cache !== null) caches.add(`${touche} : ${cache}`);
    }
  }
  return [...caches];
}
