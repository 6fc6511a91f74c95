import { expect, test } from 'vitest';
import {
  aujourdhui,
  prochaineEcheance,
  prochaineFois,
} from '../../../src/domain/calendrier/echeance.ts';

const demandes = { id: 'demandes', jour: 15, mois: 3 };
const ouverture = { id: 'ouverture', jour: 1, mois: 2 };

test.each([
  ['2026-11-22', '2027-03-15', 113],
  ['2027-03-15', '2027-03-15', 0],
  ['2027-03-16', '2028-03-15', 365],
])('le %s, la date limite revient le %s, dans %i jours', (jour, date, joursRestants) => {
  expect(prochaineFois(demandes, jour)).toEqual({ id: 'demandes', date, joursRestants });
});

test('la première à revenir gagne', () => {
  expect(prochaineEcheance([demandes, ouverture], '2026-11-22')?.id).toBe('ouverture');
  expect(prochaineEcheance([demandes, ouverture], '2027-02-02')?.id).toBe('demandes');
  expect(prochaineEcheance([], '2027-02-02')).toBeNull();
});

test('le jour est celui de Bruxelles, pas celui de l’heure universelle', () => {
  expect(aujourdhui(new Date('2027-03-14T23:30:00Z'))).toBe('2027-03-15');
});
