import { describe, expect, test } from 'vitest';
import * as L from '../fixtures/repertoire/listes.ts';
import { LISTES, VI_IV } from '../fixtures/repertoire/sources.ts';
import {
  byCode,
  codesWhere,
  groupes,
  options,
  profils,
  type Row,
  secteurs,
  sorted,
  sourcesOf,
} from '../fixtures/repertoire/tables.ts';

describe('listes des textes', () => {
  test.each(Object.entries(LISTES))('%s', (source, { nombre, codes }) => {
    expect(codesWhere((row) => sourcesOf(row).includes(source))).toEqual(sorted(codes));
    expect(sorted(codes)).toHaveLength(nombre);
  });

  test('le chapitre VI.IV donne 341 codes, le répertoire 365', () => {
    expect(codesWhere((row) => row.source?.includes(VI_IV) ?? false)).toHaveLength(341);
    expect(options).toHaveLength(365);
  });

  test('les 7es années ont le type de leur tableau', () => {
    const sept = (type: string) =>
      codesWhere((row) => row.type_7e === type && row.source?.startsWith(VI_IV) === true);
    expect(sept('TQ')).toEqual(
      sorted([...L.SEPTIEMES_QUALIFIANTES_TQ, ...L.SEPTIEMES_COMPLEMENTAIRES_TQ]),
    );
    expect(sept('PB')).toEqual(
      sorted([...L.SEPTIEMES_QUALIFIANTES_PB, ...L.SEPTIEMES_COMPLEMENTAIRES_PB]),
    );
    expect([
      L.SEPTIEMES_QUALIFIANTES_TQ.length,
      L.SEPTIEMES_QUALIFIANTES_PB.length,
      L.SEPTIEMES_COMPLEMENTAIRES_TQ.length,
      L.SEPTIEMES_COMPLEMENTAIRES_PB.length,
    ]).toEqual([22, 31, 19, 51]);
  });

  test('le 2e degré, le 3e degré technique et le 3e degré professionnel', () => {
    const listed = (row: Row) => sourcesOf(row).includes(`${VI_IV}, 2e et 3e degrés`);
    expect(codesWhere((row) => listed(row) && row.degre?.startsWith('D2') === true)).toEqual(
      sorted(L.DEGRE_2),
    );
    const third = (forme: string) => (row: Row) =>
      listed(row) && row.degre !== 'D2' && row.forme === forme;
    expect(codesWhere(third('TQ'))).toEqual(sorted(L.DEGRE_3_TQ));
    expect(codesWhere(third('P'))).toEqual(sorted(L.DEGRE_3_P));
  });
});

describe('secteurs, groupes, profils', () => {
  test('10 secteurs, aucun code dans le dixième', () => {
    expect(secteurs.map((row) => row.secteur)).toEqual(
      Array.from({ length: 10 }, (_, i) => `${i + 1}`),
    );
    expect(secteurs.every((row) => row.intitule && row.source)).toBe(true);
  });

  test('43 groupes titrés, 9 dizaines sans intitulé', () => {
    const titled = groupes.filter((row) => row.intitule !== '').map((row) => row.groupe);
    expect(titled).toEqual(L.GROUPES);
    expect(groupes.filter((row) => row.intitule === '').map((row) => row.groupe)).toEqual(
      Array.from({ length: 9 }, (_, i) => `${i + 1}0`),
    );
    expect(groupes.filter((row) => row.groupe?.slice(0, -1) !== row.secteur)).toEqual([]);
  });

  test('les profils nomment des codes connus et disent leur source', () => {
    expect(profils.filter((row) => !byCode.has(row.code_obg ?? '') || !row.source)).toEqual([]);
    expect(sorted(profils.map((row) => row.profil))).toEqual(['CCPQ', 'EXP', 'SFMQ']);
    const exp = profils.filter((row) => row.profil === 'EXP').map((row) => row.code_obg);
    expect(exp).toEqual(['2901', '4208', '4313']);
  });
});
