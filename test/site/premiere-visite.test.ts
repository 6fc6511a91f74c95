import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { emplir } from './onglets.ts';
import { visiter } from './visite.ts';

const OUTILS = ['indicateurs', 'carte', 'dossier', 'comparer'] as const;

test('un conseil par outil, sans rien bouger, jusqu’à ce qu’on n’en veuille plus', async () => {
  const { page, fautes, fermer } = await visiter('indicateurs/', {
    viewport: { width: 360, height: 780 },
  });
  const conseil = page.getByRole('complementary', { name: 'Pour commencer' });
  const ecarter = conseil.getByRole('button', { name: 'Ne plus afficher' });
  for (const outil of OUTILS) {
    await page.goto(new URL(`../${outil}/`, page.url()).href);
    await conseil.waitFor();
    const places = await page.evaluate(() => {
      const barre = document.querySelector<HTMLElement>('.premiere-visite');
      const vues = [...document.querySelectorAll('main *')];
      const hauts = () => vues.map((element) => element.getBoundingClientRect().top).join();
      const avec = hauts();
      if (barre) barre.hidden = true;
      const sans = hauts();
      if (barre) barre.hidden = false;
      return { avec, sans };
    });
    expect(places.avec, outil).toBe(places.sans);
    await ecarter.focus();
    await page.keyboard.press('Enter');
    expect(await conseil.count(), outil).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu');
    await page.reload();
    await page.waitForSelector('astro-island:not([ssr])', { state: 'attached' });
    expect(await conseil.count(), outil).toBe(0);
  }
  expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual(
    OUTILS.map((outil) => `oad-ouvert.conseil.${outil}`).sort(),
  );
  expect(fautes).toEqual([]);
  await fermer();
});

test('écarté dans un onglet, il l’est dans l’autre ; un stockage plein ne le retient pas', async () => {
  const { page, fautes, fermer } = await visiter('dossier/');
  const conseil = (ou: Page) => ou.getByRole('complementary', { name: 'Pour commencer' });
  const ecarter = (ou: Page) => conseil(ou).getByRole('button').click();
  await conseil(page).waitFor();
  const autre = await page.context().newPage();
  await autre.goto(page.url());
  await ecarter(autre);
  await conseil(page).waitFor({ state: 'detached' });
  await page.goto(new URL('../comparer/', page.url()).href);
  await conseil(page).waitFor();
  await emplir(page);
  await ecarter(page);
  await conseil(page).waitFor({ state: 'detached' });
  expect(fautes).toEqual([]);
  await fermer();
});

test('sans JavaScript, pas de conseil', async () => {
  const { page, fermer } = await visiter('dossier/', { javaScriptEnabled: false });
  expect(await page.getByText('Ne plus afficher').isVisible()).toBe(false);
  await fermer();
});
