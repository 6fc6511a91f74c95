import Papa from 'papaparse';
import type { Page } from 'playwright';
import { beforeAll, expect, inject, test } from 'vitest';
import { requete } from '../../src/query/moteur.ts';
import { debord, octetsDe, uneVisiteParTest, violationsDesThemes } from './visite.ts';

const OPTION = '2115';
const ouvrir = uneVisiteParTest();

/** De chaque commune, les mètres de la plus proche, tels que le fichier publié les dit. */
let metres: ReadonlyMap<string, number>;

beforeAll(async () => {
  process.env.OAD_PUBLIC = inject('construit');
  const { moteurNode } = await import('../../src/query/engine.node.ts');
  const moteur = await moteurNode();
  const lues = await moteur.lire<{ commune: string; metres: number }>(
    requete(
      `SELECT c.commune, p.metres FROM portee p JOIN communes c USING (nis) WHERE code_obg = '${OPTION}'`,
    ),
  );
  metres = new Map(lues.map((lue) => [lue.commune, lue.metres]));
});

const repond = (page: Page) => page.locator('.ou-manque-liste tbody tr').first().waitFor();

const montrees = (page: Page) =>
  page.locator('.ou-manque-liste tbody tr').evaluateAll((rangees) =>
    rangees.map((rangee) => ({
      commune: rangee.querySelector('th')?.firstChild?.textContent?.trim() ?? '',
      metres: Number(rangee.querySelector('data')?.value),
    })),
  );

const dit = async (page: Page): Promise<string> =>
  (await page.locator('.ou-manque-constat').innerText()).replace(/[\s\u00a0\u202f]+/g, ' ');

const classes = (page: Page): Promise<Record<string, number>> =>
  page.locator('.commune').evaluateAll((communes) => {
    const comptes: Record<string, number> = {};
    for (const commune of communes) {
      const classe = commune.getAttribute('data-classe') ?? 'aucune';
      comptes[classe] = (comptes[classe] ?? 0) + 1;
    }
    return comptes;
  });

test('une option tapée se choisit au clavier : la carte, la phrase et la liste la disent', async () => {
  const page = await ouvrir('carte/ou-manque/');
  const champ = page.getByRole('combobox', { name: 'Option, métier ou code' });
  await champ.fill(OPTION);
  await page.getByRole('option', { name: OPTION }).waitFor();
  await champ.press('ArrowDown');
  await champ.press('Enter');
  await repond(page);
  expect(page.url()).toContain(`?option=${OPTION}`);
  const plus = [...metres.values()].sort((a, b) => b - a);
  expect((await montrees(page)).map((m) => m.metres)).toEqual(plus.slice(0, 20));
  for (const une of await montrees(page)) expect(metres.get(une.commune)).toBe(une.metres);
  const bornes = [0, 5000, 10_000, 20_000, 30_000, Number.POSITIVE_INFINITY];
  const attendues = Object.fromEntries(
    [0, 1, 2, 3, 4].map((i) => [
      String(i),
      plus.filter((m) => m > (i === 0 ? -1 : (bornes[i] ?? 0)) && m <= (bornes[i + 1] ?? 0)).length,
    ]),
  );
  expect(await classes(page)).toEqual(
    Object.fromEntries(Object.entries(attendues).filter(([, n]) => n > 0)),
  );
  const loin = plus.filter((m) => m > 20_000).length;
  expect(await dit(page)).toContain(`${loin} communes sur ${plus.length}`);
  expect(await violationsDesThemes(page)).toEqual([]);
  await page.goBack();
  await page.locator('.ou-manque-constat').waitFor({ state: 'detached' });
  expect(await classes(page)).toEqual({ aucune: plus.length });
  const titres = await page.locator('.commune > title').allTextContents();
  expect(titres.filter((titre) => titre.includes('km'))).toEqual([]);
});

test('la zone et le caractère d’une adresse se lisent, et la réponse s’emporte', async () => {
  const page = await ouvrir(
    `carte/ou-manque/?option=${OPTION}&caractere=non-confessionnel&zone=7&lieu=x`,
    { viewport: { width: 390, height: 844 }, acceptDownloads: true },
  );
  await repond(page);
  expect(await page.getByRole('combobox', { name: 'Caractère' }).inputValue()).toBe(
    'non confessionnel',
  );
  expect(await dit(page)).toContain('de la zone Luxembourg');
  expect(await page.locator('.commune[data-ailleurs]').count()).toBe(metres.size - 44);
  expect(await debord(page)).toEqual([]);
  const attendu = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporter (CSV)' }).click();
  const csv = (await octetsDe(await attendu)).toString('utf8');
  const { data } = Papa.parse<Record<string, string>>(csv.trim(), { header: true });
  expect(data).toHaveLength(44);
  expect(data.every((rangee) => rangee.Zone === 'Luxembourg')).toBe(true);
  expect(data.every((rangee) => rangee.edition?.includes('démonstration'))).toBe(true);
});

test('sans script, la liste dit de chaque option combien de communes en sont loin', async () => {
  const page = await ouvrir('carte/ou-manque/', { javaScriptEnabled: false });
  expect(await page.locator('.ou-manque-form').isVisible()).toBe(false);
  const rangee = page.locator('.ou-manque-options tbody tr', { hasText: OPTION });
  const loin = [...metres.values()].filter((m) => m > 20_000).length;
  expect(await rangee.locator('data').getAttribute('value')).toBe(String(loin));
});

test('un code que rien n’organise ou que le répertoire n’a pas : dit, sans distance inventée', async () => {
  const page = await ouvrir('carte/ou-manque/?option=9999');
  await page.getByText('Le répertoire n’a pas d’option 9999').waitFor();
  expect(await page.locator('.ou-manque-liste').count()).toBe(0);
  expect(await page.locator('.commune[data-classe]').count()).toBe(0);
});
