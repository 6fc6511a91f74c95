import { expect, test } from 'vitest';
import { eprouver, type Sort } from './lire-au-hasard.ts';

/** Trois mille fichiers, sur une machine que d’autres tests tiennent. */
const PATIENCE = 900_000;

test(
  'un fichier au hasard donne la table connue, ou s’arrête, demande, et suit la réponse',
  async () => {
    const { sorts, fautes } = await eprouver(3000);
    expect(fautes).toEqual([]);
    const somme = (quoi: keyof Sort) => [...sorts.values()].reduce((n, sort) => n + sort[quoi], 0);
    expect(sorts.size).toBeGreaterThan(15);
    expect(somme('demandes')).toBeGreaterThan(300);
    expect(somme('entieres')).toBeGreaterThan(800);
    expect(somme('repondues')).toBeGreaterThan(300);
  },
  PATIENCE,
);
