import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import { type Serveur, servir } from '../../pipelines/serve.ts';
import { servirRegistre } from '../pipeline/registre-servi.ts';
import { affirmations, texteDe } from './absences-des-pages.ts';
import { BASE, batir } from './batir.ts';
import { fichiers, lire } from './construit.ts';
import { champ, pret, rangee } from './dossier.ts';
import { indexDe, manifesteDe, pagesAffirmant } from './site-partiel.ts';
import { debord, violations, visiter } from './visite.ts';

const ECOLE = 'Institut d’essai Bellevue (Liège)';
const lieu = mkdtempSync(join(tmpdir(), 'oad-reel-site-'));
let site = '';
let serveur: Serveur;

beforeAll(async () => {
  const portail = await servirRegistre();
  const donnees = join(lieu, 'listes');
  writeFileSync(join(lieu, 'fc.csv'), 'annee;region;metier\n2025;Wallonie;Coiffeur\n');
  const partiel = 'extrait de presse';
  await importer('fc', [join(lieu, 'fc.csv')], { sortie: donnees, partiel });
  site = await batir({ reel: portail.adresse, cache: join(lieu, 'cache'), donnees });
  await portail.fermer();
  serveur = await servir(site, BASE, 0);
});
afterAll(async () => {
  await serveur.fermer();
  for (const dossier of [site, lieu]) rmSync(dossier, { recursive: true });
});

async function ouvrir(chemin: string): Promise<{ page: Page; fermer: () => Promise<void> }> {
  const { page, fautes, fermer } = await visiter('404.html');
  await page.goto(serveur.adresse + chemin);
  return {
    page,
    fermer: async () => {
      await fermer();
      const { origin } = new URL(serveur.adresse);
      expect(fautes.filter((faute) => !faute.includes(origin))).toEqual([]);
    },
  };
}

test('une école se trouve par son nom, son FASE, celui de son établissement, sa commune', async () => {
  const { page, fermer } = await ouvrir('');
  for (const mots of ['bellevue', '31', 'institut liège']) {
    await page.locator('#recherche-accueil').fill(mots);
    await page.locator('main [role=option]', { hasText: 'Bellevue' }).first().waitFor();
  }
  await page.goto(`${serveur.adresse}carte/`);
  const depart = page.getByRole('combobox', { name: 'Votre implantation' });
  for (const mots of ['bellevue', '31', 'liege bellevue']) {
    await depart.fill(mots);
    await page.locator('main [role=option]', { hasText: 'Bellevue' }).first().waitFor();
  }
  await fermer();
});

test('sa fiche dit qui elle est, où, près de qui, et rien de son offre', async () => {
  const { page, fermer } = await ouvrir('implantations/31/');
  const texte = (await page.locator('main').innerText()).replace(/[\s\u00a0]+/g, ' ');
  for (const dit of [
    ECOLE,
    'confessionnel',
    'libre confessionnel',
    'Liège, commune ordinaire',
    'Section qualifiante non connue',
    'Non connu. Les élèves par option',
    'Collège d’essai (Seraing)',
  ]) {
    expect(texte).toContain(dit);
  }
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await debord(page)).toEqual([]);
  await page.goto(`${serveur.adresse}implantations/39/`);
  expect(await page.locator('main').innerText()).toContain('CEFA d’essai, FASE 11');
  await fermer();
});

test('la carte et la zone disent que le registre n’est pas une liste de sites qualifiants', async () => {
  const { page, fermer } = await ouvrir('carte/?zone=4');
  await page.locator('.constat', { hasText: 'ne dit pas lesquelles sont qualifiantes' }).waitFor();
  expect(await page.locator('.legende').innerText()).toContain('registre des écoles');
  expect(await page.locator('tr[data-fase="31"]').innerText()).toContain('offre non publiée');
  await page.goto(`${serveur.adresse}zones/liege/`);
  const ecoles = page.locator('#implantations');
  expect(await ecoles.innerText()).toMatch(/compte 4\simplantations/);
  expect(await ecoles.innerText()).toContain('lesquelles ont une section qualifiante');
  await fermer();
});

test('ce qui manque se dit une fois, et les exemples sont de l’édition', async () => {
  const texte = (chemin: string) => lire(join(site, chemin)).replace(/<[^>]*>/g, ' ');
  const pages = [
    'index',
    'zones/index',
    'zones/liege/index',
    'comparer/index',
    'options/2115/index',
  ];
  for (const chemin of [...pages, 'implantations/31/index']) {
    const dits = texte(`${chemin}.html`).match(/Non connu\./g) ?? [];
    expect(dits.length, chemin).toBeLessThanOrEqual(1);
    expect(texte(`${chemin}.html`), chemin).not.toMatch(/rien de connu|\b900\d{3}\b/);
  }
  const { page, fermer } = await ouvrir('dossier/');
  const invite = await champ(page).getAttribute('placeholder');
  const [fase] = /\d+/.exec(invite ?? '') ?? [];
  expect(fichiers(join(site, 'implantations', fase ?? 'aucune')).length).toBeGreaterThan(0);
  await fermer();
});

