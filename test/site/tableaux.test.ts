import type { Page } from 'playwright';
import { expect, inject, test } from 'vitest';
import { genres } from './construit.ts';
import { visiter } from './visite.ts';

const TELEPHONE = { viewport: { width: 390, height: 844 } };

/** Les éléments de tableau que la feuille de style a mis en blocs, ou cachés, sans leur rôle. */
const sansRole = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const nom = (e: Element): string => `${e.localName} de .${e.closest('table')?.className}`;
    const perdus = [...document.querySelectorAll('table, thead, tbody, tr, th, td')].filter((e) => {
      const { display } = getComputedStyle(e);
      if (display === 'none') return e.localName === 'thead';
      return !display.startsWith('table') && e.closest('table') && !e.hasAttribute('role');
    });
    return [...new Set(perdus.map(nom))];
  });

/** Combien de nœuds de chaque rôle l’arbre d’accessibilité donne à lire. */
async function rolesLus(page: Page): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const lus = nodes.filter(({ ignored }) => !ignored).map(({ role }) => String(role?.value));
  return Object.fromEntries(
    [...new Set(lus)].map((role) => [role, lus.filter((lu) => lu === role).length]),
  );
}

test('en étroit, les tableaux gardent leurs rôles et leurs en-têtes', async () => {
  const { page, aller, fermer } = await visiter('', TELEPHONE);
  const outils = ['carte/?implantation=900010', 'dossier/?implantation=900010', 'indicateurs/?q=a'];
  for (const chemin of [...genres(inject('construit')), ...outils]) {
    await aller(chemin);
    await page.waitForLoadState('networkidle');
    expect(await sansRole(page), chemin).toEqual([]);
  }
  await fermer();
});

test('en étroit, chaque rangée du tableau d’indicateurs se lit, avec ses titres', async () => {
  const { page, fermer } = await visiter('indicateurs/?vue=lignes', TELEPHONE);
  await page
    .locator('.indicateurs[data-pret=true][data-pour="?vue=lignes"]')
    .waitFor({ timeout: 60_000 });
  const { row, cell, columnheader, rowheader } = await rolesLus(page);
  expect({ row, columnheader, rowheader }).toEqual({ row: 21, columnheader: 8, rowheader: 20 });
  expect(cell).toBe(await page.locator('.indicateurs-tableau tbody td').count());
  await fermer();
});
