import { expect, test } from 'vitest';
import { debord, violations, visiter } from './visite.ts';

const DEUX_MILLE = Array.from({ length: 2000 }, (_, i) => `x${i}`).join(',');

const OUTILS = ['indicateurs/', 'carte/', 'comparer/'];

test.each(OUTILS)(
  '%s : deux mille valeurs inconnues font cinq phrases et un compte',
  async (outil) => {
    const { page, fautes, fermer } = await visiter(`${outil}?zone=${DEUX_MILLE}`, {
      viewport: { width: 390, height: 844 },
    });
    await page.getByText('1995 autres valeurs ont été ignorées').waitFor();
    expect(await page.getByText('L’adresse demande « zone=').count()).toBe(5);
    expect(await debord(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(fautes).toEqual([]);
    await fermer();
  },
);
