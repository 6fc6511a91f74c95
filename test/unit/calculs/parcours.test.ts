import { expect, test } from 'vitest';
import {
  type EtatParcours,
  ecrireParcours,
  lireParcours,
  parcourirTransitions,
} from '../../../src/domain/calculs/parcours.ts';
import { possibilitesMaintien, transitions } from '../normes/exemples.ts';

const parcourir = (
  depart: EtatParcours['depart'],
  acquis: EtatParcours['acquis'],
  ...suite: EtatParcours['suite']
) => parcourirTransitions(transitions, possibilitesMaintien, { depart, acquis, suite });

const statuts = (...etat: Parameters<typeof parcourir>) =>
  parcourir(...etat).map(({ issues }) => issues.map(({ statut }) => statut).join('/'));

// Les sept situations du tableau de la circulaire 7282, VII.III.
test.each([
  ['1re', 'M1', null, ['atteinte'], ['M1', 'atteinte']],
  ['2e', 'M1', null, ['non_atteinte'], ['M1', 'M2']],
  ['2e, fermée puis recréée', 'fermee', null, ['recreee'], ['fermee', 'creation']],
  ['3e', 'M1', null, ['suspendue', 'suspendue'], ['M1', 'S1', 'S2']],
  ['4e', 'atteinte', null, ['non_atteinte', 'suspendue'], ['atteinte', 'M1', 'S1']],
  ['5e', 'S1', null, ['suspendue', 'suspendue'], ['S1', 'S2', 'fermee']],
  ['5e, qui était M1', 'S2', 'M1', ['non_atteinte'], ['S2', 'M2']],
  ['5e, norme atteinte avant', 'S2', 'atteinte', ['non_atteinte'], ['S2', 'M1']],
  ['6e', 'S1', 'M1', ['atteinte'], ['S1', 'atteinte']],
  ['7e', 'S1', 'M1', ['non_atteinte'], ['S1', 'M2']],
  ['7e, depuis le M1', 'M1', null, ['suspendue', 'non_atteinte'], ['M1', 'S1', 'M2']],
  ['hors des sept : S1 sans M1', 'S1', 'atteinte', ['non_atteinte'], ['S1', 'M1']],
] as const)('%s situation', (_nom, depart, acquis, suite, attendu) => {
  expect(statuts(depart, acquis, ...suite)).toEqual(attendu);
});

test('001 VII.III, 5e à 7e : sans dire ce qu’elle était, les deux suites sont données', () => {
  expect(statuts('S1', null, 'suspendue', 'non_atteinte')).toEqual(['S1', 'S2', 'M1/M2']);
  const [, derniere] = parcourir('S1', null, 'non_atteinte');
  expect(derniere?.issues.map(({ siAvant }) => siAvant)).toEqual(['atteinte', 'M1']);
  expect(statuts('S1', null, 'atteinte')).toEqual(['S1', 'atteinte']);
});

test('une suspension garde un M1, et le dit', () => {
  const [, { issues } = { issues: [] }] = parcourir('M1', null, 'suspendue');
  expect(issues[0]).toMatchObject({ statut: 'S1', garde: 'M1' });
  expect(issues[0]?.reference).toContain('VII.III');
  expect(issues[0]?.possibilites.length).toBeGreaterThan(0);
});

test('chaque passage dit la situation du tableau qui le montre, et pas une autre', () => {
  const situations = transitions
    .filter(({ situation }) => situation)
    .map((t) => [t.depuis, t.acquis ?? '', t.evenement, t.situation].join(' '));
  expect(situations).toEqual([
    'atteinte  non_atteinte 4',
    'M1  atteinte 1',
    'M1  non_atteinte 2',
    'M1  suspendue 3',
    'S1 M1 atteinte 6',
    'S1 M1 non_atteinte 7',
    'S2 M1 atteinte 5',
    'S2 atteinte atteinte 5',
    'S2 M1 non_atteinte 5',
    'S2 atteinte non_atteinte 5',
    'S1  suspendue 3 5',
    'S2  suspendue 5',
  ]);
});

test('l’adresse porte ce que l’option était avant sa suspension', () => {
  const etat = { depart: 'S1', acquis: 'M1', suite: ['non_atteinte'] } as const;
  expect(lireParcours(ecrireParcours('', etat)).etat).toEqual(etat);
  expect(ecrireParcours('?avant=M1', { ...etat, depart: 'M1' })).not.toContain('avant');
});
