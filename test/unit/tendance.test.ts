import { describe, expect, test } from 'vitest';
import type { Effectif } from '../../src/domain/effectif.ts';
import {
  type AnneeComptee,
  anneesComparees,
  comparerAnnees,
  compteDepuis,
  dureesReunies,
  periodesDe,
  variation,
} from '../../src/domain/tendance.ts';

const AUCUN: Effectif = { eleves: 0, masques: 0 };

const annee = (anneeScolaire: string, eleves: Partial<Record<3 | 4 | 5 | 6 | 7, number>>) => ({
  anneeScolaire,
  parAnnee: {
    3: AUCUN,
    4: AUCUN,
    5: AUCUN,
    6: AUCUN,
    7: AUCUN,
    ...Object.fromEntries(Object.entries(eleves).map(([a, n]) => [a, { eleves: n, masques: 0 }])),
  } as AnneeComptee['parAnnee'],
});

describe('une tendance à années d’étude égales', () => {
  test('la 4e d’une option 4-5-6, comptée depuis 2023, n’en fait pas une hausse', () => {
    const debut = annee('2019-2020', { 5: 73, 6: 70 });
    const fin = annee('2023-2024', { 4: 81, 5: 74, 6: 70 });
    expect(comparerAnnees('4-5-6', debut, fin)).toEqual({ annees: '5-6', debut: 143, fin: 144 });
  });

  test('là où la 4e avait déjà des élèves, elle compte aux deux bouts', () => {
    const debut = annee('2019-2020', { 4: 10, 5: 10, 6: 10 });
    const fin = annee('2023-2024', { 4: 5, 5: 6, 6: 7 });
    expect(comparerAnnees('4-5-6', debut, fin)).toEqual({ annees: '4-5-6', debut: 30, fin: 18 });
    expect(compteDepuis('4-5-6', debut)).toBe(4);
  });

  test('une 4e masquée est une 4e', () => {
    const { anneeScolaire, parAnnee } = annee('2019-2020', {});
    const tue = { anneeScolaire, parAnnee: { ...parAnnee, 4: { eleves: 0, masques: 1 } } };
    expect(compteDepuis('4-5-6', tue)).toBe(4);
  });

  test('une chute reste une chute : l’année d’étude vide compte', () => {
    const debut = annee('2023-2024', { 4: 10, 5: 10, 6: 10 });
    const fin = annee('2027-2028', { 6: 8 });
    expect(comparerAnnees('4-5-6', debut, fin)).toEqual({ annees: '4-5-6', debut: 30, fin: 8 });
  });

  test('sans années dites par les textes, toutes comptent', () => {
    const debut = annee('2019-2020', { 3: 1, 5: 2 });
    expect(comparerAnnees(null, debut, annee('2023-2024', { 7: 4 }))).toEqual({
      annees: null,
      debut: 3,
      fin: 4,
    });
  });

  test('un effectif masqué parmi ceux qu’on compare rend la tendance inconnue, et lui seul', () => {
    const debut = annee('2019-2020', { 5: 9, 6: 9 });
    const { anneeScolaire, parAnnee } = annee('2023-2024', { 5: 9, 6: 9 });
    const fin = { anneeScolaire, parAnnee: { ...parAnnee, 4: { eleves: 0, masques: 1 } } };
    expect(comparerAnnees('4-5-6', debut, fin)).toEqual({ annees: '5-6', debut: 18, fin: 18 });
    const tue = { anneeScolaire, parAnnee: { ...parAnnee, 6: { eleves: 0, masques: 1 } } };
    expect(comparerAnnees('4-5-6', debut, tue)).toEqual({ annees: '5-6', debut: 18, fin: null });
  });
});

describe('une option du 2e degré, dont la 4e est devenue la première des options de trois ans', () => {
  const debut = annee('2019-2020', { 3: 140, 4: 121 });
  const fin = annee('2023-2024', { 3: 125 });

  test('n’a pas perdu la moitié de ses élèves : la 3e se compare à la 3e', () => {
    expect(comparerAnnees('3', debut, fin)).toEqual({ annees: '3', debut: 140, fin: 125 });
    expect(anneesComparees('3', debut, fin)).toEqual([3]);
  });

  test('avant cette rentrée, ou là où la 4e garde des élèves, les deux années comptent', () => {
    expect(comparerAnnees('3', debut, annee('2022-2023', { 3: 130, 4: 120 }))).toMatchObject({
      debut: 261,
      fin: 250,
    });
    expect(comparerAnnees('3', debut, annee('2023-2024', { 3: 125, 4: 2 }))).toMatchObject({
      fin: 127,
    });
  });
});

test('une série se coupe là où changent les années d’étude comptées', () => {
  const [avant, apres] = [annee('2022-2023', { 5: 9 }), annee('2023-2024', { 4: 9 })];
  expect(periodesDe('4-5-6', [avant, apres])).toEqual(['5-6', '4-5-6']);
  expect(periodesDe('3', [avant, annee('2023-2024', {})])).toEqual(['3-4', '3']);
  expect(periodesDe('7', [avant, apres])).toEqual(['7', '7']);
  expect(new Set(periodesDe(null, [avant, apres])).size).toBe(1);
});

test('un ancien code d’une autre durée se compte dans la sienne', () => {
  const avant = { ...annee('2024-2025', { 7: 149 }), annees: '7' };
  const apres = {
    ...annee('2025-2026', { 4: 60, 7: 140 }),
    annees: dureesReunies(['7', '4-5-6-7']),
  };
  expect(comparerAnnees('4-5-6-7', avant, apres)).toMatchObject({ debut: 149, fin: 140 });
  expect(periodesDe('4-5-6-7', [avant, apres])).toEqual(['7', '4-5-6-7']);
  expect(dureesReunies(['6', '4-5-6'])).toBe('4-5-6');
  expect(dureesReunies(['6', null])).toBeNull();
});

test('un dixième juste fait une hausse ou une baisse', () => {
  expect([variation(10, 11), variation(100, 109), variation(100, 110)]).toEqual([
    'hausse',
    'stable',
    'hausse',
  ]);
  expect([variation(10, 9), variation(100, 91)]).toEqual(['baisse', 'stable']);
  expect([variation(0, 0), variation(0, 1), variation(1, 0)]).toEqual([
    null,
    'nouvelle',
    'disparue',
  ]);
});
