import { expect, test } from 'vitest';
import { reunirCodes } from '../../src/domain/implantation.ts';

const MEMBRES = [
  ['2112', '2112'],
  ['2113', '2113'],
  ['2115', '2112'],
  ['2115', '2113'],
  ['2115', '2115'],
  ['3003', '3003'],
  ['3311', '3003'],
  ['3311', '3311'],
  ['3312', '3003'],
  ['3312', '3312'],
].map(([code_obg = '', membre = '']) => ({ code_obg, membre }));
const un = (code: string, annee: string, eleves: number) => ({ code, annee, eleves, masques: 0 });
const lire = (histoire: readonly ReturnType<typeof un>[]) =>
  reunirCodes(histoire, MEMBRES).map(({ code, annees }) => [code, Object.fromEntries(annees)]);

test('un ancien code rejoint celui qui le remplace là où les deux sont organisés', () => {
  const histoire = [un('2112', '2019', 9), un('2113', '2020', 5), un('2115', '2020', 6)];
  expect(lire(histoire)).toEqual([
    [
      '2115',
      {
        2019: {
          eleves: 9,
          masques: 0,
          anciens: ['2112'],
          sousAncien: { eleves: 9, masques: 0 },
          actuel: false,
        },
        2020: {
          eleves: 11,
          masques: 0,
          anciens: ['2113'],
          sousAncien: { eleves: 5, masques: 0 },
          actuel: true,
        },
      },
    ],
  ]);
});

test('seul, ou partagé entre deux codes organisés, un ancien code garde sa rangée', () => {
  const codes = (...histoire: ReturnType<typeof un>[]) => lire(histoire).map(([code]) => code);
  expect(codes(un('2112', '2020', 4))).toEqual(['2112']);
  expect(codes(un('3003', '2020', 4), un('3311', '2020', 4), un('3312', '2020', 4))).toEqual([
    '3003',
    '3311',
    '3312',
  ]);
});
