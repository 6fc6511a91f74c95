import Papa from 'papaparse';
import { expect, test } from 'vitest';
import {
  csvDeTranche,
  type FicheDeTranche,
  rangeesDeTranche,
} from '../../../src/export/tranche.ts';
import { LIGNES, ligne } from '../filtre/lignes.ts';

const noms = {
  zone: { 1: 'Bruxelles' },
  secteur: { 1: 'Agronomie' },
  groupe: { 11: 'Agriculture' },
};
const contexte = {
  annee: '2023-2024',
  filtres: 'Zone : Bruxelles',
  adresse: 'https://exemple.be/?zone=1',
  jour: '2026-01-02',
};

function fiche(rangee: object): FicheDeTranche {
  const colonnes = Object.keys(rangee).map((nom) => ({
    ...{ nom, type: 'texte', sens: '', unite: null, vide: null },
    nature: 'demonstration' as const,
  }));
  const table = { nom: 'x', titre: 'X', nature: 'demonstration' as const, sources: [], colonnes };
  return { table, avis: '', edition: 'E', noms: { csv: '', excel: '', xlsx: '', parquet: '' } };
}

test('une ligne emporte ses noms, ses années d’avant et son contexte', () => {
  const hostile = ligne({
    intitule: '=1+1;"x"',
    occurrences: 2,
    eleves: 5,
    serie: [1, null, 3, 5],
  });
  const [rangee] = rangeesDeTranche([hostile], noms, '2023-2024');
  expect(rangee).toMatchObject({
    annee_scolaire: '2023-2024',
    zone_nom: 'Bruxelles',
    eleves_par_occurrence: 2.5,
    eleves_1_an_avant: 3,
    eleves_2_ans_avant: null,
    eleves_4_ans_avant: null,
    profils: null,
  });
  const csv = csvDeTranche(fiche(rangee ?? {}), rangee ? [rangee] : [], contexte, 'excel');
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, delimiter: ';' });
  expect(data[0]).toMatchObject({
    intitule: `'=1+1;"x"`,
    eleves_par_occurrence: '2,5',
    tc: 'non',
    filtres: 'Zone : Bruxelles',
    nature: 'démonstration',
    exporte_le: "'2026-01-02",
  });
});

test('une rangée par ligne, les mêmes colonnes partout', () => {
  const rangees = rangeesDeTranche(LIGNES, noms, '2023-2024');
  expect(rangees).toHaveLength(LIGNES.length);
  expect(new Set(rangees.map((rangee) => Object.keys(rangee).join())).size).toBe(1);
});
