import { describe, expect, test } from 'vitest';
import { avisPour } from '../../../src/domain/actualites/avis.ts';
import type { Actualite } from '../../../src/domain/tables/textes.ts';
import { lire } from '../normes/lire.ts';

const actualites = lire<Actualite>('actualites');
const ids = (champs: Partial<Parameters<typeof avisPour>[1]>): readonly string[] =>
  avisPour(actualites, {
    code_obg: '2115',
    regime: 'art49',
    annees: '4-5-6',
    filiere: 'PE-ALT',
    ...champs,
  }).map(({ id }) => id);

describe('avisPour', () => {
  test('une option 4-5-6 de plein exercice est touchée par les normes de maintien', () => {
    expect(ids({})).toEqual(['maintien-2023']);
    expect(ids({ filiere: 'ALT' })).toEqual([]);
  });

  test('une 7e l’est par la règle du CESS, sauf celles que le décret nomme', () => {
    expect(ids({ annees: '7' })).toEqual(['cess-7e-2025']);
    expect(ids({ annees: '7', code_obg: '8213' })).toEqual(['exceptions-7e-2025']);
  });

  test('ni l’article 45 ni l’urgence ne sont touchés', () => {
    expect(ids({ regime: 'art45', annees: null, filiere: 'art45' })).toEqual([]);
  });

  test('chaque changement a sa source et une confiance', () => {
    for (const { source, confiance, effet } of actualites) {
      expect(source.length).toBeGreaterThan(5);
      expect(effet.length).toBeGreaterThan(10);
      expect(confiance).toMatch(/^(texte officiel|presse(, à confirmer)?)$/);
    }
  });
});
