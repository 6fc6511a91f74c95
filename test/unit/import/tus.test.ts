import { expect, test } from 'vitest';
import { estAbsent, lireTu } from '../../../src/domain/effectif-tu.ts';
import { ajouterEffectifs } from '../../../src/edition/import/tus.ts';

test.each([
  ['<5', 1, 4],
  ['< 5', 1, 4],
  ['‹ 5', 1, 4],
  ['moins de 5', 1, 4],
  ['Moins de 5 élèves', 1, 4],
  ['< 10', 1, 9],
  ['≤ 4', 1, 4],
  ['<=4', 1, 4],
  ['4 au plus', 1, 4],
  ['4 ou moins', 1, 4],
  ['max. 4', 1, 4],
  ['inférieur à 5', 1, 4],
  ['1-4', 1, 4],
  ['1 à 4', 1, 4],
  ['de 5 à 9', 5, 9],
  ['entre 5 et 9', 5, 9],
  ['5–9', 5, 9],
  ['10 et plus', 10, null],
  ['10+', 10, null],
  ['> 9', 10, null],
  ['≥ 10', 10, null],
  ['plus de 9', 10, null],
  ['confidentiel', 1, null],
  ['c', 1, null],
  ['n.c.', 1, null],
  ['NC', 1, null],
  ['non communiqué', 1, null],
] as const)('« %s » : de %i à %s', (texte, auMoins, auPlus) => {
  expect(lireTu(texte)).toEqual({ auMoins, auPlus });
});

test.each([
  '5',
  '',
  '-',
  'n.d.',
  '0-4',
  '<1',
  '≤ 0',
  '4-1',
  '5-5',
  '4-5-6',
  '<',
  '5 élèves',
  '1.000',
  '< 5,5',
  '04-05',
  '12 et 14',
  '12 ; 14',
])('« %s » n’est pas un effectif tu, ou peut être zéro', (texte) => {
  expect(lireTu(texte)).toBe(null);
});

test.each(['', '-', '*', '..', 'n/a', 'n.d.', 'x', '<1', '0-4', 'inconnu'])(
  '« %s » : la source ne donne pas l’effectif, zéro peut-être',
  (texte) => expect(estAbsent(texte)).toBe(true),
);

test.each(['douze', 'néant', 'aucun', 'oui', 'fermé', '4-1', '04-05', '#REF!', '12'])(
  '« %s » n’est pas un effectif absent : zéro ne s’y lit jamais',
  (texte) => expect(estAbsent(texte)).toBe(false),
);

test('deux effectifs de même clé s’ajoutent, bornes comprises', () => {
  const tu = { eleves: null, eleves_au_moins: null, eleves_au_plus: 4 };
  const dix = { eleves: 10 };
  expect(ajouterEffectifs('eleves', dix, dix)).toMatchObject({ eleves: 20 });
  const somme = { eleves: null, eleves_au_moins: 11, eleves_au_plus: 14 };
  expect(ajouterEffectifs('eleves', dix, tu)).toEqual(somme);
  expect(ajouterEffectifs('eleves', tu, { ...tu, eleves_au_plus: null })).toEqual({
    ...{ eleves: null, eleves_au_moins: 2, eleves_au_plus: null },
  });
});
