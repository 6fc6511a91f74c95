import { expect, test } from 'vitest';
import { premiereAnnee } from '../../src/domain/annees.ts';

test.each([
  ['4-5-6', '2022-2023', false, 5],
  ['4-5-6', '2022-2023', true, 4],
  ['4-5-6', '2023-2024', false, 4],
  ['4-5-6-7', '2023-2024', true, 4],
  ['7', '2020-2021', false, 7],
  ['3-4-5-6', '2020-2021', true, 3],
  [null, '2023-2024', true, null],
])('%s en %s, élèves en 4e : %s → %s', (annees, anneeScolaire, eleves4e, attendue) => {
  expect(premiereAnnee(annees, anneeScolaire, eleves4e)).toBe(attendue);
});
