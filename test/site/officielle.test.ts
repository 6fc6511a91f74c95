import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import Papa from 'papaparse';
import { expect, inject, test } from 'vitest';
import { fichiers, lire } from './construit.ts';

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
  const masquees = derniere.filter(({ eleves_masque }) => eleves_masque === 'oui');
  expect(masquees.length).toBeGreaterThan(0);
  const zones = new Map(csv('implantations').map((i) => [i.fase_implantation, i.zone]));
  const slugs = new Map(csv('zones').map((z) => [z.zone, z.slug]));
  for (const { fase_implantation: fase = '', code_obg: code = '' } of masquees) {
    const siens = derniere.filter((l) => l.fase_implantation === fase && l.code_obg === code);
    const ecrit = siens.every(({ eleves }) => eleves === '') ? /masqué/ : /au moins \d+ \(/;
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
  const carte = fichiers(join(site, 'carte')).find((c) => /offre[^/]*2023-2024/.test(c)) ?? '';
  const offre: Record<string, number[]> = JSON.parse(lire(carte));
  for (const { fase_implantation: fase = '', code_obg } of masquees) {
    expect(offre[fase]).toContain(Number(code_obg));
  }
});

test('une population de démonstration n’est pas publiée, et personne ne lit « 0 élève »', () => {
  for (const chemin of pages.filter((page) => /zones\/[^/]+\/index/.test(page))) {
    expect(dit(chemin.slice(site.length + 1)), chemin).not.toMatch(
      /compte 0 élève|aucun élève n’est compté/i,
    );
  }
});
