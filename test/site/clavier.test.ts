import { expect, test } from 'vitest';
import { tabuler } from './clavier.ts';
import { visiter } from './visite.ts';

// Le tableau, la carte et le dossier ont leur parcours au clavier dans leurs propres tests.
test('de l’accueil à la page de sa zone', async () => {
  const { page, fautes, fermer } = await visiter('');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (let i = 0; i < 5 && !(await page.locator('#recherche-accueil:focus').count()); i++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('zone de namur');
  await page.locator('main [role=option]', { hasText: 'Namur' }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/zones\/namur\/$/);
  expect(await page.locator('h1').innerText()).toContain('Namur');
  await tabuler(page, 'Voir les données');
  await page.keyboard.press('Enter');
  expect(await page.locator('details[open] table').first().isVisible()).toBe(true);
  expect(fautes).toEqual([]);
  await fermer();
});

test('comparer trois zones, puis toutes', async () => {
  const { page, fautes, fermer } = await visiter('comparer/?zone=4,6');
  await page.locator('astro-island:not([ssr]) .comparer-choix').waitFor();
  await tabuler(page, 'Bruxelles');
  await page.keyboard.press('Space');
  await expect.poll(() => new URL(page.url()).search).toBe('?zone=1,4,6');
  await page.getByText('3 zones comparées.').waitFor();
  await tabuler(page, 'Toutes les zones');
  await page.keyboard.press('Enter');
  await page.getByText('Les 10 zones sont comparées.').waitFor();
  expect(fautes).toEqual([]);
  await fermer();
});
