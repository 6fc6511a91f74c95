import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLES_CHOIX, lireLieu } from '../../../src/domain/autour/etat.ts';
import { LecteurDAdresse } from '../../../src/domain/calculs/etat.ts';
import { CLES_FACETTE } from '../../../src/domain/filtre/facettes.ts';
import { decodeCarte } from '../../../src/domain/url/carte.ts';
import { decode } from '../../../src/domain/url/codec.ts';
import { decodeComparer } from '../../../src/domain/url/comparer.ts';
import { lireVues, VUES_MAX } from '../../../src/domain/vues-gardees.ts';

const CODES = Array.from({ length: 365 }, (_, i) => String(1000 + i * 7));
const facettes = Object.fromEntries(CLES_FACETTE.map((cle) => [cle, CODES])) as never;
const choix = Object.fromEntries(CLES_CHOIX.map((cle) => [cle, CODES])) as never;

/** Chaque lecture d’adresse du site, et les avis qu’elle rend. */
const LECTURES: Readonly<Record<string, (search: string) => readonly string[]>> = {
  'le tableau': (search) => decode(search, facettes, ['2023-2024']).avis,
  'la carte': (search) => decodeCarte(search, { choix, annees: ['2023-2024'] }).avis,
  'la comparaison': (search) => decodeComparer(search, [1, 2, 3]).avis,
  'les calculs': (search) => {
    const lecteur = new LecteurDAdresse(search);
    lecteur.choix('option', CODES, '1000');
    lecteur.nombre('zone', 99);
    lecteur.liste('tri', CODES, 6);
    return lecteur.avis;
  },
};

const CLES = ['zone', 'option', 'tri', 'colonnes', 'page', 'vue', 'implantation', 'lieu', 'rayon'];
const dix_mille = (debut: string): string =>
  Array.from({ length: 10_000 }, (_, i) => `${debut}${i}`).join(',');

describe.each(Object.entries(LECTURES))('%s', (_, lire) => {
  test('dix mille valeurs inconnues font quelques phrases', () => {
    for (const cle of CLES) {
      const avis = lire(`?${cle}=${dix_mille('x')}`);
      expect(avis.length, cle).toBeLessThanOrEqual(7);
      for (const phrase of avis) expect(phrase.length, cle).toBeLessThan(250);
    }
  });

  test('une valeur d’un million de signes aussi', () => {
    for (const cle of CLES) {
      for (const avis of lire(`?${cle}=${'7'.repeat(1_000_000)}`)) {
        expect(avis.length, cle).toBeLessThan(250);
      }
    }
  });

  test('n’importe quelle adresse se lit sans lever', () => {
    const paire = fc.tuple(fc.constantFrom(...CLES), fc.string({ maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(paire, { maxLength: 20 }), (paires) => {
        const avis = lire(`?${new URLSearchParams(paires)}`);
        expect(new Set(avis).size).toBe(avis.length);
      }),
    );
  });
});

test('les bonnes valeurs restent, quel que soit le nombre des autres', () => {
  const search = `?option=${dix_mille('x')},1007,1000`;
  expect(decode(search, facettes).selection.facettes).toEqual({ option: ['1000', '1007'] });
  expect(decode(search, facettes).avis.at(-1)).toBe(
    'De cette adresse, 9995 autres valeurs ont été ignorées : elles n’existent pas.',
  );
});

test('un lieu écrit avec cent mille espaces n’en est pas un', () => {
  expect(lireLieu(`50${' '.repeat(100_000)}x`)).toBeNull();
  expect(lireLieu('50.633 ; 5.567')).toMatchObject({ genre: 'lieu' });
});

test('les vues gardées se bornent, sans doublon', () => {
  const vues = Array.from({ length: 10_000 }, (_, i) => ({ nom: `v${i % 5000}`, adresse: '?q=a' }));
  const lues = lireVues(JSON.stringify(vues));
  expect(lues).toHaveLength(VUES_MAX);
  expect(new Set(lues.map(({ nom }) => nom)).size).toBe(VUES_MAX);
  const longue = { nom: 'x', adresse: `?option=${dix_mille('')}` };
  expect(lireVues(JSON.stringify([longue, { nom: 'y'.repeat(1e6), adresse: '' }]))).toEqual([]);
});
