import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseHTML } from 'linkedom';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { violations, visiter } from './visite.ts';

const construit = inject('construit');
const PAGES = ['', 'perimetre/', 'normes/', 'alternance/', 'actualite/'];
const lire = (dossier: string, chemin: string): string =>
  readFileSync(join(dossier, chemin), 'utf8');
const page = (dossier: string, chemin: string): Document =>
  parseHTML(lire(dossier, join(chemin, 'index.html'))).document;

/** Ce qui n’énonce pas de règle : présentation, listes dont la règle est dite au-dessus, outils. */
const HORS_REGLE =
  '.regle, .source, .discret, .message, .chapeau, .reference, .cartes, .calendrier, .liste-codes, ' +
  '.legende-confiance, .groupes-de-liens, .acteurs ul, nav, form, table, astro-island, dialog';

describe.each(PAGES)('procedure/%s', (chemin) => {
  test('chaque énoncé dit où il est écrit', () => {
    const document = page(construit, `procedure/${chemin}`);
    const regles = [...document.querySelectorAll('.regle')];
    expect(regles.length).toBeGreaterThan(0);
    for (const regle of regles) {
      const reference = regle.querySelector('.reference')?.textContent.trim() ?? '';
      expect(reference.length, regle.textContent).toBeGreaterThan(5);
    }
    const nus = [...document.querySelectorAll('main section p, main section li')]
      .filter((element) => !element.closest(HORS_REGLE))
      .filter((element) => !element.querySelector(':scope > a'))
      .map(({ textContent }) => textContent.trim());
    expect(nus).toEqual([]);
  });
});

