import type { Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { genres } from './construit.ts';
import { violations, visiter } from './visite.ts';

/** De combien la page dépasse l’écran, et ce qui la fait dépasser. */
const debord = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(-3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
  });

const espacer = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const feuille = new CSSStyleSheet();
    feuille.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; ' +
        'word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, feuille];
  });

/** Les feuilles de style sont communes : l’accueil et les outils les emploient toutes. */
const OUTILS = new Set(['', 'indicateurs/', 'carte/', 'comparer/', 'dossier/']);

describe.each(genres(inject('construit')))('la page « %s »', (chemin) => {
  test('agrandie à 400 % : un seul sens de défilement', async () => {
    const viewport = { width: 320, height: 256 };
    const { page, fautes, fermer } = await visiter(chemin, { viewport });
    await page.waitForLoadState('networkidle');
    expect(await debord(page)).toEqual([]);
    await espacer(page);
    expect(await debord(page), 'texte espacé (WCAG 1.4.12)').toEqual([]);
    expect(fautes).toEqual([]);
    await fermer();
  });

  test.runIf(OUTILS.has(chemin))('couleurs forcées : axe net, un contour au focus', async () => {
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

  test.runIf(OUTILS.has(chemin))('mouvement réduit : rien ne bouge', async () => {
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

  test('imprimée : le titre, la nature des données, rien qui dépasse', async () => {
    const { page, fermer } = await visiter(chemin, { viewport: { width: 718, height: 1000 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('.bande').isVisible()).toBe(true);
    expect(await page.locator('.navigation').isVisible()).toBe(false);
    expect(await debord(page)).toEqual([]);
    await fermer();
  });

  test('le premier Tab offre de sauter au contenu', async () => {
    const { page, fermer } = await visiter(chemin);
    await page.keyboard.press('Tab');
    const lien = page.locator('.evitement');
    expect(await lien.evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await lien.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu');
    await fermer();
  });
});
