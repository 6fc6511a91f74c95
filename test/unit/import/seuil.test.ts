import { describe, expect, test } from 'vitest';
import type { Importee } from '../../../src/edition/import/compte.ts';
import type { Fusion } from '../../../src/edition/import/fusion.ts';
import { direObstacles } from '../../../src/edition/import/seuil.ts';

/** Un fichier de `lignes` lignes, dont `refusees` n’entrent pas. */
const importee = (lignes: number, refusees: number): Importee => ({
  rangees: [],
  questions: [],
  comptes: [
    {
      fichier: 'essai.csv',
      recues: lignes,
      entrees: lignes - refusees,
      reunies: 0,
      rejets: Array.from({ length: refusees }, (_, i) => ({
        genre: 'inscriptions',
        fichier: 'essai.csv',
        ligne: i + 2,
        colonne: 'B « FASE »',
        code: 'FASE',
        valeur: 'x',
        raison: 'essai',
      })),
      corrections: [],
      remarques: [],
      perdues: [],
      portees: [],
    },
  ],
});

const fusion = (avant: number, apres: number, livrees = 0): Fusion => ({
  rangees: [],
  gardees: 0,
  touchees: new Set(),
  mouvements: [{ portee: '2023-2024', avant, apres }],
  fictives: 0,
  livrees,
});

const obstacles = (lignes: number, refusees: number, avant = 0, apres = 0) =>
  direObstacles(importee(lignes, refusees), fusion(avant, apres), {}).length;

describe('un import n’écrit rien', () => {
  test('quand plus de 5 % des lignes sont refusées, et plus d’une', () => {
    expect(obstacles(40, 2)).toBe(0);
    expect(obstacles(39, 2)).toBe(1);
    expect(obstacles(10, 1)).toBe(0);
  });

  test('quand une année perdrait plus de la moitié de ses lignes', () => {
    expect(obstacles(1, 0, 10, 5)).toBe(0);
    expect(obstacles(1, 0, 11, 5)).toBe(1);
    expect(obstacles(1, 0, 11, 0)).toBe(0);
  });

  test('quand la table qu’il donne aurait moins de la moitié des lignes de celle qu’elle remplace', () => {
    const livrer = (livrees: number) => {
      const rangees = [{}, {}];
      return direObstacles(importee(2, 0), { ...fusion(0, 2, livrees), rangees }, {});
    };
    expect(livrer(4)).toEqual([]);
    expect(livrer(5).join()).toContain('5 lignes de l’édition livrée : il n’en resterait que 2');
  });
});
