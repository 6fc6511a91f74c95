import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import type { Colonnes } from '../../src/domain/colonnes.ts';
import type { EntreeDuSite } from '../../src/domain/recherche/site.ts';
import { violations, visiter } from './visite.ts';

test('Ctrl+K ouvre la recherche partout ; les flèches et Entrée mènent à la réponse', async () => {
  const { page, fautes, fermer } = await visiter('procedure/alternance/');
  await page.keyboard.press('Control+k');
  const champ = page.locator('dialog [role=combobox], dialog input').first();
  await champ.fill('glosaire');
  await page.locator('dialog [role=option]').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await champ.press('ArrowDown');
  const choisie = await champ.getAttribute('aria-activedescendant');
  expect(await page.locator(`#${choisie}`).getAttribute('aria-selected')).toBe('true');
  expect(await page.locator(`#${choisie}`).innerText()).toContain('Glossaire');
  await champ.press('Enter');
  await page.waitForURL(/\/glossaire\/$/);
  expect(fautes).toEqual([]);
  await fermer();
});

test('Échap ferme les réponses, puis la recherche', async () => {
  const { page, fermer } = await visiter('a-propos/');
  await page.getByRole('link', { name: /^Chercher/ }).click();
  const champ = page.locator('dialog input');
  await champ.fill('liege');
  await page.locator('dialog [role=option]').first().waitFor();
  await champ.press('Escape');
  expect(await page.locator('dialog [role=listbox]').isVisible()).toBe(false);
  expect(await page.locator('dialog').isVisible()).toBe(true);
  await champ.press('Escape');
  expect(await page.locator('dialog').isVisible()).toBe(false);
  await fermer();
});

test('à l’accueil, une commune, un code postal, un FASE et une option se trouvent', async () => {
  const { page, fermer } = await visiter('');
  const champ = page.locator('#recherche-accueil');
  for (const [requete, attendu] of [
    ['namur', 'Namur'],
    ['7000', 'Mons'],
    ['900214', '900214'],
    ['coifeuse', 'Coiffeur'],
  ] as const) {
    await champ.fill(requete);
    await page.locator('main [role=option]', { hasText: attendu }).first().waitFor();
  }
  await fermer();
});

test.each([
  ['Malmedy', /\/carte\/\?commune=Malmedy$|\/zones\/|\/implantations\//],
  ['900214', /\/implantations\/900214\/$/],
  ['coiffeuse', /\/indicateurs\/\?q=coiffeuse$/],
  ['zzzz', /\/indicateurs\/\?q=zzzz$/],
])('à l’accueil, « %s » puis Entrée : un lieu s’ouvre, une option se cherche', async (mot, ou) => {
  const { page, fermer } = await visiter('');
  await page.locator('#recherche-accueil').fill(mot);
  await page.keyboard.press('Enter');
  await page.waitForURL(ou);
  await fermer();
});

test('sans JavaScript, le champ de l’accueil cherche une option', async () => {
  const { page, fermer } = await visiter('', { javaScriptEnabled: false });
  await page.locator('#recherche-accueil').fill('coiffeur');
  await page.locator('main').getByRole('button', { name: 'Chercher' }).click();
  expect(page.url()).toMatch(/\/indicateurs\/\?q=coiffeur$/);
  await fermer();
});

test('l’index a des clés uniques et reste léger', () => {
  const donnees = join(inject('construit'), 'data');
  const fichier = readdirSync(donnees).find((nom) => /^recherche\.\w+\.json$/.test(nom));
  const texte = readFileSync(join(donnees, fichier ?? ''), 'utf8');
  const { cle }: Colonnes<EntreeDuSite> = JSON.parse(texte);
  expect(new Set(cle).size).toBe(cle.length);
  expect(texte.length).toBeLessThan(250_000);
});
