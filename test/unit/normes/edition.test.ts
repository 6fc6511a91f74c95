import { describe, expect, test } from 'vitest';
import {
  editionAu,
  editionsEnVigueur,
  reglesDe,
  reglesEnVigueur,
} from '../../../src/domain/normes/edition.ts';

const regle = (edition: string, valide_du: string, valide_au: string | null = null) => ({
  edition,
  valide_du,
  valide_au,
});

const DE_2019 = regle('2019-20', '2019-09-01', '2020-08-31');
const DE_2025 = regle('2025-26', '2025-09-01', '2027-08-31');
const DE_2026 = regle('2026-27', '2026-09-01', '2028-08-31');
const TOUTES = [DE_2026, DE_2019, DE_2025];

describe('les règles d’une campagne', () => {
  test.each([
    ['2019-2020', DE_2019],
    ['2025-2026', DE_2025],
    ['2026-2027', DE_2026],
  ])('%s : celles qui valent le 1er octobre de la rentrée', (campagne, attendue) => {
    expect(reglesEnVigueur(TOUTES, campagne)).toEqual([attendue]);
  });

  test('sans celles de 2026-27, la campagne 2026-2027 garde celles de 2025-26, encore valides', () => {
    expect(editionsEnVigueur([DE_2019, DE_2025], '2026-2027')).toEqual([
      { sujet: '', edition: '2025-26', exacte: true },
    ]);
  });

  test('faute de texte, les dernières sont reconduites, et cela se dit', () => {
    expect(editionsEnVigueur([DE_2019, DE_2025], '2029-2030')).toEqual([
      { sujet: '', edition: '2025-26', exacte: false },
    ]);
    expect(editionsEnVigueur([DE_2025], '2019-2020')).toEqual([
      { sujet: '', edition: '2025-26', exacte: false },
    ]);
  });

  test('une règle vaut du premier au dernier de ses jours, compris', () => {
    const suite = [DE_2019, regle('2020-21', '2020-09-01', '2021-08-31')];
    expect(editionAu(suite, '2020-08-31')).toEqual({ edition: '2019-20', exacte: true });
    expect(editionAu(suite, '2020-09-01')).toEqual({ edition: '2020-21', exacte: true });
    expect(editionAu(suite, '2021-08-31')).toEqual({ edition: '2020-21', exacte: true });
    expect(editionAu(suite, '2021-09-01')).toEqual({ edition: '2020-21', exacte: false });
    expect(editionAu(suite, '2019-08-31')).toEqual({ edition: '2019-20', exacte: false });
  });

  test('chaque procédure, chaque paramètre, chaque 7e suit ses propres éditions', () => {
    const conditions = [
      { ...DE_2019, procedure: 'delegation' },
      { ...DE_2019, procedure: 'dedoublement' },
      { ...DE_2025, procedure: 'dedoublement' },
    ];
    expect(reglesEnVigueur(conditions, '2025-2026')).toEqual([conditions[0], conditions[2]]);
    const acces = [
      { edition: '2025-26', code_obg: '4126', depuis: '4118' },
      { edition: '2026-27', code_obg: '4126', depuis: '4131' },
    ];
    expect(reglesEnVigueur(acces, '2025-2026')).toEqual([acces[0]]);
    expect(reglesEnVigueur(acces, '2026-2027')).toEqual([acces[1]]);
  });

  test('des règles propres à quelques options ne font pas une campagne', () => {
    const cpu = { ...regle('2020-21', '2020-09-01'), objet: 'option' };
    const de2019 = { ...DE_2019, objet: 'NP' };
    expect(reglesEnVigueur([de2019, cpu], '2023-2024')).toEqual([de2019]);
  });

  test('des éditions mêlées s’arrêtent : aucune ne serait la bonne', () => {
    expect(() => reglesDe(TOUTES)).toThrow('2026-27, 2019-20, 2025-26');
    expect(reglesDe(TOUTES, '2025-26')).toEqual([DE_2025]);
  });
});
