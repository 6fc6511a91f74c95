import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { tabuler } from './clavier.ts';
import { champ, choisir, demande, demander, FASE, ouvreur, pret, rangee } from './dossier.ts';
import { PATIENCE } from './onglets.ts';
import { debord, violations } from './visite.ts';

const ouvrir = ouvreur();

const focus = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.replaceAll('\u00a0', ' '));
const dit = (page: Page, texte: string) =>
  page.getByRole('status').filter({ hasText: texte }).first().waitFor({ state: 'attached' });
const codes = (page: Page) =>
  page.locator('.demande').evaluateAll((es) => es.map((e) => e.getAttribute('data-code')));
const note = (page: Page, code: string) => demande(page, code).getByLabel('Votre argument');

test.each([390, 1440])(
  'à %i px, une demande retirée se remet au clavier, entière',
  async (width) => {
    const page = await ouvrir('dossier/', { viewport: { width, height: 900 } });
    await choisir(page);
    for (const code of ['2115', '2213', '8123']) await demander(page, code);
    await note(page, '2213').fill('À défendre.');
    await demande(page, '2213').getByLabel('Élèves attendus').fill('14');
    await demande(page, '2213').getByRole('button', { name: 'Retirer' }).focus();
    await page.keyboard.press('Enter');
    await dit(page, '2213 retirée. Annuler');
    expect(await focus(page)).toBe('Annuler');
    expect(await codes(page)).toEqual(['2115', '8123']);
    const decrit = await page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-describedby') ?? '';
      return document.getElementById(id)?.textContent;
    });
    expect(decrit).toBe('2213 retirée.');
    expect(await violations(page)).toEqual([]);
    expect(await debord(page)).toEqual([]);
    await note(page, '2115').fill('Ceci reste.');
    await page.getByRole('button', { name: 'Annuler' }).focus();
    await page.keyboard.press('Enter');
    expect(await codes(page)).toEqual(['2115', '2213', '8123']);
    expect(await note(page, '2213').inputValue()).toBe('À défendre.');
    expect(await note(page, '2115').inputValue()).toBe('Ceci reste.');
    expect(await demande(page, '2213').getByLabel('Élèves attendus').inputValue()).toBe('14');
    await expect.poll(() => focus(page), PATIENCE).toBe('Retirer 2213');
    await page.reload();
    await pret(page);
    expect(await note(page, '2213').inputValue()).toBe('À défendre.');
  },
);

test('retirée depuis le tableau, elle se remet depuis le tableau', async () => {
  const page = await ouvrir();
  await choisir(page);
  await demander(page, '2115');
  await note(page, '2115').fill('À garder.');
  const geste = rangee(page, '2115').locator('.candidat-geste');
  await geste.getByRole('button', { name: 'Retirer' }).focus();
  await page.keyboard.press('Enter');
  expect(await geste.innerText()).toContain('2115 retirée.');
  expect(await focus(page)).toBe('Annuler');
  await page.keyboard.press('Enter');
  expect(await note(page, '2115').inputValue()).toBe('À garder.');
  await expect.poll(() => focus(page), PATIENCE).toBe('Retirer 2115 du dossier');
});

test('« Effacer » s’annule, et « Annuler » rend aussi « Mes données »', async () => {
  const page = await ouvrir();
  await page.getByRole('button', { name: /la décrire/ }).click();
  await page.getByRole('textbox', { name: /Nom et numéro FASE/ }).fill('La mienne');
  await page.getByRole('button', { name: /Choisir plutôt/ }).click();
  await choisir(page);
  await demander(page, '2115');
  await page.getByRole('button', { name: 'Effacer', exact: true }).click();
  await expect.poll(() => focus(page), PATIENCE).toBe('Non');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await dit(page, 'Tout est effacé');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await focus(page)).toBe('Annuler');
  await page.keyboard.press('Enter');
  await demande(page, '2115').waitFor();
  await page.reload();
  await demande(page, '2115').waitFor();
  await page.getByRole('button', { name: /la décrire/ }).click();
  const nom = page.getByRole('textbox', { name: /Nom et numéro FASE/ });
  expect(await nom.inputValue()).toBe('La mienne');
});

test('effacé puis repris, le travail neuf garde le focus', async () => {
  const page = await ouvrir();
  await choisir(page);
  await demander(page, '2115');
  await page.getByRole('button', { name: 'Effacer', exact: true }).click();
  await page.getByRole('button', { name: 'Oui, tout effacer' }).click();
  await choisir(page, '900251');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('dossier-implantation');
  await dit(page, 'peut encore revenir. Le reprendre');
  await page.getByRole('button', { name: 'Le reprendre' }).click();
  await demande(page, '2115').waitFor();
});

