import { describe, expect, test } from 'vitest';
import { listeEnVigueur } from '../../src/domain/listes.ts';
import { direListes } from '../../src/phrases/listes.ts';

const EDITION = { annee_scolaire: '2024-2025', campagne: '2026-2027' };
const en2026 = { ...EDITION, campagne: '2027-2028' };

test.each([
  ['celle de son 1er février', [2024, 2025], '2024-2025', EDITION, 2025],
  ['celle du 1er février de la campagne', [2024, 2025, 2026], '2024-2025', en2026, 2026],
  ['jamais une de la campagne d’après', [2025, 2026], '2024-2025', EDITION, 2025],
  ['à défaut, la plus récente d’avant', [2022, 2023], '2024-2025', EDITION, 2023],
  ['à défaut encore, la première qui suit', [2026, 2027], '2024-2025', EDITION, 2026],
  [
    'une campagne passée ne fait pas lire une liste passée',
    [2024, 2025],
    '2024-2025',
    { ...EDITION, campagne: '2025-2026' },
    2025,
  ],
  ['une année d’avant lit la sienne', [2023, 2024, 2025], '2022-2023', EDITION, 2023],
  ['ou une plus ancienne', [2021, 2025], '2022-2023', EDITION, 2021],
  ['jamais une plus récente', [2025], '2022-2023', EDITION, null],
  ['et rien quand il n’y a rien', [], '2024-2025', EDITION, null],
])('la liste en vigueur : %s', (_, listes, annee, edition, attendue) => {
  expect(listeEnVigueur(listes, annee, edition)).toBe(attendue);
});

describe('ce que les pages disent des listes', () => {
  const NOMS = { 1: 'Bruxelles', 4: 'Liège', 6: 'Namur' };
  const lues = (...annees: [number, number | null, number | null][]) =>
    annees.map(([zone, annee_tc, annee_fc]) => ({ zone, annee_tc, annee_fc }));
  const dire = (...annees: [number, number | null, number | null][]) =>
    direListes(lues(...annees), '2024-2025', NOMS);

  test.each([
    ['de l’année', lues([1, 2025, 2025], [4, 2025, 2025]), 'listes du 1er février 2025'],
    ['plus récentes', lues([1, 2026, 2026]), 'liste 2026, effectifs 2024-2025'],
    ['absentes', lues([1, null, null]), 'aucune liste, effectifs 2024-2025'],
    [
      'différentes',
      lues([4, 2024, 2025]),
      'pour les TC, liste 2024 ; pour les FC, liste 2025 ; effectifs 2024-2025',
    ],
  ])('%s', (_, celles, attendu) => {
    expect(direListes(celles, '2024-2025', NOMS)).toBe(attendu);
  });

  test('une zone qui en lit une autre est nommée', () => {
    expect(dire([1, 2025, null], [4, 2025, 2025], [6, 2025, 2025])).toBe(
      'pour les TC, liste 2025 ; pour les FC, liste 2025, aucune liste pour Bruxelles ; effectifs 2024-2025',
    );
  });
});