test('la carte compte les écoles d’une zone, et la cadre', async () => {
  const { page, fermer } = await ouvrir('carte/?zone=4');
  await page.locator('.constat', { hasText: /4\simplantations dans la zone de Liège/ }).waitFor();
  expect(await page.getByText('Section qualifiante, d’après l’édition').count()).toBe(0);
  await fermer();
});

test('« Mes données » partent de l’école : son identité reste, ses options se tapent', async () => {
  const { page, fermer } = await ouvrir('dossier/?implantation=31');
  await pret(page);
  await page.locator('.lieu-choisi', { hasText: 'Ses options ne sont pas publiées' }).waitFor();
  await page.getByRole('button', { name: 'Dire ses options : « Mes données »' }).click();
  expect(await page.getByLabel('Nom et numéro FASE').inputValue()).toBe(`31 – ${ECOLE}`);
  expect(await page.getByLabel('Caractère').inputValue()).toBe('confessionnel');
  await page.getByLabel('Fichier d’options et d’élèves').setInputFiles({
    name: 'options.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('code_obg,mode,eleves\n2115,PE,22\n'),
  });
  await page.locator('.lieu-choisi', { hasText: '1 option organisée ici' }).waitFor();
  expect((await page.locator('.lieu-choisi').innerText()).replaceAll('\u00a0', ' ')).toContain(
    'Implantation : officiel ; options et élèves : vos données',
  );
  await page.getByRole('searchbox', { name: 'Chercher une option' }).fill('2213');
  expect(await rangee(page, '2213').innerText()).toContain('non connu');
  await page.reload();
  await pret(page);
  await page.locator('.lieu-choisi', { hasText: '1 option organisée ici' }).waitFor();
  await page.getByRole('button', { name: 'Choisir plutôt une implantation' }).click();
  await champ(page).fill('14');
  await page.locator('[role=option]', { hasText: 'Collège d’essai' }).waitFor();
  await fermer();
});

test('une liste FC partielle se dit telle, avec son année et son jour', () => {
  const jour = new Intl.DateTimeFormat('fr-BE', { dateStyle: 'long', timeZone: 'UTC' }).format();
  const zone = lire(join(site, 'zones/liege/index.html')).replaceAll('\u00a0', ' ');
  expect(zone).toContain(`liste partielle, lue le ${jour} : extrait de presse`);
  expect(zone).toContain('n’est connue qu’en partie');
  expect(lire(join(site, 'zones/bruxelles/index.html'))).not.toContain('extrait de presse');
  const option = lire(join(site, 'indicateurs/index.html'));
  expect(option).toContain('liste 2025');
});

test('la source dit le jour du téléchargement, et l’adresse', () => {
  const jour = new Date().toISOString().slice(0, 10);
  const pages = ['donnees/index.html', 'implantations/31/index.html'].map((p) => join(site, p));
  for (const chemin of pages) expect(lire(chemin), chemin).toContain(jour);
  expect(lire(join(site, 'implantations/31/index.html'))).toMatch(
    /127\.0\.0\.1:\d+\/registre\.csv/,
  );
});

test('aucune page ne dit une absence, et chacune dit ce que l’édition connaît', () => {
  const pages = pagesAffirmant(site);
  expect(pages.length).toBeGreaterThan(300);
  const manifeste = manifesteDe(site);
  const fautives = pages.flatMap((chemin) =>
    affirmations(chemin, lire(join(site, chemin)), manifeste).map((dit) => `${chemin} : ${dit}`),
  );
  expect(fautives.slice(0, 20)).toEqual([]);
  for (const chemin of pages) {
    expect(lire(join(site, chemin)), chemin).toContain('Édition partielle');
  }
  const page = (chemin: string) => texteDe(lire(join(site, chemin)));
  expect(page('zones/liege/index.html')).toContain('pas dans cette édition');
  expect(page('options/2115/index.html')).toContain('ou 10 si l’option est');
});

test('le tableau n’a ni zéro ni non : tout y est non connu, hors la liste de la Wallonie', () => {
  const { lignes } = indexDe(site, manifesteDe(site).edition.annee_scolaire);
  expect(lignes.length).toBeGreaterThan(3000);
  for (const { occurrences, eleves, tc, fc, tc_fc } of lignes) {
    expect([occurrences, eleves, tc]).toEqual([null, null, null]);
    // Partielle, la liste dit oui, ou rien.
    expect([true, null]).toContain(fc);
    expect([true, null]).toContain(tc_fc);
  }
});
