import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { unzip, zip } from '../../../src/export/fflate.ts';

/** Plus qu’il n’en faut pour que fflate demande un travailleur. */
const gros = strToU8('abc'.repeat(400_000));

test('les gros fichiers se plient et se déplient avant que l’appel ne rende', () => {
  const rendus: unknown[] = [];
  zip({ a: gros }, (faute, archive) => {
    rendus.push(faute);
    unzip(archive, (_faute, lu) => rendus.push(lu.a));
    unzip(archive, { filter: () => false }, (_faute, lu) => rendus.push(lu));
    zip({ a: gros }, { level: 0 }, (_faute, range) => rendus.push(range.length > gros.length));
  });
  expect(rendus).toEqual([null, gros, {}, true]);
});

test('une archive abîmée rend sa faute', () => {
  const fautes: unknown[] = [];
  unzip(new Uint8Array(40), (faute) => fautes.push(faute));
  expect(fautes).toEqual([expect.any(Error)]);
});
