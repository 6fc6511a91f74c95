import { describe, expect, test } from 'vitest';
import { avecAnciens } from '../../../src/domain/filtre/anciens.ts';
import { encoderLignes } from '../../../src/domain/filtre/codec.ts';
import {
  croiser,
  grouperLignes,
  parOption,
  parZone,
  sommerEleves,
  sommerOccurrences,
  sommerSeries,
} from '../../../src/domain/filtre/groupes.ts';
import { LIGNES, ligne } from './lignes.ts';

describe('réunir les lignes', () => {
  test('par option : en cherchant, dans l’ordre des lignes', () => {
    const groupes = parOption(LIGNES, [], true);
    expect(groupes.map(({ cle, lignes }) => [cle, lignes.length])).toEqual([
      ['1207', 2],
      ['2115', 2],
      ['3001', 2],
    ]);
    expect(groupes[1]).toMatchObject({ occurrences: 3, eleves: { valeur: 90, partielle: false } });
  });

  test('sans tri ni recherche : le besoin dans le plus de zones, puis les élèves', () => {
    const cles = (lignes: typeof LIGNES) => parOption(lignes, []).map(({ cle }) => cle);
    expect(cles(LIGNES)).toEqual(['2115', '1207', '3001']);
    const voulue = LIGNES.map((une) => (une.code_obg === '3001' ? { ...une, tc_fc: true } : une));
    expect(cles(voulue)[0]).toBe('3001');
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
    const [fleuriste] = grouperLignes(LIGNES.slice(1, 2), ({ code_obg }) => code_obg);
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
  expect(encoderLignes(lignes).lignes.zone).toHaveLength(lignes.length);
});

describe('avec les anciens codes', () => {
  const commun = { zone: 4, annees: '4-5-6' as const };
  const seules = [
    ligne({
      ...commun,
      code_obg: '2112',
      occurrences: 2,
      eleves: 17,
      serie: [9, 17],
      nouveaux: ['2115', '2116'],
    }),
    ligne({
      ...commun,
      code_obg: '2115',
      occurrences: 1,
      eleves: 20,
      serie: [0, 20],
      anciens: ['2112'],
    }),
    ligne({ ...commun, code_obg: '2116', serie: [0, 0], anciens: ['2112'] }),
  ];
  const { occurrences_confessionnel, occurrences_non_confessionnel, ...vide } = ligne({});
  const lignee = (code_obg: string, occurrences: number, eleves: number, ancien: number) => ({
    ...vide,
    ...commun,
    ...{ code_obg, occurrences, eleves, occurrences_confessionnel, occurrences_non_confessionnel },
    occurrences_ancien_code: ancien,
    serie: [9, eleves],
  });
  const reunies = avecAnciens(seules, [lignee('2115', 3, 37, 2), lignee('2116', 2, 17, 2)]);

  test('l’ancien code n’a plus de ligne, chacun de ceux qui le remplacent compte ses élèves', () => {
    expect(reunies.map((l) => [l.code_obg, l.occurrences, l.eleves])).toEqual([
      ['2115', 3, 37],
      ['2116', 2, 17],
    ]);
  });

  test('un total ne compte jamais deux fois un élève, même d’un code que deux autres remplacent', () => {
    expect(sommerEleves(reunies)).toEqual({ valeur: 37, partielle: false });
    expect(sommerOccurrences(reunies).valeur).toBe(3);
    expect(sommerSeries(reunies)).toEqual([9, 37]);
    expect(sommerEleves(reunies)).toEqual(sommerEleves(seules));
  });
});
