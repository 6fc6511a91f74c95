import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { finir } from '../../pipelines/hebergement/integration.ts';
import { type Serveur, servir } from '../../pipelines/serve.ts';
import { fichiers, genres } from './construit.ts';
import { BASE, siteReduit } from './hors-ligne.ts';
import { visiter } from './visite.ts';

let dossier: string;
const restant = '[data-etape="gardé"]';
let serveur: Serveur;
let port: number;

beforeAll(async () => {
  dossier = await siteReduit();
  serveur = await servir(dossier, BASE, 0);
  port = Number(new URL(serveur.adresse).port);
});

afterAll(async () => {
  await serveur.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

const etat = (page: Page) =>
  page.evaluate(async () => ({
    ouvriers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
  }));

async function garder(page: Page): Promise<void> {
  await page.goto(`${serveur.adresse}hors-ligne/`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: /^Garder hors ligne \(.+Mo\)$/ }).click();
  await page.locator(restant).waitFor({ timeout: 120_000 });
}

/** Publie une nouvelle édition à la même adresse : chaque page y porte un mot de plus. */
async function publier(mot: string): Promise<void> {
  await serveur.fermer();
  for (const chemin of fichiers(dossier).filter((nom) => nom.endsWith('.html'))) {
    const texte = readFileSync(chemin, 'utf8').replace(/(<h1[^>]*>)/, `$1${mot} `);
    writeFileSync(chemin, texte);
  }
  await finir(dossier, BASE, { compression: 'non' });
  serveur = await servir(dossier, BASE, port);
}

test('rien n’est installé tant qu’on ne l’a pas demandé', async () => {
  const { page, fermer } = await visiter('');
  for (const chemin of genres(inject('construit'))) {
    await page.goto(new URL(chemin, inject('site')).href, { waitUntil: 'load' });
  }
  await page.waitForLoadState('networkidle');
  expect(await etat(page)).toEqual({ ouvriers: 0, caches: 0 });
  await fermer();
});

test('gardé, le site entier se lit sans réseau, puis se retire', async () => {
  const { page, fermer } = await visiter('');
  await garder(page);
  await page.context().setOffline(true);
  for (const chemin of genres(inject('construit')).filter((nom) => nom !== '404.html')) {
    const reponse = await page.goto(`${serveur.adresse}${chemin}?zone=4`, { waitUntil: 'load' });
    expect(reponse?.status(), chemin).toBe(200);
    expect(await page.locator('h1').count(), chemin).toBe(1);
  }
  await page.goto(`${serveur.adresse}indicateurs/`, { waitUntil: 'load' });
  await page.locator('#q').pressSequentially('cuisinier', { delay: 15 });
  await page.locator('.indicateurs[data-pour="?q=cuisinier"][data-par="index"]').waitFor();
  await page.getByLabel('Année scolaire').selectOption({ index: 2 });
  await page.locator('.indicateurs[data-pour*="annee-scolaire="][data-par="index"]').waitFor();
  expect(await page.locator('.indicateurs-resultats tbody tr').count()).toBeGreaterThan(0);
  const carte = `${serveur.adresse}carte/?implantation=900010&rayon=10`;
  await page.goto(carte, { waitUntil: 'load' });
  await page.waitForSelector('.plan-gl[data-sites]');
  expect(await page.locator('.carte-liste [data-fase]').count()).toBeGreaterThan(0);
  await page.goto(`${serveur.adresse}nulle-part/`);
  expect(await page.locator('h1').innerText()).toBe('Garder hors ligne');
  await page.context().setOffline(false);
  await page.goto(`${serveur.adresse}hors-ligne/`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Retirer de ce navigateur' }).click();
  await page.locator('[data-etape="absent"]').waitFor();
  await page.reload();
  expect(await etat(page)).toEqual({ ouvriers: 0, caches: 0 });
  await fermer();
});

test('une nouvelle édition remplace l’ancienne d’un coup, quand elle est entière', {
  timeout: 300_000,
}, async () => {
  const { page, fermer } = await visiter('');
  await garder(page);
  const titre = async (chemin: string): Promise<string> => {
    await page.goto(`${serveur.adresse}${chemin}`, { waitUntil: 'load' });
    return page.locator('h1').innerText();
  };
  expect(await titre('a-propos/')).toBe('À propos');
  await publier('Nouvelle');
  expect(await titre('a-propos/'), 'l’ancienne tant que la neuve n’est pas là').toBe('À propos');
  await expect.poll(() => titre('accessibilite/'), { timeout: 120_000 }).toContain('Nouvelle');
  await page.context().setOffline(true);
  expect(await titre('a-propos/')).toBe('Nouvelle À propos');
  expect(await titre('nouveautes/')).toBe('Nouvelle Nouveautés');
  await page.context().setOffline(false);
  await fermer();
});

test('un fichier d’une autre édition interrompt la mise à jour, sans rien mélanger', async () => {
  const { page, fermer } = await visiter('');
  await garder(page);
  const faux = { version: 'fausse', edition: 'Fausse', octets: 1, fichiers: [['', '00', 1]] };
  for (const nom of ['hors-ligne.json', 'hors-ligne-liste.json']) {
    writeFileSync(join(dossier, nom), JSON.stringify(faux));
  }
  await serveur.fermer();
  serveur = await servir(dossier, BASE, port);
  await page.goto(serveur.adresse, { waitUntil: 'networkidle' });
  await page.goto(`${serveur.adresse}hors-ligne/`, { waitUntil: 'networkidle' });
  await page.locator(restant).waitFor();
  expect(await page.locator('.hors-ligne').innerText()).not.toContain('Fausse');
  await fermer();
});
