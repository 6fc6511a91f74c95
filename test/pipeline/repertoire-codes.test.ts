import { describe, expect, test } from 'vitest';
import * as L from '../fixtures/repertoire/listes.ts';
import { LISTES } from '../fixtures/repertoire/sources.ts';
import {
  byCode,
  codesWhere,
  groupes,
  options,
  type Row,
  sorted,
  sourcesOf,
} from '../fixtures/repertoire/tables.ts';

describe('chaque code', () => {
  const allowed: Record<string, string[]> = {
    regime: ['art49', 'art45', 'urgence'],
    degre: ['', 'D2', 'DQ', 'D2-DQ', 'D3'],
    forme: ['', 'P', 'TQ', 'AQ'],
    annees: ['', '3', '4-5-6', '4-5-6-7', '6', '7', '3-4-5-6'],
    type_7e: ['', 'PB', 'TQ', 'PC'],
    filiere: ['', 'PE', 'ALT', 'PE-ALT', 'art45'],
    reserve: ['', 'R', 'R2'],
    sans_norme: ['oui', 'non'],
    acces_7e: ['', 'L', 'SO', 'O'],
    statut: ['organisable', 'transformee', 'creee', 'non_programmable', 'extinction'],
    sous_reserve: ['oui', 'non'],
  };

  test.each(Object.entries(allowed))('%s ne prend que ses valeurs', (column, values) => {
    expect(options.filter((row) => !values.includes(row[column] ?? 'colonne absente'))).toEqual([]);
  });

  test('n’est donné qu’une fois, dans l’ordre', () => {
    const codes = options.map((row) => row.code_obg);
    expect(codes).toEqual(sorted(codes));
  });

  test('commence par son secteur et son groupe, qui sont connus', () => {
    const known = new Map(groupes.map((row) => [row.groupe, row.secteur]));
    for (const { code_obg = '', secteur = '', groupe = '' } of options) {
      expect(code_obg).toMatch(/^[1-9]\d{3}$/);
      expect([secteur, groupe]).toEqual([code_obg.slice(0, 1), code_obg.slice(0, 2)]);
      expect(known.get(groupe), code_obg).toBe(secteur);
    }
  });

  test('a des sources, toutes du vocabulaire', () => {
    for (const row of options) {
      for (const source of sourcesOf(row))
        expect(Object.keys(LISTES), row.code_obg).toContain(source);
    }
  });

  test('a un intitulé en bonne typographie, sans les mentions des tableaux', () => {
    const fault =
      /['"]|\s{2}|^\s|\s$|\s\/|\/\s|\s-|-\s|\bE(?=lect|quip|con)|\(CPU\)|²|7.?ème|uniquement/;
    expect(options.filter((row) => !row.intitule || fault.test(row.intitule))).toEqual([]);
  });

  test('de groupe dizaine relève de l’article 45 ou de l’urgence, et seul lui', () => {
    expect(codesWhere((row) => row.code_obg?.[1] === '0')).toEqual(
      codesWhere((row) => row.regime !== 'art49'),
    );
  });

  test('a les années de son degré', () => {
    const years: Record<string, string[]> = {
      '': [''],
      D2: ['3'],
      'D2-DQ': ['3-4-5-6'],
      DQ: ['4-5-6', '4-5-6-7'],
      D3: ['6', '7'],
    };
    // 1001 : années affichées par l’OAD ; 3229 : 6e et 7e, que la colonne ne sait pas dire.
    const rest = options.filter((row) => !years[row.degre ?? '']?.includes(row.annees ?? ''));
    expect(rest.map((row) => [row.code_obg, row.annees])).toEqual([
      ['1001', '4-5-6'],
      ['3229', ''],
    ]);
  });
});

describe('colonnes', () => {
  test('réserve R²', () => {
    expect(codesWhere((row) => row.reserve === 'R2')).toEqual(sorted(L.RESERVE_R2));
    expect(codesWhere((row) => row.regime !== 'art49' && row.reserve !== '')).toEqual([]);
  });

  test('sans norme', () => {
    expect(codesWhere((row) => row.sans_norme === 'oui')).toEqual(['8213', '9209', '9210']);
  });

  test('accès aux 7es années', () => {
    const access = (letter: string) => codesWhere((row) => row.acces_7e === letter);
    expect(access('L')).toEqual(sorted(L.ACCES_L));
    expect(access('O')).toEqual(sorted(L.ACCES_O));
    const open = (row: Row) => row.degre === 'D3' && row.annees === '7' && row.acces_7e === '';
    expect(codesWhere(open)).toEqual(['2219', '2421', '2422', '4126', '4133', '8326']);
    expect(codesWhere((row) => row.acces_7e !== '' && row.annees !== '7')).toEqual([]);
    expect(access('SO')).toHaveLength(123 - L.ACCES_L.length - L.ACCES_O.length - 2);
  });

  test('filière : inconnue pour l’urgence, 3302 et 8409', () => {
    expect(codesWhere((row) => row.filiere === '' && row.regime !== 'urgence')).toEqual([
      '3302',
      '8409',
    ]);
    expect(codesWhere((row) => row.filiere === 'PE')).toEqual(['1216', '1217']);
    expect(codesWhere((row) => row.filiere === 'art45')).toEqual(
      codesWhere((row) => row.regime === 'art45'),
    );
  });
});

describe('pièges de la numérisation', () => {
  test.each([
    ['3303', 'D2', 'P', '3', 'R'],
    ['3416', 'D2', 'P', '3', 'R'],
    ['3423', 'D3', 'P', '6', 'R'],
    ['3507', 'D3', 'P', '6', 'R'],
    ['3501', 'D3', 'P', '6', 'R'],
    ['3509', 'D3', 'P', '6', 'R'],
    ['3429', 'DQ', 'P', '4-5-6', 'R'],
    ['3521', 'DQ', 'P', '4-5-6', 'R'],
    ['3522', 'DQ', 'P', '4-5-6', 'R'],
    ['3520', 'DQ', 'P', '4-5-6', 'R'],
    ['3517', 'DQ', 'P', '4-5-6', 'R'],
    ['3511', 'DQ', 'P', '4-5-6', 'R'],
    ['2804', 'DQ', 'TQ', '4-5-6', 'R'],
    ['4310', 'DQ', 'P', '4-5-6', 'R2'],
    ['2901', 'DQ', 'TQ', '4-5-6', 'R'],
    ['4208', 'DQ', 'TQ', '4-5-6', 'R'],
    ['4313', 'DQ', 'TQ', '4-5-6', 'R'],
    ['2323', 'D2-DQ', 'P', '3-4-5-6', ''],
    ['8308', 'D2-DQ', 'P', '3-4-5-6', ''],
    ['2115', 'DQ', 'P', '4-5-6', 'R'],
    ['8217', 'DQ', 'P', '4-5-6-7', ''],
  ])('%s est %s %s %s', (code, degre, forme, annees, reserve) => {
    expect(byCode.get(code)).toMatchObject({ degre, forme, annees, reserve });
  });

  test.each([
    ['2409', 'Électricien automaticien/Électricienne automaticienne'],
    ['2410', 'Mécanicien automaticien/Mécanicienne automaticienne'],
    ['4310', 'Boulanger-Pâtissier/Boulangère-Pâtissière'],
    ['2625', 'Métallier soudeur/Métallière soudeuse'],
    ['2004', 'Métallier/Métallière'],
    ['2012', 'Tôlier/Tôlière en carrosserie'],
    ['5010', 'Ouvrier maroquinier/Ouvrière maroquinière'],
    ['1217', 'Agent/Agente horticole en floriculture et en pépinières'],
  ])('%s est corrigé et le dit', (code, intitule) => {
    expect(byCode.get(code)?.intitule).toBe(intitule);
    expect(byCode.get(code)?.note).toMatch(/Imprimé « .+ »/);
  });

  test('4308, faute pour 4208, n’est pas un code', () => {
    expect(byCode.has('4308')).toBe(false);
    expect(byCode.get('4208')?.note).toContain('4308');
  });
});
