import { describe, expect, test } from 'vitest';
import * as L from '../fixtures/repertoire/listes.ts';
import { LISTES } from '../fixtures/repertoire/sources.ts';
import { byCode, codesWhere, options, sorted, successions } from '../fixtures/repertoire/tables.ts';

describe('statuts', () => {
  const withStatut = (statut: string) => codesWhere((row) => row.statut === statut);

  test('non programmables : la liste NP et les formations en urgence', () => {
    expect(codesWhere((r) => r.statut === 'non_programmable' && r.regime !== 'urgence')).toEqual(
      sorted(L.NON_PROGRAMMABLES),
    );
    expect(codesWhere((r) => r.regime === 'urgence')).toEqual(
      sorted(L.URGENCE.filter((code) => code !== '3039')),
    );
    for (const row of options.filter((r) => r.regime === 'urgence')) {
      expect(row.statut).toBe('non_programmable');
      expect(row.note).toContain('non prévue par la circulaire 9146');
    }
  });

  test('16 transformations et 11 créations, sous réserve', () => {
    expect(withStatut('transformee')).toEqual(sorted(Object.keys(L.TRANSFORMATIONS)));
    expect(withStatut('creee')).toEqual(sorted(L.CREATIONS));
    expect(codesWhere((row) => row.sous_reserve === 'oui')).toEqual(
      sorted([...Object.entries(L.TRANSFORMATIONS).flat(), ...L.CREATIONS]),
    );
  });

  test('une extinction est remplacée, ou un texte dit qu’elle finit', () => {
    const replaced = successions.map((row) => row.ancien);
    expect(withStatut('extinction')).toEqual(sorted([...replaced, '3225']));
    expect(withStatut('extinction')).toHaveLength(24);
  });

  // L’écran de l’OAD en compte 314 : la liste de 2025-2026 n’est publiée que dans l’OAD officiel.
  test('324 options organisables', () => {
    const organisables = ['organisable', 'transformee', 'creee'];
    expect(organisables.map((statut) => withStatut(statut).length)).toEqual([297, 16, 11]);
  });
});

describe('successions', () => {
  test('ne nomment que des codes connus, chaque paire une fois, dans l’ordre', () => {
    const pairs = successions.map((row) => `${row.ancien}>${row.nouveau}`);
    expect(pairs).toEqual(sorted(pairs));
    for (const { ancien = '', nouveau = '', depuis, source } of successions) {
      expect([byCode.has(ancien), byCode.has(nouveau)], ancien).toEqual([true, true]);
      expect(depuis).toMatch(/^20\d\d-20\d\d$/);
      expect(Object.keys(LISTES)).toContain(source);
    }
  });

  test('sont celles des textes : CPU, maçon, agroalimentaire, §5.3', () => {
    const cpu = Object.entries(L.CPU_4_5_6).flatMap(([n, olds]) => olds.map((a) => `${a}>${n}`));
    const changed = Object.entries(L.TRANSFORMATIONS).flatMap(([n, a]) =>
      a === n ? [] : [`${a}>${n}`],
    );
    expect(sorted(successions.map((row) => `${row.ancien}>${row.nouveau}`))).toEqual(
      sorted([...cpu, '3003>3311', '9002>2024', ...changed]),
    );
  });
});
