import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deposer, nomSql, unefois } from '../../../src/domain/explorer/deposee.ts';

test('titres trouvés sous un titre, noms sans rien à citer, types sans rien deviner', () => {
  const table = deposer('mes_eleves', [
    ['Élèves de l’école', '', '', '', ''],
    ['', '', '', '', ''],
    ['Code OBG', 'Élèves', 'Élèves', '2024', 'Taux'],
    ['0412', '1 234', '12', '<5', '0,5'],
    ['2115', '7', '', '3', '1.25'],
    ['', '', '', '', ''],
  ]);
  expect(table).toEqual({
    nom: 'mes_eleves',
    titres: 3,
    colonnes: [
      { nom: 'code_obg', type: 'texte' },
      { nom: 'eleves', type: 'entier' },
      { nom: 'eleves_2', type: 'entier' },
      { nom: '_2024', type: 'texte' },
      { nom: 'taux', type: 'decimal' },
    ],
    rangees: [
      ['0412', '1234', '12', '<5', '0.5'],
      ['2115', '7', null, '3', '1.25'],
    ],
  });
});

test('une remarque au bout d’une ligne, une colonne sans titre : rien ne se perd', () => {
  const lignes = [
    ['nom', 'eleves'],
    ['A', '12'],
    ['B', '14', 'fusion en 2023'],
    ['C', '9'],
  ];
  const table = deposer('t', lignes);
  expect(table?.colonnes.map(({ nom }) => nom)).toEqual(['nom', 'eleves', 'colonne_3']);
  expect(table?.rangees).toHaveLength(3);
  const index = deposer('t', [
    ['', 'a', 'b'],
    ['0', '1', '2'],
    ['1', '3', '4'],
  ]);
  expect(index?.colonnes.map(({ nom }) => nom)).toEqual(['colonne_1', 'a', 'b']);
  expect(index?.rangees).toHaveLength(2);
});

test('un mot du SQL ne nomme ni table ni colonne', () => {
  expect(['Table', 'Order', 'User', 'Zone'].map((nom) => nomSql(nom, 'x'))).toEqual([
    ...['table_', 'order_', 'user_', 'zone'],
  ]);
});

test('deux cent mille lignes se lisent', () => {
  const rangees = Array.from({ length: 200_000 }, (_, i) => [String(i)]);
  expect(deposer('t', [['n'], ...rangees])?.rangees).toHaveLength(200_000);
});

test('« 1.000 » se lit de deux façons : la colonne reste du texte', () => {
  expect(deposer('t', [['n'], ['1.000'], ['2']])?.colonnes).toEqual([{ nom: 'n', type: 'texte' }]);
});

test('sans ligne sous les titres, ce n’est pas un tableau', () => {
  expect(deposer('t', [])).toBeNull();
  expect(deposer('t', [['a', 'b']])).toBeNull();
});

test('quels que soient les titres, les noms se distinguent et ne se citent pas', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 12 }), (titres) => {
      const noms = unefois(titres.map((titre, i) => nomSql(titre, `colonne_${i + 1}`)));
      expect(new Set(noms).size).toBe(titres.length);
      for (const nom of noms) expect(nom).toMatch(/^[\p{L}\p{N}_]+$/u);
    }),
    { seed: 23 },
  );
});
