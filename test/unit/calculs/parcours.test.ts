import { expect, test } from 'vitest';
import { type EtatParcours, parcourirTransitions } from '../../../src/domain/calculs/parcours.ts';
import { possibilitesMaintien, transitions } from '../normes/exemples.ts';

const statuts = (depart: EtatParcours['depart'], ...suite: EtatParcours['suite']) =>
  parcourirTransitions(transitions, possibilitesMaintien, { depart, suite }).map(
    ({ statut }) => statut,
  );

// Les sept situations du tableau de la circulaire 7282, VII.III.
test.each([
  ['1re', 'M1', ['atteinte'], ['M1', 'atteinte']],
  ['2e', 'M1', ['non_atteinte'], ['M1', 'M2']],
  ['3e', 'M1', ['suspendue', 'suspendue'], ['M1', 'S1', 'S2']],
  ['4e', 'atteinte', ['non_atteinte', 'suspendue'], ['atteinte', 'M1', 'S1']],
  ['5e', 'S1', ['suspendue', 'suspendue'], ['S1', 'S2', 'fermee']],
  ['6e', 'M1', ['suspendue', 'atteinte'], ['M1', 'S1', 'atteinte']],
  ['7e', 'M1', ['suspendue', 'non_atteinte'], ['M1', 'S1', 'M2']],
] as const)('%s situation', (_nom, depart, suite, attendu) => {
  expect(statuts(depart, ...suite)).toEqual(attendu);
});

test('une suspension garde un M1, et le dit', () => {
  const etapes = parcourirTransitions(transitions, possibilitesMaintien, {
    depart: 'M1',
    suite: ['suspendue'],
  });
  expect(etapes[1]).toMatchObject({ statut: 'S1', garde: 'M1' });
  expect(etapes[1]?.reference).toContain('VII.III');
  expect(etapes[1]?.possibilites.length).toBeGreaterThan(0);
});