test('ce qui change se dit : le lieu, les propositions, l’option ajoutée', async () => {
  const page = await ouvrir();
  await champ(page).fill('namur');
  await dit(page, 'propositions');
  await champ(page).fill(FASE);
  await dit(page, '1 proposition');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.candidat');
  await dit(page, 'implantation choisie');
  await page.getByRole('searchbox', { name: 'Chercher une option' }).fill('2115');
  await tabuler(page, 'Ajouter');
  await page.keyboard.press('Enter');
  await dit(page, '2115 ajoutée : 1 demande.');
  expect(await focus(page)).toBe('Retirer 2115 du dossier');
  const norme = demande(page, '2115').locator('.demande-norme');
  expect(await norme.getAttribute('role'), 'la norme ne parle pas à la place').toBeNull();
  await demande(page, '2115').getByLabel('Élèves attendus').fill('14');
  expect(await norme.getAttribute('role')).toBe('status');
  await demander(page, '8123');
  await dit(page, '8123 ajoutée : 2 demandes.');
});

test('un numéro FASE inconnu se dit dans le champ, et y reste une fois quitté', async () => {
  const page = await ouvrir();
  await champ(page).fill('90021');
  expect(await champ(page).getAttribute('aria-invalid'), 'le début d’un numéro').toBeNull();
  await champ(page).fill('999999');
  expect(await champ(page).getAttribute('aria-invalid')).toBe('true');
  const erreur = () =>
    champ(page).evaluate(
      (e) => document.getElementById(e.getAttribute('aria-describedby') ?? '')?.textContent,
    );
  expect(await erreur()).toContain('ne connaît pas le numéro FASE 999999');
  await page.keyboard.press('Tab');
  expect(await erreur()).toContain('ne connaît pas le numéro FASE 999999');
  expect(await violations(page)).toEqual([]);
  await champ(page).fill(FASE);
  expect(await champ(page).getAttribute('aria-invalid')).toBeNull();
});

test('une option retirée de « Mes données » revient avec ses élèves', async () => {
  const page = await ouvrir();
  await page.getByRole('button', { name: /la décrire/ }).click();
  await page.getByRole('combobox', { name: 'Ajouter une option' }).fill('2115, 2105');
  await page.keyboard.press('Enter');
  await dit(page, '2115 et 2105 ajoutées : 2 options.');
  await page.getByRole('textbox', { name: 'Élèves PE de 2115' }).fill('12');
  await page.getByRole('button', { name: 'Retirer 2115' }).click();
  await dit(page, '2115 retirée de vos options. Annuler');
  await page.getByRole('textbox', { name: 'Élèves PE de 2105' }).fill('9');
  await page.getByRole('button', { name: 'Annuler' }).click();
  const pe = (code: string) => page.getByRole('textbox', { name: `Élèves PE de ${code}` });
  expect(await pe('2115').inputValue()).toBe('12');
  expect(await pe('2105').inputValue()).toBe('9');
  const besoins = page.getByRole('combobox', { name: 'TC et FC', exact: true });
  await besoins.selectOption('miennes');
  const liste = page.getByRole('textbox', { name: /Codes des options en TC/ });
  await liste.fill('2213');
  await besoins.selectOption('');
  await besoins.selectOption('miennes');
  expect(await liste.inputValue(), 'la liste n’est pas perdue').toBe('2213');
});

test('un fichier corrigé puis rechoisi sous le même nom se relit', async () => {
  const dossier = mkdtempSync(join(tmpdir(), 'oad-rechoisi-'));
  const fichier = join(dossier, 'a-corriger.csv');
  const page = await ouvrir();
  await page.getByRole('button', { name: /la décrire/ }).click();
  const entree = page.getByLabel('Ou un fichier d’options et d’élèves');
  const choisirLe = async (contenu: string) => {
    writeFileSync(fichier, contenu);
    await entree.setInputFiles(fichier);
  };
  await choisirLe('code_obg;eleves;mode\n2105;12;PE\n9999;7;ALT\n');
  await dit(page, '1 option lue, 1 ligne écartée');
  await page.getByText('Dernier fichier choisi : a-corriger.csv').waitFor();
  expect(await entree.inputValue(), 'vide, Chromium redit le même choix').toBe('');
  await choisirLe('code_obg;eleves;mode\n2105;12;PE\n2115;7;ALT\n');
  await dit(page, '2 options lues, 0 ligne écartée');
  expect(await focus(page)).toBe('Remettre celles d’avant');
  await choisirLe(
    'annee_scolaire;code_obg;eleves;mode\n2022-2023;2105;30;PE\n2023-2024;2105;;PE\n',
  );
  await page.getByText('le nombre d’élèves de 2105 manque').waitFor();
  await dit(page, 'Seules les lignes « 2023-\u20602024 »');
  expect(await page.locator('.mes-lignes tbody tr').count(), 'rien n’est remplacé').toBe(2);
  rmSync(dossier, { recursive: true, force: true });
});
