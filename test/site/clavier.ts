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

/** À chaque Tab relâché, note l’élément qui a le focus s’il ne se voit pas, et si la page l’a perdu. */
function guetterLesArrets(): void {
  const pas = [0.05, 0.25, 0.5, 0.75, 0.95];
  const seVoit = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    [...element.getClientRects()].some((boite) => {
      const [gauche, droite] = [Math.max(0, boite.left), Math.min(innerWidth, boite.right)];
      const [haut, bas] = [Math.max(0, boite.top), Math.min(innerHeight, boite.bottom)];
      if (droite - gauche < 2 || bas - haut < 2) return false;
      const touche = (x: number, y: number): boolean =>
        element.contains(
          document.elementFromPoint(gauche + (droite - gauche) * x, haut + (bas - haut) * y),
        );
      return pas.some((x) => pas.some((y) => touche(x, y)));
    });
  const arrets: Arrets = { caches: [], dehors: 0 };
  Object.assign(window, { arrets });
  addEventListener('keyup', ({ key }) => {
    const actif = document.activeElement;
    if (key !== 'Tab') return;
    if (!actif || actif === document.body) {
      arrets.dehors++;
      return;
    }
    // Une case dessinée par son étiquette se voit par elle.
    const etiquettes = actif instanceof HTMLInputElement ? [...(actif.labels ?? [])] : [];
    if ([actif, ...etiquettes].some(seVoit)) return;
    const texte = (actif.getAttribute('aria-label') ?? actif.textContent ?? '').trim();
    arrets.caches.push(`${actif.localName}.${actif.className} « ${texte.slice(0, 40)} »`);
  });
}

interface Arrets {
  readonly caches: string[];
  dehors: number;
}

const SALVE = 40;
const LIMITE = 5000;
const MAJUSCULE = 8;

/**
 * Parcourt la page de Tab en Tab, du début à la fin, puis à rebours.
 * @returns les arrêts où le focus ne se voit pas : sans boîte, rognés, hors de l’écran ou couverts
 */
export async function arretsCaches(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(guetterLesArrets);
  const parcourir = async (modifiers: number): Promise<void> => {
    const touche = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers } as const;
    const envoyer = (type: 'rawKeyDown' | 'keyUp') =>
      session.send('Input.dispatchKeyEvent', { ...touche, type });
    let dehors = 0;
    for (let pressees = 0; dehors === 0; pressees += SALVE) {
      if (pressees > LIMITE) throw new Error('Le clavier ne sort pas de la page.');
      // Par salves : un aller et retour par touche coûterait plus que le parcours.
      await Promise.all(
        Array.from({ length: SALVE }, () => [envoyer('rawKeyDown'), envoyer('keyUp')]).flat(),
      );
      dehors = await page.evaluate(() => (window as unknown as { arrets: Arrets }).arrets.dehors);
    }
  };
  await parcourir(0);
  await page.locator('.evitement').focus();
  await page.keyboard.press('Shift+Tab');
  await page.evaluate(() => {
    (window as unknown as { arrets: Arrets }).arrets.dehors = 0;
  });
  await parcourir(MAJUSCULE);
  await session.detach();
  const { caches } = await page.evaluate(() => (window as unknown as { arrets: Arrets }).arrets);
  return [...new Set(caches)];
}
