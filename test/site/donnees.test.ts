import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { parcourirDossier } from '../../pipelines/parcourir.ts';

const officiel = inject('officiel');
const lire = (...noms: string[]) => readFileSync(join(officiel, ...noms), 'utf8');

test('build --data construit les pages de ces données, pas celles du dépôt', () => {
  expect(lire('a-propos', 'index.html')).toContain('Édition 2023-\u20602024');
  expect(lire('a-propos', 'index.html')).not.toContain('Édition de démonstration');
  expect(JSON.parse(lire('data', 'manifest.json')).edition.titre).toBe('Édition 2023-2024');
  expect(readdirSync(join(officiel, 'data')).filter((nom) => nom.startsWith('.'))).toEqual([]);
});

test('le site dit ses fichiers, pour que la construction suivante n’en efface pas d’autres', () => {
  const { fichiers } = JSON.parse(lire('.oad-site'));
  expect(fichiers).toEqual(parcourirDossier(officiel).filter((nom) => nom !== '.oad-site'));
});
