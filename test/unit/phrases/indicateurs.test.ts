import { expect, test } from 'vitest';
import type { ComptesDuConstat } from '../../../src/domain/filtre/constat.ts';
import { constatIndicateurs } from '../../../src/phrases/indicateurs.ts';
import { enTexte } from '../../../src/phrases/phrase.ts';

const UNE_OPTION: ComptesDuConstat = {
  lignes: 10,
  connues: 10,
  dites: 10,
  organisees: 8,
  tcFc: 0,
  options: 1,
  organisables: 1,
  zones: 10,
};

const lire = (comptes: ComptesDuConstat): string =>
  enTexte(constatIndicateurs(comptes, false)).replace(/\s/g, ' ');

test('une seule option dans dix zones : tout s’accorde', () => {
  expect(lire(UNE_OPTION)).toBe(
    '8 des 10 lignes (1 option du répertoire, dont 1 organisable, dans 10 zones) sont déjà organisées, ' +
      'et aucune ne répond à la fois à une TC et à une FC.',
  );
});

test('plusieurs options : au pluriel', () => {
  expect(
    lire({ ...UNE_OPTION, lignes: 20, connues: 20, dites: 20, options: 2, organisables: 2 }),
  ).toContain('2 options du répertoire, dont 2 organisables,');
});