describe.each([...PAGES.map((chemin) => `procedure/${chemin}`), 'glossaire/'])('%s', (chemin) => {
  test.each([
    [360, 'dark'],
    [1440, 'light'],
  ] as const)(
    'à %i px, %s : axe net, aucune faute, rien ne déborde',
    async (width, colorScheme) => {
      const {
        page: p,
        fautes,
        fermer,
      } = await visiter(chemin, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      await p.waitForLoadState('networkidle');
      expect(await violations(p)).toEqual([]);
      const debord = await p.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(debord).toBe(0);
      expect(fautes).toEqual([]);
      await fermer();
    },
  );
});

type Rangee = Record<string, string>;
const rangees = (chemin: string): Rangee[] =>
  Papa.parse<Rangee>(readFileSync(chemin, 'utf8'), { header: true, skipEmptyLines: true }).data;
const ecrire = (chemin: string, lignes: readonly Rangee[]): void =>
  writeFileSync(chemin, `${Papa.unparse([...lignes], { newline: '\n' })}\n`);

describe('une règle changée change les pages', () => {
  const dossier = mkdtempSync(join(tmpdir(), 'oad-procedure-'));
  const dist = join(dossier, 'dist');
  const CHANGEMENTS = [
    ['calendrier', 'demandes,15,3,', 'demandes,17,4,'],
    [
      'normes_creation',
      '9146-4e,2025-26,DQ,,PE PE-ALT,seule,12,10,',
      '9146-4e,2025-26,DQ,,PE PE-ALT,seule,31,29,',
    ],
    [
      'normes_creation',
      '9146-degre-5e-generale,2025-26,D3,,,,12,',
      '9146-degre-5e-generale,2025-26,D3,,,,37,',
    ],
    ['densites', 'R,commune rurale,,125,8,20,', 'R,commune rurale,,126,7,20,'],
    ['cefa', ',creation,12,non,"élèves soumis', ',creation,41,non,"élèves soumis'],
    ['perimetre', 'se programme en 3e année', 'se programme dès la 3e année'],
    [
      'conditions_alternance',
      'l’option n’est organisée qu’en plein exercice',
      'une condition changée',
    ],
  ] as const;

  beforeAll(() => {
    const donnees = join(dossier, 'donnees');
    mkdirSync(join(donnees, 'referentiel'), { recursive: true });
    const tables = new Map<string, string>();
    for (const [table, avant, apres] of CHANGEMENTS) {
      const texte = tables.get(table) ?? lire('data/referentiel', `${table}.csv`);
      expect(texte, `${table} : « ${avant} »`).toContain(avant);
      tables.set(table, texte.replace(avant, apres));
    }
    // Une seule zone d’implantations : les pages qui ne comptent pas ici se construisent vite.
    mkdirSync(join(donnees, 'offre'));
    const implantations = rangees('data/offre/implantations.csv').filter(
      ({ zone }) => zone === '1',
    );
    const fases = new Set(implantations.map(({ fase_implantation: fase }) => fase));
    const inscriptions = rangees('data/offre/inscriptions.csv').filter((l) =>
      fases.has(l.fase_implantation),
    );
    ecrire(join(donnees, 'offre/implantations.csv'), implantations);
    ecrire(join(donnees, 'offre/inscriptions.csv'), inscriptions);
    const fournies = new Set([...tables.keys(), 'implantations', 'inscriptions']);
    const sources = rangees('data/sources.csv').filter(({ table }) => fournies.has(table ?? ''));
    // Les tables changées n’ont plus la somme de contrôle annoncée.
    ecrire(
      join(donnees, 'sources.csv'),
      sources.map((ligne) => ({ ...ligne, somme_controle: '' })),
    );
    for (const [table, texte] of tables) {
      writeFileSync(join(donnees, 'referentiel', `${table}.csv`), texte);
    }
    const publie = join(dossier, 'public');
    cpSync('public', publie, { recursive: true, filter: (chemin) => basename(chemin) !== 'data' });
    const node = (...options: string[]): void => {
      execFileSync(process.execPath, options, {
        stdio: 'inherit',
        env: { ...process.env, OAD_PUBLIC: publie, OAD_DIST: dist, OAD_BASE: '/oad/' },
      });
    };
    node('pipelines/cli.ts', 'build', '--data', donnees, '--out', join(publie, 'data'));
    node('node_modules/astro/bin/astro.mjs', 'build', '--silent');
  }, 600_000);

  afterAll(() => rmSync(dossier, { recursive: true, force: true }));

  test('la date des demandes, partout où elle est dite, et dans l’agenda', () => {
    const document = page(dist, 'procedure');
    expect(document.querySelector('.chapeau')?.textContent).toContain('17\u00a0avril');
    expect(document.querySelector('.acteurs')?.textContent).toContain('17\u00a0avril');
    expect(lire(dist, 'procedure/calendrier.ics')).toMatch(/DATE:\d{4}0417/);
    expect(lire(construit, 'procedure/calendrier.ics')).toMatch(/DATE:\d{4}0315/);
  });

  test('les normes, les densités et les distances', () => {
    const document = page(dist, 'procedure/normes');
    const ligne = document.querySelector('[data-regle="9146-4e"]');
    const valeurs = [...(ligne?.querySelectorAll('data') ?? [])].map((d) => d.textContent);
    expect(valeurs).toEqual(['31', '29']);
    expect(document.querySelector('#degre')?.textContent).toMatch(/37[\s\S]*moins de 126/);
    expect(document.querySelector('#degre')?.textContent).toContain('plus de 7\u00a0km');
  });

  test('le périmètre et l’alternance', () => {
    expect(page(dist, 'procedure/perimetre').body.textContent).toContain('dès la 3e année');
    const { textContent } = page(dist, 'procedure/alternance').body;
    expect(textContent).toContain('Une condition changée.');
    expect(page(dist, 'procedure/alternance').querySelector('#cefa')?.textContent).toContain('41');
  });
});

describe('sans JavaScript', () => {
  test('les tableaux disent la norme d’une 4e, et le périmètre toutes les options', () => {
    const normes = page(construit, 'procedure/normes');
    const quatrieme = normes.querySelector('[data-regle="9146-4e"]');
    expect([...(quatrieme?.querySelectorAll('data') ?? [])].map((d) => d.textContent)).toEqual([
      '12',
      '10',
    ]);
    const lignes = page(construit, 'procedure/perimetre').querySelectorAll('#options tbody tr');
    expect(lignes.length).toBeGreaterThan(340);
  });

  test('une abréviation s’explique au clic, et le glossaire la donne', async () => {
    const { page: p, fermer } = await visiter('procedure/', { javaScriptEnabled: false });
    const bouton = p.locator('.terme button', { hasText: /^TC$/ });
    const bulle = p.locator('#terme-tc');
    expect(await bulle.isVisible()).toBe(false);
    await bouton.click();
    expect(await bulle.isVisible()).toBe(true);
    await bulle.getByRole('link').click();
    expect(new URL(p.url()).hash).toBe('#tc');
    await fermer();
  });
});

test('une bulle se montre au survol et au clavier, et Échap la ferme', async () => {
  const { page: p, fermer } = await visiter('procedure/');
  const bouton = p.locator('.terme button').first();
  const bulle = p.locator('.terme-bulle').first();
  await bouton.hover();
  expect(await bulle.isVisible()).toBe(true);
  await p.keyboard.press('Escape');
  expect(await bulle.isVisible()).toBe(false);
  await p.mouse.move(0, 0);
  await bouton.focus();
  await p.keyboard.press('Enter');
  expect(await bulle.isVisible()).toBe(true);
  expect(await violations(p)).toEqual([]);
  await fermer();
});

test('le filtre du périmètre tolère une faute et se retient dans l’adresse', async () => {
  const { page: p, fermer } = await visiter('procedure/perimetre/?reponse=non_programmable');
  const lignes = p.locator('#options tbody tr:visible');
  const avant = await lignes.count();
  expect(avant).toBeGreaterThan(5);
  await p.getByLabel('Code, intitulé ou secteur').fill('menuisiee');
  expect(await lignes.count()).toBeLessThan(avant);
  expect(await lignes.first().innerText()).toContain('Menuisier');
  expect(p.url()).toContain('q=menuisiee');
  await fermer();
});
