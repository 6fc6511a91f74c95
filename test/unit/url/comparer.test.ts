import { expect, test } from 'vitest';
import { decodeComparer, encodeComparer } from '../../../src/domain/url/comparer.ts';

const CONNUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test('deux zones, dans l’ordre de leur numéro', () => {
  expect(decodeComparer('?zone=6,4', CONNUES)).toEqual({
    zones: [4, 6],
    anciens: true,
    avis: [],
  });
  expect(decodeComparer('?zone=6&zone=4,6', CONNUES).zones).toEqual([4, 6]);
});

test('sans zone, toutes', () => {
  for (const search of ['', '?zone=', '?zone=,,', '?autre=3']) {
    expect(decodeComparer(search, CONNUES)).toEqual({ zones: CONNUES, anciens: true, avis: [] });
  }
});

test('une valeur inconnue est ignorée avec un avis', () => {
  const { zones, avis } = decodeComparer('?zone=4,42,liege', CONNUES);
  expect(zones).toEqual([4]);
  expect(avis).toHaveLength(2);
  expect(avis[0]).toMatch(/« zone=42 ».* de 1 à 10/);
  expect(decodeComparer('?zone=%F0%9F%92%A5', CONNUES).zones).toEqual(CONNUES);
});

test('aller et retour', () => {
  for (const zones of [[4, 6], [1], [2, 3, 10], CONNUES]) {
    for (const anciens of [true, false]) {
      const choix = { zones, anciens };
      expect(decodeComparer(encodeComparer(choix, CONNUES), CONNUES)).toMatchObject(choix);
    }
  }
  expect(encodeComparer({ zones: CONNUES, anciens: true }, CONNUES)).toBe('');
  expect(encodeComparer({ zones: [4, 6], anciens: false }, CONNUES)).toBe('?zone=4,6&anciens=non');
});
