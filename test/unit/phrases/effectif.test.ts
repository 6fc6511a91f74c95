import { describe, expect, test } from 'vitest';
import {
  additionner,
  type Effectif,
  estMasque,
  estOrganise,
} from '../../../src/domain/effectif.ts';
import {
  compterEleves,
  effectifCourt,
  effectifEcrit,
  nbEleves,
  noteDeMasquage,
  partDEffectif,
} from '../../../src/phrases/effectif.ts';
import { constatImplantation } from '../../../src/phrases/fiches.ts';
import { valeurLue } from '../../../src/phrases/phrase.ts';

const effectif = (eleves: number, masques: number): Effectif => ({ eleves, masques });
const lisible = (texte: string) => texte.replace(/[\u00A0\u202F]/g, ' ');

describe('un effectif', () => {
  test.each([
    [12, 0, '12', '12', '12 élèves'],
    [0, 0, '0', '0', '0 élève'],
    [0, 1, 'masqué', 'masqué', '1 effectif masqué'],
    [0, 3, 'masqué', 'masqué', '3 effectifs masqués'],
    [
      12,
      3,
      'au moins 12 (3 effectifs masqués)',
      'au moins 12',
      'au moins 12 élèves (3 effectifs masqués)',
    ],
  ])('de %i publiés et %i masqués s’écrit', (eleves, masques, entier, court, compte) => {
    const e = effectif(eleves, masques);
    expect(lisible(effectifEcrit(e))).toBe(entier);
    expect(effectifCourt(e)).toBe(court);
    expect(lisible(compterEleves(e))).toBe(compte);
  });

  test('masqué, il n’est pas zéro : l’option reste organisée', () => {
    expect(estMasque(effectif(0, 1))).toBe(true);
    expect(estOrganise(effectif(0, 1))).toBe(true);
    expect(estOrganise(effectif(0, 0))).toBe(false);
    expect(valeurLue(nbEleves('n', effectif(0, 1)))).toBe(null);
    expect(valeurLue(nbEleves('n', effectif(9, 1)))).toBe(9);
    expect(valeurLue(nbEleves('n', effectif(0, 0)))).toBe(0);
  });

  test('une somme garde le compte de ce qu’elle ne compte pas', () => {
    expect(additionner([effectif(3, 1), effectif(0, 2), effectif(9, 0)])).toEqual(effectif(12, 3));
  });

  test('une part se lit sur ce qui est publié ; masquée, elle n’est pas 0 %', () => {
    expect(partDEffectif('p', effectif(5, 2), effectif(20, 2))?.valeur).toBe(0.25);
    expect(partDEffectif('p', effectif(0, 2), effectif(20, 2))?.texte).toBe('masqué');
    expect(partDEffectif('p', effectif(0, 0), effectif(0, 0))).toBe(null);
    expect(noteDeMasquage(effectif(3, 0))).toBe('');
  });
});

test('une implantation ne dit d’aucune option qu’elle atteint une norme que le masque cache', () => {
  const dire = (sousNorme: number, nonDites?: number) =>
    lisible(
      constatImplantation(
        { options: 3, eleves: effectif(12, 1), sousNorme, ...(nonDites && { nonDites }) },
        '2023-2024',
      ),
    ).split(' ; ')[1];
  expect(dire(0)).toBe('aucune n’est sous sa norme de maintien.');
  expect(dire(0, 1)).toBe(
    'les effectifs masqués ne disent pas si l’une d’elles est sous sa norme de maintien.',
  );
  expect(dire(2, 1)).toBe('2 sont sous leur norme de maintien (non dit pour 1 autre).');
});

test.each([
  [
    { eleves: 0, masques: 1, tus: 1, tus_au_moins: 1, tus_au_plus: 4 },
    'moins de 5',
    'moins de 5 élèves',
  ],
  [
    { eleves: 0, masques: 1, tus: 1, tus_au_moins: 5, tus_au_plus: 9 },
    'de 5 à 9',
    'de 5 à 9 élèves',
  ],
  [
    { eleves: 0, masques: 1, tus: 1, tus_au_moins: 10, tus_au_plus: null },
    'au moins 10',
    'au moins 10 élèves',
  ],
  [
    { eleves: 0, masques: 1, tus: 1, tus_au_moins: 1, tus_au_plus: null },
    'tu par la source',
    '1 effectif tu par la source',
  ],
  [
    { eleves: 12, masques: 1, tus: 1, tus_au_moins: 1, tus_au_plus: 4 },
    'au moins 13 (1 effectif tu par la source, 4 élèves au plus)',
    'au moins 13 élèves (1 effectif tu par la source, 4 élèves au plus)',
  ],
  [
    { eleves: 12, masques: 3, tus: 1, tus_au_moins: 1, tus_au_plus: 4 },
    'au moins 13 (2 effectifs masqués, 1 effectif tu par la source)',
    'au moins 13 élèves (2 effectifs masqués, 1 effectif tu par la source)',
  ],
])('ce que la source tait s’écrit %#', (effectif, ecrit, compte) => {
  expect(lisible(effectifEcrit(effectif))).toBe(ecrit);
  expect(lisible(compterEleves(effectif))).toBe(compte);
});
