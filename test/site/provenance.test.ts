import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, inject, test } from 'vitest';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { lire } from './construit.ts';

const construit = inject('construit');

/** Une page de chaque genre qui montre une figure ou un tableau, et ce qu’elle doit citer. */
const PAGES: readonly (readonly [page: string, tables: readonly string[]])[] = [
  ['zones/liege', ['population', 'offre', 'statuts', 'besoins', 'communes']],
  ['zones', ['population', 'offre', 'besoins']],
  ['comparer', ['population', 'offre', 'statuts', 'besoins']],
  ['indicateurs', ['indicateurs', 'offre', 'besoins', 'normes_creation']],
  ['carte', ['implantations', 'offre', 'centres']],
  ['options/2115', ['offre', 'indicateurs', 'implantations']],
  ['implantations/900001', ['offre', 'statuts', 'centres']],
  ['dossier', ['offre', 'besoins', 'perimetre']],
  ['methode', ['offre', 'indicateurs']],
  ['procedure', ['calendrier']],
  ['procedure/normes', ['normes_creation', 'normes_maintien']],
  ['procedure/alternance', ['cefa']],
  ['procedure/encadrement', ['encadrement', 'cpu_ecoles']],
  ['procedure/perimetre', ['perimetre', 'acces_7e']],
  ['procedure/actualite', ['actualites']],
];

const ouvrir = (page: string) => parseHTML(lire(join(construit, page, 'index.html'))).document;
const manifeste: Manifeste = JSON.parse(lire(join(construit, 'data/manifest.json')));
const donnees = ouvrir('donnees');

test.each(PAGES)('%s : chaque source s’ouvre d’un geste', (page, tables) => {
  const document = ouvrir(page);
  const citees = new Set<string>();
  for (const source of document.querySelectorAll('main .source')) {
    if (source.tagName !== 'DETAILS') {
      const lien = source.querySelector('a[href="#sources"]');
      expect(lien && document.querySelector('#sources'), source.textContent ?? '').toBeTruthy();
      continue;
    }
    const faits = source.querySelector('ul')?.textContent ?? '';
    expect(faits).toContain(manifeste.edition.id);
    expect(faits).toMatch(/EUPL|licence/);
    expect(faits).toMatch(/démonstration|transcription|officiel/);
    for (const lien of source.querySelectorAll('a[href*="/donnees/#"]')) {
      const table = lien.getAttribute('href')?.split('#')[1] ?? '';
      expect(donnees.getElementById(table), table).toBeTruthy();
      citees.add(table);
    }
  }
  expect([...citees]).toEqual(expect.arrayContaining([...tables]));
});

test('chaque figure d’une page de zone a la sienne', () => {
  for (const figure of ouvrir('zones/liege').querySelectorAll('figure')) {
    expect(figure.querySelectorAll('details.source'), figure.id).toHaveLength(1);
  }
});
