import { describe, expect, test } from 'vitest';
import { type CleFacette, valeursConnues } from '../../../src/domain/filtre/facettes.ts';
import { filtrer } from '../../../src/domain/filtre/filtre.ts';
import { SELECTION_VIDE, type Selection } from '../../../src/domain/filtre/selection.ts';
import { LIGNES } from './lignes.ts';

const connues = valeursConnues(LIGNES);
const selection = (facettes: Selection['facettes'], reste: Partial<Selection> = {}): Selection => ({
  ...SELECTION_VIDE,
  facettes,
  ...reste,
});

const trouver = (choix: Selection, codes: readonly string[] | null = null) => {
  const { lignes, comptes, ...reste } = filtrer(LIGNES, choix, codes);
  const compte = (cle: CleFacette) =>
    Object.fromEntries(connues[cle].map((valeur, i) => [valeur, comptes[cle][i]]));
  return { ...reste, lignes: lignes.map((l) => `${l.code_obg}/${l.zone}`), compte };
};

describe('le filtre', () => {
  test('sans filtre : tout, par code puis zone', () => {
    const { lignes, total, options, compte } = trouver(SELECTION_VIDE);
    expect(lignes).toEqual(['1207/1', '1207/4', '2115/1', '2115/4', '3001/1', '3001/4']);
    expect([total, options]).toEqual([6, 3]);
    expect(compte('zone')).toEqual({ 1: 3, 4: 3 });
    expect(compte('besoin')).toEqual({ 'tc-fc': 1, tc: 3, fc: 2, aucun: 2 });
    expect(compte('organisee')).toEqual({ oui: 3, non: 3 });
    expect(compte('forme')).toEqual({ P: 4, 'non-precise': 2 });
    expect(compte('profil')).toEqual({ SFMQ: 2, 'non-precise': 4 });
    expect(compte('caractere')).toEqual({
      confessionnel: 2,
      'non-confessionnel': 2,
      'les-deux': 1,
    });
    expect(compte('maintien')).toEqual({ sous: 1, atteinte: 1, sans: 2 });
    expect(compte('tendance')).toEqual({
      hausse: 1,
      stable: 0,
      baisse: 1,
      nouvelle: 1,
      disparue: 1,
    });
  });

  test('besoin=tc comprend les lignes TC-FC', () => {
    expect(trouver(selection({ besoin: ['tc'] })).lignes).toEqual(['1207/1', '2115/1', '3001/1']);
    expect(trouver(selection({ besoin: ['tc-fc'] })).lignes).toEqual(['2115/1']);
    expect(trouver(selection({ besoin: ['aucun'] })).lignes).toEqual(['1207/4', '3001/4']);
  });

  test('plusieurs valeurs d’une facette : l’une ou l’autre', () => {
    const { lignes } = trouver(selection({ secteur: ['1', '3'] }));
    expect(lignes).toEqual(['1207/1', '1207/4', '3001/1', '3001/4']);
  });

  test('le choix d’une facette ne cache pas ses autres valeurs, mais réduit les autres', () => {
    const { compte, total } = trouver(selection({ zone: ['1'], besoin: ['tc'] }));
    expect(total).toBe(3);
    expect(compte('zone')).toEqual({ 1: 3, 4: 0 });
    expect(compte('besoin')).toEqual({ 'tc-fc': 1, tc: 3, fc: 1, aucun: 0 });
    expect(compte('secteur')).toEqual({ 1: 1, 2: 1, 3: 1 });
  });

  test('une ligne sans valeur pour une facette choisie est écartée', () => {
    expect(trouver(selection({ caractere: ['confessionnel'] })).lignes).toEqual([
      '1207/4',
      '2115/1',
    ]);
  });

  test('les codes de la recherche filtrent, et rangent par pertinence', () => {
    const codes = ['3001', '1207'];
    expect(trouver(SELECTION_VIDE, codes).lignes).toEqual(['3001/1', '3001/4', '1207/1', '1207/4']);
    expect(trouver(SELECTION_VIDE, []).total).toBe(0);
  });

  test('un tri l’emporte sur la pertinence', () => {
    const choix = selection({}, { tri: [{ cle: 'code', descendant: false }] });
    expect(trouver(choix, ['3001', '1207']).lignes[0]).toBe('1207/1');
  });
});

describe('le tri', () => {
  test('plusieurs clés, puis le code et la zone', () => {
    const tri = [
      { cle: 'zone', descendant: true },
      { cle: 'eleves', descendant: true },
    ] as const;
    const { lignes } = trouver(selection({}, { tri }));
    expect(lignes).toEqual(['1207/4', '2115/4', '3001/4', '2115/1', '3001/1', '1207/1']);
  });

  test.each([true, false])('les vides en dernier (décroissant : %s)', (descendant) => {
    const tri = [{ cle: 'norme', descendant }] as const;
    const { lignes } = trouver(selection({}, { tri }));
    expect(lignes.slice(-2)).toEqual(['3001/1', '3001/4']);
  });

  test('les intitulés sans égard aux accents ni à la casse', () => {
    const tri = [{ cle: 'intitule', descendant: false }] as const;
    const { lignes } = trouver(selection({}, { tri }));
    expect(lignes).toEqual(['3001/1', '3001/4', '2115/1', '2115/4', '1207/1', '1207/4']);
  });
});

describe('les pages', () => {
  const cinquante = Array.from({ length: 50 }, (_, i) => ({
    ...LIGNES[0],
    code_obg: String(1000 + i),
  })) as typeof LIGNES;

  test('une page après l’autre, sans trou ni double', () => {
    const pages = [1, 2, 3].map((page) => filtrer(cinquante, selection({}, { page }), null));
    expect(pages.map(({ lignes }) => lignes.length)).toEqual([20, 20, 10]);
    expect(new Set(pages.flatMap(({ lignes }) => lignes)).size).toBe(50);
    expect(pages[0]?.pages).toBe(3);
  });

  test('une page qui n’existe pas donne la dernière', () => {
    expect(filtrer(cinquante, selection({}, { page: 9 }), null).page).toBe(3);
    expect(filtrer([], selection({}, { page: 9 }), null)).toMatchObject({ page: 1, pages: 1 });
  });
});
