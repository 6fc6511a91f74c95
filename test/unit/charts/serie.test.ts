import { expect, test } from 'vitest';
import { enXml } from '../../../src/charts/noeud.ts';
import { choisirZones, comparerZones } from '../../../src/charts/zones/comparee.ts';
import {
  denominateur,
  difference,
  maximum,
  moyenneFwb,
  type Serie,
  valeur,
} from '../../../src/charts/zones/serie.ts';
import { nbEntier, nbPart } from '../../../src/phrases/phrase.ts';

const PART: Serie = {
  cle: 'p',
  titre: 'Part',
  ecriture: 'part',
  sur: 'élèves',
  comptes: [
    [10, 100],
    [90, 100],
    [0, 0],
  ],
  tables: [],
};
const COMPTE: Serie = {
  ...PART,
  cle: 'c',
  ecriture: 'entier',
  comptes: [
    [3, null],
    [4, null],
    [4, null],
  ],
};
const ZONES = ['A', 'B', 'C'].map((nom, i) => ({ zone: i + 1, nom, slug: nom.toLowerCase() }));

test('une part de la FWB est le rapport des sommes, jamais la moyenne des parts', () => {
  const inegale = { ...PART, comptes: [[1, 10] as const, [900, 1000] as const] };
  expect(moyenneFwb(inegale)?.valeur).toBe(901 / 1010);
  expect(moyenneFwb(COMPTE)).toMatchObject({ valeur: 11 / 3, texte: '3,7' });
  expect(moyenneFwb({ ...PART, comptes: [[0, 0]] })).toBeNull();
});

test('rien à diviser : ni valeur ni zéro', () => {
  expect(valeur(PART, 2, 'c')).toBeNull();
  expect(denominateur(PART, 0, 'a')?.valeur).toBe(100);
  expect(denominateur(COMPTE, 0, 'a')).toBeNull();
  expect(maximum(PART)).toBe(0.9);
});

test('une différence a son signe, en points entre deux parts', () => {
  const dire = (a: number, b: number) =>
    difference('d', nbPart('a', a), nbPart('b', b), 'part').texte;
  expect(dire(0.44, 0.43)).toBe('+1,0\u00a0pt');
  expect(dire(0.4, 0.43)).toBe('−3,0\u00a0pt');
  expect(dire(0.43, 0.43)).toBe('0,0\u00a0pt');
  expect(dire(0.43, 0.43001)).toBe('0,0\u00a0pt');
  expect(difference('d', nbEntier('a', 7), nbEntier('b', 5), 'entier').texte).toBe('+2');
});

test('l’échelle ne dépend pas du choix ; les dénominateurs s’écrivent', () => {
  const une = comparerZones(PART, choisirZones(ZONES, [1]), 360);
  const deux = comparerZones(PART, choisirZones(ZONES, [1, 2]), 360);
  const largeurDe = (svg: string) => svg.match(/width="([\d.]+)"/)?.[1];
  expect(enXml(une.svg)).toContain('10\u202f% de 100');
  expect(Number(largeurDe(enXml(une.svg))) / Number(largeurDe(enXml(deux.svg)))).toBeCloseTo(1, 1);
  expect(enXml(comparerZones(PART, choisirZones(ZONES, [3]), 360).svg)).toContain('sans objet');
  expect(une.tableau.rangees.map(({ cellules }) => cellules[1])).toEqual(['A']);
});
