import { expect, test } from 'vitest';
import { ecrireDossier, relireDossier } from '../../../src/domain/dossier/fichier.ts';
import { donnees, uneOccurrence } from './exemples.ts';

test('le dossier se relit comme il a été écrit, effectifs masqués compris', () => {
  const masques = { pe: 2, alt: 0, premiere: 1, troisieme: 0 };
  const edition = donnees({
    occurrences: [uneOccurrence('1'), uneOccurrence('2', '2115', { premiere: null, masques })],
    groupes: { 21: 'Électricité', 30: null },
  });
  const ecrit = JSON.parse(JSON.stringify(ecrireDossier(edition)));
  expect(relireDossier(ecrit, edition)).toEqual(edition);
});
