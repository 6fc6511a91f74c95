import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valeursConnues } from '../../../src/domain/filtre/facettes.ts';
import { SELECTION_VIDE } from '../../../src/domain/filtre/selection.ts';
import { decode, encode } from '../../../src/domain/url/codec.ts';
import { selectionAuHasard } from '../filtre/hasard.ts';
import { LIGNES } from '../filtre/lignes.ts';

const connues = valeursConnues(LIGNES);
const ANNEES = ['2021-2022', '2022-2023', '2023-2024'];

describe('l’adresse', () => {
  test('ce qui a été écrit se relit', () => {
    fc.assert(
      fc.property(selectionAuHasard(connues, ANNEES.slice(0, -1)), (selection) => {
        expect(decode(encode(selection), connues, ANNEES)).toEqual({ selection, avis: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('les valeurs par défaut sont omises, les clés dans un ordre fixe', () => {
    expect(encode(SELECTION_VIDE)).toBe('');
    expect(
      encode({
        ...SELECTION_VIDE,
        facettes: { besoin: ['tc'], zone: ['1', '4'] },
        q: 'élec & co',
        tri: [
          { cle: 'eleves', descendant: true },
          { cle: 'code', descendant: false },
        ],
        page: 2,
        parPage: 50,
      }),
    ).toBe('?q=%C3%A9lec%20%26%20co&zone=1,4&besoin=tc&tri=eleves-,code&page=2&par-page=50');
  });

  test('l’ordre, les doublons, la casse et les clés répétées ne comptent pas', () => {
    const { selection, avis } = decode('?zone=4,1,4&besoin=TC&zone=1', connues);
    expect(selection.facettes).toEqual({ zone: ['1', '4'], besoin: ['tc'] });
    expect(avis).toEqual([]);
  });

  test.each([
    ['zone=11', 'zone=11'],
    ['besoin=tx', 'Vouliez-vous « tc » ?'],
    ['tri=eleve-', 'Vouliez-vous « eleves » ?'],
    ['page=0', 'page=0'],
    ['page=deux', 'page=deux'],
    ['par-page=30', 'par-page=30'],
    ['vue=zones', 'Vouliez-vous « zone » ?'],
    ['croisement=zone', 'croisement=zone'],
    ['colonnes=elefes', 'Vouliez-vous « eleves » ?'],
    ['annee-scolaire=1999-2000', 'annee-scolaire=1999-2000'],
  ])('« ?%s » est ignoré, avec un avis', (search, dit) => {
    const { selection, avis } = decode(`?${search}`, connues);
    expect(selection).toEqual(SELECTION_VIDE);
    expect(avis).toHaveLength(1);
    expect(avis[0]).toContain(dit);
  });

  test('une valeur fausse n’emporte pas les bonnes', () => {
    const { selection, avis } = decode('?zone=1,99&q=bois', connues);
    expect(selection).toEqual({ ...SELECTION_VIDE, facettes: { zone: ['1'] }, q: 'bois' });
    expect(avis).toHaveLength(1);
  });

  test('les clés des autres pages sont laissées de côté', () => {
    expect(decode('?rayon=10&vue=carte&implantation=900214', connues)).toEqual({
      selection: SELECTION_VIDE,
      avis: [],
    });
  });
});
