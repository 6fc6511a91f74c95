import { join } from 'node:path';
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
