import { describe, expect, test } from 'vitest';
import { croiser, grouper, parOption, parZone } from '../../../src/domain/filtre/groupes.ts';
import { encoderIndex } from '../../../src/domain/filtre/index-compact.ts';
import { LIGNES } from './lignes.ts';

describe('réunir les lignes', () => {
  test('par option, dans l’ordre des lignes', () => {
    const groupes = parOption(LIGNES, []);
    expect(groupes.map(({ cle, lignes }) => [cle, lignes.length])).toEqual([
      ['1207', 2],
      ['2115', 2],
      ['3001', 2],
    ]);
    expect(groupes[1]).toMatchObject({ occurrences: 3, eleves: { valeur: 90, partielle: false } });
  });

  test('trié par élèves ou occurrences, le total de l’option range', () => {
    const cles = (descendant: boolean) =>
      parOption(LIGNES, [{ cle: 'eleves', descendant }]).map(({ cle }) => cle);
    expect(cles(true)).toEqual(['2115', '1207', '3001']);
    expect(cles(false)).toEqual(['3001', '1207', '2115']);
  });

  test('par zone : chaque ligne une fois, les totaux s’ajoutent', () => {
    const zones = parZone(LIGNES);
    expect(zones.map(({ cle, occurrences }) => [cle, occurrences])).toEqual([
      ['1', 4],
      ['4', 2],
    ]);
    expect(zones.map(({ eleves }) => eleves.valeur)).toEqual([95, 30]);
  });

  test('un effectif masqué rend la somme partielle et coupe la série', () => {
    const [fleuriste] = grouper(LIGNES.slice(1, 2), ({ code_obg }) => code_obg);
    expect(fleuriste?.serie).toEqual([20, null, 26, 28, 30]);
    const masquees = LIGNES.map((ligne) => ({ ...ligne, eleves: ligne.zone === 4 ? null : 7 }));
    expect(parZone(masquees).map(({ eleves }) => eleves)).toEqual([
      { valeur: 21, partielle: false },
      { valeur: 0, partielle: true },
    ]);
  });
});

describe('croiser', () => {
  const ANNEES = ['2022-2023', '2023-2024'];

  test('secteur × zone, et le total à droite et en bas', () => {
    const { colonnes, rangees, totaux } = croiser(LIGNES, 'secteur-zone', 'eleves', ANNEES);
    expect(colonnes).toEqual(['1', '4']);
    expect(rangees.map(({ cle, cellules }) => [cle, ...cellules.map((c) => c.valeur)])).toEqual([
      ['1', 0, 30, 30],
      ['2', 90, 0, 90],
      ['3', 5, 0, 5],
    ]);
    expect(totaux.map(({ valeur }) => valeur)).toEqual([95, 30, 125]);
  });

  test.each([
    ['occurrences', [4, 2, 6]],
    ['organisees', [2, 1, 3]],
    ['besoin', [1, 0, 1]],
  ] as const)('la mesure « %s »', (mesure, attendus) => {
    const { totaux } = croiser(LIGNES, 'groupe-zone', mesure, ANNEES);
    expect(totaux.map(({ valeur }) => valeur)).toEqual(attendus);
  });

  test('secteur × année : les deux dernières années des séries', () => {
    const { colonnes, rangees } = croiser(LIGNES.slice(2, 4), 'secteur-annee', 'eleves', ANNEES);
    expect(colonnes).toEqual(ANNEES);
    expect(rangees.map(({ cellules }) => cellules.map(({ valeur }) => valeur))).toEqual([[91, 90]]);
  });
});

test('cent fois plus de lignes ne débordent pas la pile', () => {
  const lignes = Array.from({ length: 50_000 }, () => LIGNES).flat();
  expect(parZone(lignes).map(({ lignes: siennes }) => siennes.length)).toEqual([150_000, 150_000]);
  expect(encoderIndex(lignes).lignes.avant.length).toBeGreaterThan(0);
});
