import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { PATIENCE } from './onglets.ts';
import { visiter } from './visite.ts';

test('deux onglets gardent chacun leurs vues ; une vue retirée se remet', async () => {
  const { page, fautes, fermer } = await visiter('indicateurs/?secteur=3');
  const autre = await page.context().newPage();
  await autre.goto(page.url());
  const garder = async (ou: Page, nom: string) => {
    await ou.locator('.outil > summary', { hasText: 'Mes vues' }).click();
    await ou.getByLabel('Garder la vue').fill(nom);
    await ou.keyboard.press('Enter');
    await ou.getByRole('status').getByText(`« ${nom} » est gardée`).waitFor();
  };
  await garder(page, 'Namur');
  await garder(autre, 'Liège');
  const vues = (ou: Page) => ou.getByRole('list', { name: 'Vues gardées' }).getByRole('link');
  await expect.poll(() => vues(page).allInnerTexts(), PATIENCE).toEqual(['Namur', 'Liège']);
  await autre.getByRole('button', { name: 'Retirer « Namur »' }).click();
  await expect.poll(() => vues(page).allInnerTexts(), PATIENCE).toEqual(['Liège']);
  expect(await autre.evaluate(() => document.activeElement?.textContent)).toBe('Annuler');
  await autre.keyboard.press('Enter');
  await expect.poll(() => vues(page).allInnerTexts(), PATIENCE).toEqual(['Liège', 'Namur']);
  await page.reload();
  expect(await page.evaluate(() => localStorage.getItem('oad-ouvert.indicateurs.vues'))).toContain(
    'Liège',
  );
  expect(fautes).toEqual([]);
  await fermer();
});
