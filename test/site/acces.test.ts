import { describe, expect, test } from 'vitest';
import { violations, visiter } from './visite.ts';

/** Les feuilles de style sont communes : l’accueil et les outils les emploient toutes. */
const OUTILS = ['', 'indicateurs/', 'carte/', 'comparer/', 'dossier/'];

describe.each(OUTILS)('la page « %s »', (chemin) => {
  test('couleurs forcées : axe net, un contour au focus', async () => {
    const { page, fautes, fermer } = await visiter(chemin, { forcedColors: 'active' });
    await page.waitForLoadState('networkidle');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    const contour = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    );
    expect(contour).not.toBe('none');
    expect(fautes).toEqual([]);
    await fermer();
  });

  test('mouvement réduit : rien ne bouge', async () => {
    const { page, fermer } = await visiter(chemin, { reducedMotion: 'reduce' });
    await page.waitForLoadState('networkidle');
    const bougent = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          const dure = transitionDuration.split(', ').some((duree) => Number.parseFloat(duree) > 0);
          return dure || animationName !== 'none' || scrollBehavior === 'smooth';
        })
        .map((element) => element.tagName),
    );
    expect([...new Set(bougent)]).toEqual([]);
    await fermer();
  });
});
