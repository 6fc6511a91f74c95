import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GALERIE_SQL, SQL_DE_DEPART } from '../../src/domain/explorer/galerie-sql.ts';
import { encodeSql } from '../../src/domain/url/sql.ts';
import { debord, octetsDe, type Visite, violationsDesThemes, visiter } from './visite.ts';

const PATIENCE = { timeout: 90_000 };
const CHEMIN = 'explorer/sql/';

let visite: Visite;

beforeAll(async () => {
  visite = await visiter(CHEMIN);
});
afterAll(() => visite.fermer());

const champ = () => visite.page.getByRole('textbox', { name: 'La requête' });
const bouton = (nom: string) => visite.page.getByRole('button', { name: nom });

/** Remplace la requête par une autre, dans l’éditeur, et attend qu’il l’ait. */
async function ecrire(texte: string): Promise<void> {
  await champ().first().click();
  const editeur = visite.page.locator('.cm-content');
  await editeur.waitFor(PATIENCE);
  await editeur.press('Control+A');
  await visite.page.keyboard.insertText(texte);
}

const repondue = (lignes: number) =>
  visite.page.locator(`.sql[data-attente=false][data-lignes="${lignes}"]`).waitFor(PATIENCE);

const enClair = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ');
const statut = async () => enClair(await visite.page.locator('.sql-statut').innerText());

test('rien ne vient avant qu’on le veuille ; le champ et le schéma se lisent', async () => {
  const demandees: string[] = [];
  const autre = await visiter('glossaire/');
  autre.page.on('request', (demande) => demandees.push(demande.url()));
  await autre.aller(CHEMIN);
  await autre.page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  expect(demandees.filter((adresse) => /duckdb|\.parquet|codemirror/.test(adresse))).toEqual([]);
  expect(
    await autre.page.getByRole('textbox', { name: 'La requête', exact: true }).inputValue(),
  ).toBe(SQL_DE_DEPART);
  expect(await autre.page.locator('.sql-table').count()).toBeGreaterThan(40);
  await autre.fermer();
});

test('au clavier seul : écrire, exécuter, trier, parcourir', async () => {
  const { page, fautes } = visite;
  await visite.aller(CHEMIN);
  await ecrire('SELECT zone, nom FROM zones');
  await page.keyboard.press('Control+Enter');
  await repondue(10);
  expect(await statut()).toBe('10 lignes.');
  expect(page.url()).toContain(encodeSql('SELECT zone, nom FROM zones'));
  const premiere = () => page.locator('.sql-resultat tbody tr td:last-child').first().innerText();
  expect(await premiere()).toBe('Bruxelles');
  await bouton('nom').focus();
  await page.keyboard.press('Enter');
  await page.locator('th[aria-sort=ascending]').waitFor(PATIENCE);
  await expect.poll(premiere).toBe('Brabant wallon');
  await page.keyboard.press('Enter');
  await page.locator('th[aria-sort=descending]').waitFor(PATIENCE);
  await expect.poll(premiere).toBe('Wallonie picarde');
  await champ().first().focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Exécuter');
  expect(fautes).toEqual([]);
});

test('« Précédent » rend la requête d’avant, sans l’exécuter', async () => {
  const { page } = visite;
  await visite.aller(CHEMIN + encodeSql('SELECT 1 AS a'));
  await expect.poll(() => page.getByLabel('La requête').first().inputValue()).toBe('SELECT 1 AS a');
  await bouton('Exécuter').click();
  await repondue(1);
  await ecrire('SELECT 2 AS b FROM zones');
  await bouton('Exécuter').click();
  await repondue(10);
  await page.goBack();
  await expect.poll(() => page.locator('.cm-content').innerText()).toContain('SELECT 1 AS a');
  expect(await statut()).toBe('10 lignes.');
});

test('une faute se dit en français, à sa place, et la réponse d’avant reste', async () => {
  const { page, fautes } = visite;
  await visite.aller(CHEMIN);
  await ecrire('SELECT nom FROM zones');
  await bouton('Exécuter').click();
  await repondue(10);
  await ecrire('SELECT nom,\n  nomm\nFROM zones');
  await bouton('Exécuter').click();
  const alerte = page.getByRole('alert');
  await alerte.waitFor(PATIENCE);
  expect(enClair(await alerte.locator('p').first().innerText())).toMatch(/« nomm »/);
  expect(await page.locator('.sql-resultat tbody tr').count()).toBe(10);
  await bouton('Aller à la ligne 2, caractère 3').click();
  await page.keyboard.type('X');
  expect(await page.locator('.cm-content').innerText()).toContain('Xnomm');
  expect(fautes).toEqual([]);
});

