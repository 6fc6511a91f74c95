import type { BrowserContextOptions, Page } from 'playwright';
import { afterEach, expect } from 'vitest';
import { type Visite, visiter } from './visite.ts';

/** Une implantation de l’édition, dont partent les dossiers des tests. */
export const FASE = '900214';

type Ouvrir = (chemin?: string, options?: BrowserContextOptions) => Promise<Page>;

/** De quoi ouvrir une page, le dossier prêt ; elle se ferme après son test, sans aucune faute. */
export function ouvreur(): Ouvrir {
  let visite: Visite | null = null;
  afterEach(async () => {
    const fautes = visite?.fautes ?? [];
    await visite?.fermer();
    visite = null;
    expect(fautes).toEqual([]);
  });
  return async (chemin = 'dossier/', options = {}) => {
    visite = await visiter(chemin, options);
    if (chemin.startsWith('dossier/')) await pret(visite.page);
    return visite.page;
  };
}

export const pret = (page: Page) => page.waitForSelector('.dossier[data-pret]');
export const champ = (page: Page) =>
  page.getByRole('combobox', { name: 'Numéro FASE, nom, commune ou code postal' });
export const champDeCommune = (page: Page) =>
  page.getByRole('combobox', { name: 'Commune ou code postal', exact: true });
export const rangee = (page: Page, code: string) => page.locator(`.candidat[data-code="${code}"]`);
export const demande = (page: Page, code: string) => page.locator(`.demande[data-code="${code}"]`);

export async function choisir(page: Page, fase = FASE): Promise<void> {
  await champ(page).fill(fase);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.candidat');
}

export async function choisirCommune(page: Page, texte: string, commune: string): Promise<void> {
  await champDeCommune(page).fill(texte);
  await page.keyboard.press('Enter');
  expect(await champDeCommune(page).inputValue()).toBe(commune);
}

export async function demander(page: Page, code: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Chercher une option' }).fill(code);
  await rangee(page, code).getByRole('button', { name: 'Ajouter' }).click();
  await demande(page, code).waitFor();
}
