import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Serveur, servir } from '../../pipelines/serve.ts';
import { BASE } from './batir.ts';
import { adresse, fichiers, genres, lire } from './construit.ts';
import { debord, visiter } from './visite.ts';

const site = inject('epreuve');
let serveur: Serveur;

/** Une balise ouvrante entière : un `<` ou un `>` entre guillemets n’y met pas fin. */
const BALISE = /<[a-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;

beforeAll(async () => {
  serveur = await servir(site, BASE, 0);
});

afterAll(() => serveur.fermer());

test('aucun gestionnaire, aucun script, aucun lien qui exécute dans le HTML', () => {
  const pages = fichiers(site).filter((chemin) => chemin.endsWith('.html'));
  for (const page of pages) {
    const texte = lire(page);
    const nom = adresse(site, page);
    const liens = (texte.match(BALISE) ?? []).filter((balise) =>
      /(?:href|src|action)="\s*(?:javascript|data|vbscript):/i.test(balise),
    );
    expect(liens, nom).toEqual([]);
    const nu = texte.replace(BALISE, (balise) => balise.replace(/"[^"]*"|'[^']*'/g, '""'));
    const gestionnaires = (nu.match(BALISE) ?? []).filter((balise) => /\son\w+\s*=/i.test(balise));
    expect(gestionnaires, nom).toEqual([]);
    const scripts = [...nu.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
    for (const [, contenu = ''] of scripts) expect(contenu, nom).not.toMatch(/^\s*window\.touche/);
  }
});

test('chaque genre de page s’ouvre : rien ne s’exécute, rien ne déborde, le propos reste', async () => {
  const { page, fautes, fermer } = await visiter('404.html');
  const dialogues: string[] = [];
  page.on('dialog', (dialogue) => {
    dialogues.push(dialogue.message());
    return dialogue.dismiss();
  });
  for (const chemin of genres(site)) {
    await page.setViewportSize({ width: 1440, height: 800 });
    await page.goto(serveur.adresse + chemin, { waitUntil: 'networkidle' });
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await debord(page), `${chemin} à ${width}`).toEqual([]);
      const bilan = await page.evaluate(() => ({
        touche: (window as { touche?: unknown }).touche,
        titres: document.querySelectorAll('h1').length,
        images: document.querySelectorAll('img[src="x"]').length,
      }));
      expect(bilan, `${chemin} à ${width}`).toEqual({
        touche: undefined,
        titres: 1,
        images: 0,
      });
    }
  }
  expect(dialogues).toEqual([]);
  expect(fautes.filter((faute) => !faute.startsWith('autre origine'))).toEqual([]);
  await fermer();
}, 600_000);

test('les téléchargements pour tableur n’ont aucune cellule qui s’exécute', () => {
  const classeurs = fichiers(join(site, 'donnees')).filter((nom) => nom.endsWith('-excel.csv'));
  expect(classeurs.length).toBeGreaterThan(5);
  for (const classeur of classeurs) {
    const texte = lire(classeur).replace(/^\ufeff/, '');
    const { data } = Papa.parse<string[]>(texte, { delimiter: ';' });
    const formules = data.flat().filter((cellule) => /^[=@\t\r]|^[+-](?!\d)/.test(cellule));
    expect(formules.slice(0, 3), classeur).toEqual([]);
  }
});
