import { afterAll, beforeAll, expect, test } from 'vitest';
import { debord, type Visite, violationsDesThemes, visiter } from './visite.ts';

const PATIENCE = { timeout: 120_000 };

const TITRES =
  'type_d_enseignement;ndeg_fase_de_l_etablissement;nom_d_etablissement;numero_bce_de_l_etablissement;ndeg_fase_de_l_implantation;reseau;adresse_de_l_implantation;code_postal_de_l_implantation;commune_de_l_implantation;latitude;longitude';
const ECOLES = `${TITRES}
Secondaire ordinaire;2101;Institut <b>des Essais</b>;0123456789;4101;Libre confessionnel;Rue A 1;5000;Namur;50.4669;4.8675
Secondaire ordinaire;2103;École fictive;0123456781;4103;Subventionné provincial;Rue C 3;4000;Liège;50.64;5.57
`;
const effectifs = (annee: string) => `Effectifs au 15 janvier;;;;;
Année scolaire;FASE implantation;Code OBG;Année d’étude;PE;ALT
${annee};4101;2115;4;12;7
${annee};4101;2115;5;9;0
${annee};4103;8123;4;30;0
`;

let visite: Visite;

beforeAll(async () => {
  visite = await visiter('edition/');
});
afterAll(() => visite.fermer());

const deposer = (fichiers: Readonly<Record<string, string | Uint8Array>>) =>
  visite.page.getByLabel(/Vos fichiers/).setInputFiles(
    Object.entries(fichiers).map(([name, contenu]) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(contenu),
    })),
  );

const enClair = (texte: string): string =>
  texte.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', '');

/** Ce que la page dit d’elle-même, une fois le travail fini. */
async function fini(): Promise<string> {
  await visite.page.getByRole('button', { name: 'Tout effacer' }).waitFor(PATIENCE);
  return enClair(await visite.page.getByRole('status').first().innerText());
}

const rangee = async (zone: string) =>
  enClair(await visite.page.getByRole('row', { name: new RegExp(`^${zone}`) }).innerText());

test('avant le premier fichier, ni moteur ni lecteur ne viennent', async () => {
  const { page } = visite;
  const demandes: string[] = [];
  page.on('request', (demande) => demandes.push(demande.url()));
  await visite.aller('edition/');
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  expect(demandes.filter((adresse) => /duckdb|travailleur|base-edition/.test(adresse))).toEqual([]);
  expect(await violationsDesThemes(page)).toEqual([]);
  expect(await debord(page)).toEqual([]);
});

test('deux fichiers, dans le désordre, font une édition ; rien ne part', async () => {
  const { page, fautes } = visite;
  await deposer({ 'effectifs.csv': effectifs('2023-2024'), 'écoles.csv': ECOLES });
  expect(await fini()).toContain('2 fichiers entrés sur 2');
  expect(await rangee('Namur')).toMatch(/Namur\s+1\s+1\s+28\s+connus/);
  expect(await rangee('Liège')).toMatch(/Liège\s+1\s+1\s+30\s+connus/);
  expect(await rangee('Luxembourg')).toMatch(/Luxembourg\s+0\s+non connu\s+non connu\s+non connu/);
  expect(fautes).toEqual([]);
  expect(await violationsDesThemes(page)).toEqual([]);
  expect(await debord(page)).toEqual([]);
});

test('une question se pose, un bouton y répond', async () => {
  const { page } = visite;
  await visite.aller('edition/');
  await deposer({ 'écoles.csv': ECOLES, 'effectifs.csv': effectifs('2024') });
  expect(await fini()).toContain('1 fichier entré sur 2');
  const demande = page.getByRole('region', { name: 'effectifs.csv' });
  expect(enClair(await demande.innerText())).toContain('« 2024 » seul se lit 2024-2025');
  await demande.getByRole('button', { name: 'annee fin' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('2 fichiers entrés sur 2').waitFor(PATIENCE);
  expect(await rangee('Namur')).toMatch(/28/);
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  expect(await page.getByRole('region', { name: 'effectifs.csv' }).count()).toBe(0);
});

test('des fichiers hostiles se refusent en texte, et la page vit', async () => {
  const { page, fautes } = visite;
  await visite.aller('edition/');
  const octets = new Uint8Array(4096).map((_, i) => (i * 7919) % 256);
  await deposer({
    'image.csv': octets,
    '__proto__.csv': '__proto__;constructor\n<img src=x onerror=alert(1)>;=1+1\n',
    'large.csv': `${'c;'.repeat(100_000)}\n${'1;'.repeat(100_000)}\n`,
    'écoles.csv': ECOLES.replaceAll('Secondaire ordinaire', '<script>alert(1)</script>'),
  });
  expect(await fini()).toContain('0 fichier entré sur 4');
  expect(await page.locator('.edition-fichier img, .edition-fichier script').count()).toBe(0);
  expect(fautes).toEqual([]);
});

test('« Arrêter » rend la main', async () => {
  const { page } = visite;
  await visite.aller('edition/');
  const longue = effectifs('2023-2024') + '2023-2024;4103;8123;5;3;0\n'.repeat(200_000);
  await deposer({ 'écoles.csv': ECOLES, 'long.csv': longue });
  await page.getByRole('button', { name: 'Arrêter' }).click(PATIENCE);
  await page.getByText('La composition est arrêtée').waitFor(PATIENCE);
  expect(await page.getByRole('button', { name: 'Arrêter' }).count()).toBe(0);
});
