import { describe, expect, test } from 'vitest';
import { lireSaisie } from '../../../src/domain/dossier/saisie.ts';
import { bilanDeSaisie, premieres } from '../../../src/phrases/dossier/saisie.ts';

const CONNUS = ['2115', '2213', '8123'];

describe('« Mes données » dans un tableau', () => {
  test.each([
    [
      'élèves et mode',
      [
        ['code_obg', 'mode', 'eleves'],
        ['2115', 'PE', '12'],
        ['2115', 'ALT', '3'],
      ],
    ],
    [
      'pe et alt',
      [
        ['Code', 'PE', 'ALT'],
        ['2115', '12', '3'],
      ],
    ],
    [
      'en-têtes accentués',
      [
        ['Code OBG', 'Élèves', 'Mode'],
        ['2115', '12', ''],
        ['2115', '3', 'alternance'],
      ],
    ],
    [
      'colonnes en trop',
      [
        ['annee', 'code', 'pe', 'alt'],
        ['2023-2024', '2115', '12', '3'],
      ],
    ],
    [
      'lignes vides',
      [
        ['code', 'pe', 'alt'],
        ['', '', ''],
        [' 2115 ', '12', '3'],
      ],
    ],
  ])('%s', (_, rangees) => {
    expect(lireSaisie(rangees, CONNUS)).toEqual({
      options: [{ code: '2115', pe: 12, alt: 3 }],
      avis: [],
      ecartees: 0,
      additionnes: [],
    });
  });

  test('sans les colonnes qu’il faut, une phrase les nomme', () => {
    expect(lireSaisie([['nom', 'classe']], CONNUS).avis).toEqual([
      expect.stringContaining('« code_obg »'),
    ]);
    expect(lireSaisie([], CONNUS).options).toEqual([]);
  });

  test('une ligne fausse est nommée, les autres restent', () => {
    const { options, avis } = lireSaisie(
      [
        ['code', 'eleves'],
        ['2116', '4'],
        ['8123', 'dix'],
        ['2213', '20'],
      ],
      CONNUS,
    );
    expect(options).toEqual([{ code: '2213', pe: 20, alt: 0 }]);
    expect(avis).toEqual([
      'Ligne 2 : « 2116 » n’est pas au répertoire. Vouliez-vous 2115 ?',
      'Ligne 3 : le nombre d’élèves de 8123, « dix », n’est pas un nombre entier.',
    ]);
  });

  test.each([
    ['-5', 'PE', 'Ligne 2 : le nombre d’élèves de 2115, « -5 », est négatif.'],
    ['1,5', 'PE', 'Ligne 2 : le nombre d’élèves de 2115, « 1,5 », n’est pas un nombre entier.'],
    ['10000', 'PE', 'Ligne 2 : le nombre d’élèves de 2115, « 10000 », dépasse 9999.'],
    ['8', 'XX', 'Ligne 2 : le mode de 2115, « XX », n’est ni PE ni ALT.'],
  ])('« %s » élèves en « %s » : la ligne est écartée, et dit pourquoi', (eleves, mode, phrase) => {
    const lue = lireSaisie(
      [
        ['code', 'eleves', 'mode'],
        ['2115', eleves, mode],
      ],
      CONNUS,
    );
    expect(lue).toEqual({ options: [], avis: [phrase], ecartees: 1, additionnes: [] });
  });

  test('cent mille codes inconnus : vingt sont dits, les autres comptés', () => {
    const rangees = Array.from({ length: 100_000 }, (_, i) => [`x${i}`, '1']);
    const lue = lireSaisie([['code', 'eleves'], ['2115', '4'], ...rangees], CONNUS);
    expect(lue.options).toEqual([{ code: '2115', pe: 4, alt: 0 }]);
    expect(lue.avis).toHaveLength(21);
    expect(lue.avis.at(-1)).toMatch(/^Et 99\s980 autres\.$/);
    expect(bilanDeSaisie(lue, 0).replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
      '100 000 lignes écartées',
    );
  });

  test('une valeur interminable se cite par son début', () => {
    const { avis } = lireSaisie(
      [
        ['code', 'eleves'],
        ['9'.repeat(30_000), '1'],
        ['2115', '9'.repeat(30_000)],
      ],
      CONNUS,
    );
    expect(avis[0]).toBe(`Ligne 2 : « ${'9'.repeat(40)}… » n’est pas au répertoire.`);
    expect(avis[1]).toMatch(/^Ligne 3 : le nombre d’élèves de 2115, « 9{40}… », dépasse 9999\.$/);
  });

  test('un code écrit deux fois s’additionne, et le bilan le dit', () => {
    const lue = lireSaisie(
      [
        ['code', 'eleves'],
        ['2115', '4'],
        ['2115', '3'],
        ['2213', '20'],
        ['9999', '1'],
      ],
      CONNUS,
    );
    expect(lue.options[0]).toEqual({ code: '2115', pe: 7, alt: 0 });
    expect(bilanDeSaisie(lue, 4).replaceAll('\u00a0', ' ')).toBe(
      '2 options lues, 1 ligne écartée. Elles remplacent les 4 options d’avant. Écrits sur plusieurs lignes, leurs élèves s’additionnent : 2115.',
    );
    expect(bilanDeSaisie({ ...lue, options: [] }, 4)).toContain('restent comme elles étaient');
  });
});

test('des valeurs par milliers : les vingt premières, et combien d’autres', () => {
  expect(premieres(['9998', '9999'])).toBe('9998, 9999');
  const milliers = Array.from({ length: 5_000 }, (_, i) => String(i));
  expect(premieres(milliers)).toMatch(/^0, 1, .*, 19 et 4\s980 autres$/);
  expect(premieres(['1'.repeat(9_001)])).toBe(`${'1'.repeat(40)}…`);
});
