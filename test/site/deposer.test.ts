import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { enXlsx } from '../../src/export/xlsx.ts';
import { octetsDe, type Visite, violationsDesThemes, visiter } from './visite.ts';

const PATIENCE = { timeout: 90_000 };
let visite: Visite;
const envoyees: string[] = [];

beforeAll(async () => {
  visite = await visiter('explorer/sql/');
  visite.page.on('request', (demande) => {
    if (demande.method() !== 'GET') envoyees.push(demande.url());
  });
});
afterAll(() => visite.fermer());

const fichier = (name: string, contenu: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(contenu),
});

/** Dépose des fichiers, et rend ce que la page en dit. */
async function deposer(...fichiers: ReturnType<typeof fichier>[]): Promise<string> {
  const statut = visite.page.locator('.sql-deposer [role=status]');
  await visite.page.locator('.sql-deposer input[type=file]').setInputFiles(fichiers);
  await expect.poll(() => statut.innerText()).toMatch(/^(Ajouté|«)/);
  return (await statut.innerText()).replace(/[\s\u00a0\u202f]+/g, ' ');
}

async function demander(sql: string, lignes: number): Promise<string[][]> {
  const { page } = visite;
  await page.getByRole('textbox', { name: 'La requête' }).first().click();
  const editeur = page.locator('.cm-content');
  await editeur.waitFor(PATIENCE);
  await editeur.press('Control+A');
  await page.keyboard.insertText(sql);
  await page.keyboard.press('Control+Enter');
  await page.locator(`.sql[data-attente=false][data-lignes="${lignes}"]`).waitFor(PATIENCE);
  return page
    .locator('.sql-resultat tbody tr:not(.sql-espace)')
    .evaluateAll((rangees) =>
      rangees.map((rangee) => [...rangee.querySelectorAll('td')].map((td) => td.textContent ?? '')),
    );
}

test('un CSV et un classeur deviennent des tables, qui se joignent à celles de l’édition', async () => {
  const { page } = visite;
  const csv = '\uFEFFMes projets;;\nZone;Code OBG;Élèves attendus\n4;2115;12\n6;0412;1 250\n';
  const xlsx = await enXlsx([
    {
      nom: 'Projets',
      colonnes: [
        { nom: 'zone', type: 'entier' },
        { nom: 'remarque', type: 'texte' },
      ],
      rangees: [{ zone: 4, remarque: '<script>alert(1)</script>' }],
    },
    {
      nom: 'Autre feuille',
      colonnes: [{ nom: 'zone', type: 'entier' }],
      rangees: [{ zone: 6 }],
    },
  ]);
  const dit = await deposer(fichier('Projets 2027.csv', csv), fichier('suivi.xlsx', xlsx));
  expect(dit).toBe('Ajouté : projets_2027, suivi_projets, suivi_autre_feuille.');
  const liste = page.getByRole('list', { name: 'Tables ajoutées' });
  expect((await liste.innerText()).replace(/\s+/g, ' ')).toContain(
    '2 lignes, titres à la ligne 2 : zone (nombre entier), code_obg (texte) et eleves_attendus (nombre entier)',
  );
  const lues = await demander(
    'SELECT z.nom, p.code_obg, p.eleves_attendus, s.remarque FROM projets_2027 p JOIN zones z USING (zone) LEFT JOIN suivi_projets s USING (zone) ORDER BY z.zone',
    2,
  );
  expect(lues.map((ligne) => ligne.map((c) => c.replace(/[\u202f\u00a0]/g, ' ')))).toEqual([
    ['Liège', '2115', '12', '<script>alert(1)</script>'],
    ['Namur', '0412', '1250', '–'],
  ]);
  expect(await violationsDesThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Voir suivi_autre_feuille' }).click();
  await page.locator('.sql[data-attente=false][data-lignes="1"]').waitFor(PATIENCE);
});

test('un Parquet se lit ; le même nom deux fois, ou celui d’une table, se distingue', async () => {
  const dossier = join(inject('construit'), 'data');
  const { tables } = JSON.parse(readFileSync(join(dossier, 'manifest.json'), 'utf8')) as {
    tables: { nom: string; fichier: string }[];
  };
  const zones = readFileSync(join(dossier, tables.find((t) => t.nom === 'zones')?.fichier ?? ''));
  expect(await deposer(fichier('zones.parquet', zones))).toBe('Ajouté : zones_2.');
  const [ligne] = await demander('SELECT count(*) AS n FROM zones_2 JOIN zones USING (zone)', 1);
  expect(ligne).toEqual(['10']);
});

test('ce qui ne se lit pas est dit, le reste entre ; une table retirée n’est plus là', async () => {
  const { page, fautes } = visite;
  const dit = await deposer(
    fichier('abime.parquet', 'PAR1 rien'),
    fichier('vide.csv', 'a;b\n'),
    fichier("x'; DROP TABLE zones; --.csv", 'a\n1\n'),
  );
  expect(dit).toContain('« abime.parquet » : ce n’est pas un Parquet entier');
  expect(dit).toContain('« vide.csv » : aucune feuille n’a des titres et des lignes');
  expect(dit).toContain('Ajouté : x_drop_table_zones');
  await demander('SELECT * FROM x_drop_table_zones JOIN zones ON true', 10);
  await page.getByRole('button', { name: 'Retirer projets_2027' }).click();
  await page.getByRole('textbox', { name: 'La requête' }).first().click();
  await page.locator('.cm-content').press('Control+A');
  await page.keyboard.insertText('SELECT * FROM projets_2027');
  await page.keyboard.press('Control+Enter');
  await page.locator('.message-erreur[role=alert]').waitFor(PATIENCE);
  expect(envoyees).toEqual([]);
  expect(fautes).toEqual([]);
});

test('une requête se garde, s’enregistre en fichier et se rouvre', async () => {
  const { page } = visite;
  await visite.aller('explorer/sql/');
  await page.locator('summary', { hasText: 'Mes requêtes' }).click();
  await page.getByLabel('Garder la requête').fill('Départ');
  await page.keyboard.press('Enter');
  const gardees = page.getByRole('list', { name: 'Requêtes gardées' });
  await gardees.getByText('Départ').waitFor();
  const attendu = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Les enregistrer en fichier' }).click();
  const garde = await octetsDe(await attendu);
  await page.getByRole('button', { name: 'Retirer « Départ »' }).click();
  await expect.poll(() => gardees.count()).toBe(0);
  const champ = page.locator('.mes-vues input[type=file]');
  await champ.setInputFiles([fichier('autre.json', '{"page":"explorer","vues":[]}')]);
  await page.getByText('n’a aucune requête de cette page').waitFor();
  await champ.setInputFiles([fichier('mes.json', garde)]);
  await gardees.getByText('Départ').waitFor();
  expect(await gardees.getByRole('link').getAttribute('href')).toMatch(/^#sql=/);
});