describe('ce qu’une requête ne peut pas faire', () => {
  test.each([
    ["SELECT * FROM read_csv_auto('/etc/passwd')"],
    ["SELECT * FROM read_parquet('https://exemple.org/a.parquet')"],
    ["SELECT * FROM 'https://exemple.org/a.csv'"],
    ["ATTACH 'https://exemple.org/a.db' AS a"],
    ['INSTALL httpfs'],
    ["COPY zones TO 'https://exemple.org/vol.csv'"],
    ['SET enable_external_access = true'],
    ['SELECT * FROM zones; SELECT 1'],
  ])('« %s »', async (texte) => {
    const { page, fautes } = visite;
    await visite.aller(CHEMIN);
    await ecrire(texte);
    await bouton('Exécuter').click();
    await page.getByRole('alert').waitFor(PATIENCE);
    await ecrire('SELECT count(*) AS n FROM zones');
    await bouton('Exécuter').click();
    await repondue(1);
    expect(await page.locator('.sql-resultat td').first().innerText()).toBe('10');
    expect(fautes).toEqual([]);
  });

  test('10 Mo de texte se refusent, et la page reste', async () => {
    const { page, fautes } = visite;
    await visite.aller(CHEMIN);
    const champBrut = page.getByLabel('La requête').first();
    await champBrut.evaluate(
      (zone, texte) => {
        if (!(zone instanceof HTMLTextAreaElement)) return;
        zone.value = texte;
        zone.dispatchEvent(new Event('input', { bubbles: true }));
      },
      `SELECT '${'a'.repeat(10_000_000)}' AS a; x`,
    );
    await bouton('Exécuter').click();
    await page.getByRole('alert').waitFor(PATIENCE);
    expect(await page.getByText('trop longue pour l’adresse').count()).toBe(1);
    expect(fautes).toEqual([]);
  });

  test('des noms de colonnes hostiles s’affichent et se trient', async () => {
    const { page, fautes } = visite;
    await visite.aller(CHEMIN);
    await ecrire(`SELECT range AS "<img src=x onerror=alert(1)>""; --" FROM range(3)`);
    await bouton('Exécuter').click();
    await repondue(3);
    await page.locator('.sql-resultat th button').click();
    await page.locator('.sql-resultat th button').click();
    await page.locator('th[aria-sort=descending]').waitFor(PATIENCE);
    expect(await page.locator('.sql-resultat tbody td').first().innerText()).toBe('2');
    expect(await page.locator('.sql-resultat img').count()).toBe(0);
    expect(fautes).toEqual([]);
  });

  test('une requête sans fin s’arrête, et la suivante répond', async () => {
    const { fautes } = visite;
    await visite.aller(CHEMIN);
    await ecrire('SELECT sum(a.eleves * b.eleves) AS n FROM offre a, offre b, offre c, offre d');
    await bouton('Exécuter').click();
    await bouton('Arrêter').click(PATIENCE);
    await expect.poll(statut).toBe('Requête arrêtée.');
    await ecrire('SELECT 1 AS un');
    await bouton('Exécuter').click();
    await repondue(1);
    expect(fautes).toEqual([]);
  });
});

test('cent mille lignes se parcourent, et le fichier les emporte toutes', async () => {
  const { page, fautes } = visite;
  await visite.aller(CHEMIN);
  await ecrire(`SELECT range AS rang, '=1+' || range AS texte FROM range(120000)`);
  await bouton('Exécuter').click();
  await repondue(120_000);
  expect(await statut()).toBe('120 000 lignes. Les 100 000 premières sont ci-dessous.');
  expect(await page.locator('.sql-resultat tbody tr').count()).toBeLessThan(80);
  const cadre = page.locator('.sql-resultat');
  await cadre.evaluate((e) => e.scrollTo(0, e.scrollHeight));
  await expect
    .poll(() => page.locator('.sql-resultat tbody tr[aria-rowindex]').last().innerText())
    .toContain('99999');
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    bouton('Exporter (CSV)').click(),
  ]);
  const lignes = (await octetsDe(csv)).toString('utf8').trimEnd().split('\r\n');
  expect(lignes).toHaveLength(120_001);
  expect(lignes[0]).toBe('source,edition,rang,texte');
  expect(lignes.at(-1)).toMatch(/,119999,'=1\+119999$/);
  expect(fautes).toEqual([]);
});

test('chaque lien de la galerie ouvre sa requête, qui répond', async () => {
  const { page } = visite;
  for (const { titre, sql } of GALERIE_SQL) {
    await visite.aller('explorer/');
    await page.getByRole('link', { name: titre }).click();
    await page.waitForURL(`**/${CHEMIN}#sql=*`);
    await expect.poll(() => page.getByLabel('La requête').first().inputValue()).toBe(sql);
    await bouton('Exécuter').click();
    await page.locator('.sql[data-attente=false][data-lignes]').waitFor(PATIENCE);
    expect(
      await page.locator('.sql-resultat tbody tr[aria-rowindex]').count(),
      titre,
    ).toBeGreaterThan(0);
  }
});

test('le SQL d’une question se reprend', async () => {
  const { page } = visite;
  await visite.aller('explorer/?lignes=zone');
  await page.locator('.explorer[data-attente=false][data-pour="?lignes=zone"]').waitFor(PATIENCE);
  await page.getByText('Voir le SQL').click();
  await page.getByRole('link', { name: 'Modifier ce SQL' }).click();
  await page.waitForURL(`**/${CHEMIN}#sql=*`);
  await bouton('Exécuter').click();
  await repondue(10);
});

test('de la carte, ce qu’elle trouve se suit année par année', async () => {
  const { page } = visite;
  await visite.aller('carte/?commune=namur&rayon=20');
  await bouton('Explorer année par année').click(PATIENCE);
  await page.waitForURL(`**/${CHEMIN}#sql=*`);
  await bouton('Exécuter').click();
  await repondue(5);
  const premiere = page.locator('.sql-resultat tbody tr[aria-rowindex="2"]');
  expect(await premiere.innerText()).toMatch(/^2019-2020/);
});

test.each([360, 768, 1440])(
  'à %i px, avec une réponse : axe net dans les deux thèmes, rien ne déborde',
  async (width) => {
    const { page, fautes } = visite;
    await visite.aller(CHEMIN);
    await page.setViewportSize({ width, height: 900 });
    await ecrire('SELECT * FROM options');
    await bouton('Exécuter').click();
    await page.locator('.sql-resultat').waitFor(PATIENCE);
    expect(await violationsDesThemes(page)).toEqual([]);
    expect(await debord(page)).toEqual([]);
    expect(fautes).toEqual([]);
  },
);
