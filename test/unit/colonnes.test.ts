import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ecrireTables,
  enColonnes,
  enRangees,
  relireTables,
  type TablesEcrites,
} from '../../src/domain/colonnes.ts';

interface Rangee {
  readonly code: string;
  readonly eleves: number | null;
  readonly zones: readonly number[];
}
interface Tables {
  readonly options: readonly Rangee[];
  readonly anciennes: readonly Rangee[];
}

const rangees = fc.array(
  fc.record<Rangee>({
    code: fc.string(),
    eleves: fc.option(fc.integer()),
    zones: fc.array(fc.integer()),
  }),
);

test('des tables se relisent comme elles ont été écrites, les vides aussi', () => {
  fc.assert(
    fc.property(rangees, rangees, (options, anciennes) => {
      const tables: Tables = { options, anciennes };
      const recues: TablesEcrites<Tables> = JSON.parse(JSON.stringify(ecrireTables(tables)));
      expect(relireTables<Tables>(recues)).toEqual(tables);
    }),
  );
});

test('seules les colonnes demandées sont écrites', () => {
  const lues = [{ code: '2115', eleves: 3, note: 'interne' }];
  expect(enColonnes(lues, ['code', 'eleves'])).toEqual({ code: ['2115'], eleves: [3] });
  expect(enRangees(enColonnes(lues, ['code']))).toEqual([{ code: '2115' }]);
});
