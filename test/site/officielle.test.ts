import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import Papa from 'papaparse';
import { expect, inject, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import type { LigneOffre } from '../../src/domain/autour/offre.ts';
import { enRangees } from '../../src/domain/colonnes.ts';
import type { Base } from '../../src/edition/base.ts';
import { fichiers, lire } from './construit.ts';
import { INTERDITS, TUS } from './officielle.ts';

const SEUIL = 5;
const site = inject('officiel');
const pages = fichiers(site).filter((chemin) => chemin.endsWith('.html'));

const csv = (nom: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(lire(join(site, 'donnees', `${nom}.csv`)).trim(), {
    header: true,
  }).data;

test('aucune page ne parle d’édition fictive, et les pages s’indexent', () => {
  const fautives = pages.filter((chemin) =>
    /édition fictive|Données de démonstration\.|content="noindex/.test(lire(chemin)),
  );
  expect(fautives.filter((chemin) => !/404|hors-ligne/.test(chemin))).toEqual([]);
});

test('les vrais noms sont là, et aucun numéro FASE de démonstration', () => {
  expect(pages.some((chemin) => lire(chemin).includes('INSTITUT D’ESSAI'))).toBe(true);
  for (const { fase_implantation } of csv('implantations')) {
    expect(Number(fase_implantation)).toBeLessThan(900_001);
  }
});

test('les effectifs sous le seuil sont masqués, et les pages le disent', () => {
  const offre = csv('offre');
  expect(offre.filter(({ eleves_masque }) => eleves_masque === 'oui').length).toBeGreaterThan(0);
  for (const nom of ['offre', 'indicateurs', 'statuts']) {
    const faibles = csv(nom).filter(
      ({ eleves }) => eleves && Number(eleves) > 0 && Number(eleves) < SEUIL,
    );
    expect(faibles, nom).toEqual([]);
  }
  expect(lire(join(site, 'indicateurs/index.html'))).toContain('Effectifs masqués.');
});

/** Le texte d’une page, espaces insécables ramenées à une simple. */
const dit = (chemin: string): string =>
  (parseHTML(lire(join(site, chemin))).document.querySelector('main')?.textContent ?? '').replace(
    /[\s\u00A0\u202F]+/g,
    ' ',
  );

test('une implantation dont les effectifs sont masqués reste sur les pages, et n’y vaut jamais zéro', () => {
  const derniere = csv('offre').filter(({ annee_scolaire }) => annee_scolaire === '2023-2024');
  const masquees = derniere.filter(
    ({ eleves_masque, eleves_au_moins }) => eleves_masque === 'oui' && eleves_au_moins === '',
  );
  expect(masquees.length).toBeGreaterThan(0);
  const zones = new Map(csv('implantations').map((i) => [i.fase_implantation, i.zone]));
  const slugs = new Map(csv('zones').map((z) => [z.zone, z.slug]));
  for (const { fase_implantation: fase = '', code_obg: code = '' } of masquees) {
    const siens = derniere.filter((l) => l.fase_implantation === fase && l.code_obg === code);
    const publies = siens.reduce((n, { eleves }) => n + Number(eleves), 0);
    const ecrit = publies === 0 ? /masqué/ : new RegExp(`au moins ${publies} \\(`);
    const fiche = parseHTML(lire(join(site, 'implantations', fase, 'index.html'))).document;
    const rangee = [...fiche.querySelectorAll('.histoire-options tbody tr')].find((tr) =>
      tr.textContent?.includes(code),
    );
    expect(rangee?.textContent, `${fase} ${code}`).toMatch(ecrit);
    expect(rangee?.querySelector('data[value="0"]')).toBe(null);
    const option = parseHTML(lire(join(site, 'options', code, 'index.html'))).document;
    const lien = option.querySelector(`tbody a[href$="/implantations/${fase}/"]`);
    expect(lien?.closest('tr')?.textContent, `${code} ${fase}`).toMatch(ecrit);
    const slug = slugs.get(zones.get(fase)) ?? '';
    expect(dit(`zones/${slug}/index.html`)).toMatch(/effectifs? masqués? \(trop peu d’élèves\)/);
  }
  const carte = fichiers(join(site, 'data')).find((c) => /\/offre-2023-2024\./.test(c)) ?? '';
  const offre = enRangees<LigneOffre>(JSON.parse(lire(carte)));
  const paires = offre.map(({ fase, code }) => `${fase}/${code}`);
  for (const { fase_implantation: fase, code_obg } of masquees) {
    expect(paires).toContain(`${fase}/${code_obg}`);
  }
});

test('ce que la source tait s’écrit tel quel sur chaque page et dans les fichiers', () => {
  const offre = csv('offre');
  const zones = new Map(csv('implantations').map((i) => [i.fase_implantation, i.zone]));
  const slugs = new Map(csv('zones').map((z) => [z.zone, z.slug]));
  for (const { fase, code, ecrit, au_moins, au_plus } of TUS) {
    const ligne = offre.find(
      (l) => l.fase_implantation === fase && l.code_obg === code && l.eleves_au_moins !== '',
    );
    expect(ligne).toMatchObject({
      ...{ eleves: '', eleves_masque: 'oui' },
      ...{ eleves_au_moins: au_moins, eleves_au_plus: au_plus },
    });
    const fiche = parseHTML(lire(join(site, 'implantations', fase, 'index.html'))).document;
    const rangee = [...fiche.querySelectorAll('.histoire-options tbody tr')].find((tr) =>
      tr.textContent?.includes(code),
    );
    const seule = offre.filter((l) => l.fase_implantation === fase && l.code_obg === code);
    const lu = seule.length === 1 ? ecrit : 'au moins';
    expect(rangee?.textContent, `${fase} ${code}`).toContain(lu);
    expect(dit(`options/${code}/index.html`)).toContain(lu);
    expect(dit(`zones/${slugs.get(zones.get(fase))}/index.html`)).toMatch(/tus? par la source/);
  }
  expect(dit('indicateurs/index.html')).toContain('moins de 5');
});

test('une population de démonstration n’est pas publiée, et personne ne lit « 0 élève »', () => {
  for (const chemin of pages.filter((page) => /zones\/[^/]+\/index/.test(page))) {
    expect(dit(chemin.slice(site.length + 1)), chemin).not.toMatch(
      /compte 0 élève|aucun élève n’est compté/i,
    );
  }
});

/** Des images, des polices et des moteurs : rien ne s’y lit. */
const MUETS = /\.(png|webp|ico|woff2?|wasm|pdf|pbf)$/;
const ARCHIVES = /\.(xlsx|zip)$/;

/** Dans un classeur : la place d’une cellule, et le rang du texte qu’elle porte. */
const RENVOIS = / r="[^"]*"| t="s"[^>]*><v>\d+<\/v>/g;

/** Tout ce qui se lit dans un fichier publié, quel que soit son format. */
async function textesDe(base: Base, chemin: string): Promise<string[]> {
  if (chemin.endsWith('.parquet')) return [JSON.stringify(await base.lire(`FROM '${chemin}'`))];
  if (!ARCHIVES.test(chemin)) return [lire(chemin)];
  return Object.values(unzipSync(readFileSync(chemin))).map((octets) =>
    new TextDecoder().decode(octets).replace(RENVOIS, ''),
  );
}

/** Les nombres entiers d’un texte, qu’une espace en sépare ou non les milliers. */
const nombresDe = (texte: string): number[] =>
  (
    texte
      .replace(/&nbsp;|&#160;/g, ' ')
      .replace(/(?<=\d)[ \u00A0\u202F](?=\d{3}(?!\d))/g, '')
      .match(/(?<![\d.])\d{5,6}(?![\d.]\d|\d)/g) ?? []
  ).map(Number);

test('aucun fichier publié ne porte un sous-total, un rejet, ni un total où quelque chose est masqué', async () => {
  expect(INTERDITS.length).toBeGreaterThanOrEqual(5);
  const fuites: string[] = [];
  const base = await ouvrirBase();
  for (const chemin of fichiers(site).filter((c) => !MUETS.test(c))) {
    for (const n of (await textesDe(base, chemin)).flatMap(nombresDe)) {
      if (INTERDITS.includes(n)) fuites.push(`${chemin.slice(site.length)} : ${n}`);
    }
  }
  await base.fermer();
  expect(fuites).toEqual([]);
});

test('la page de qualité compte ce qui est écarté et accepté, sans en rien citer', () => {
  const texte = dit('donnees/qualite/index.html');
  expect(texte).toMatch(/implantation absente de l’édition \(FASE.*?\) : 1 ligne /);
  expect(texte).toMatch(/hors des dix zones sont comptées à part » : 1 avertissement/);
  expect(texte).toContain('La raison cite des nombres : elle n’est pas publiée.');
});
