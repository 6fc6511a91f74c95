import { expect, test } from 'vitest';
import type { Echeance } from '../../../src/domain/tables/calendrier.ts';
import { calendrierIcs } from '../../../src/export/ics.ts';

const echeance: Echeance = {
  id: 'autorisations',
  jour: 31,
  mois: 12,
  decalage_annee: 1,
  acteur: 'Gouvernement',
  intitule: 'Adoption, enfin',
  detail: 'é'.repeat(80),
  reference: 'circulaire 9146 ; § 3',
};
const ics = calendrierIcs([echeance], 2024);

test('un rendez-vous d’une journée, chaque année, à confirmer', () => {
  expect(ics).toContain('DTSTART;VALUE=DATE:20251231\r\nDTEND;VALUE=DATE:20260101\r\n');
  expect(ics).toContain('RRULE:FREQ=YEARLY');
  expect(ics).toContain('STATUS:TENTATIVE');
  expect(ics).toContain('SUMMARY:Adoption\\, enfin (à confirmer)');
});

test('des lignes de 75 octets au plus, qui se redéplient sans rien perdre', () => {
  for (const ligne of ics.split('\r\n')) expect(Buffer.byteLength(ligne)).toBeLessThanOrEqual(75);
  expect(ics.replaceAll('\r\n ', '')).toContain('é'.repeat(80));
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
});
