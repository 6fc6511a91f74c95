import { describe, expect, test } from 'vitest';
import { libelle, libelleCourt } from '../../../src/domain/filtre/libelles.ts';
import { normesMontrees } from '../../../src/domain/filtre/norme.ts';
import {
  basculerFacette,
  effacer,
  estFiltree,
  SELECTION_VIDE,
} from '../../../src/domain/filtre/selection.ts';
import { basculerTri } from '../../../src/domain/filtre/tri.ts';
import { ligne } from './lignes.ts';

describe('les normes montrées', () => {
  test('deux modes, deux normes, chacune nommée', () => {
    const montrees = normesMontrees(
      ligne({
        norme_creation: 10,
        norme_creation_motif: '10 au lieu de 12 : option TC et FC',
        norme_creation_alt: 5,
        norme_creation_alt_motif: 'norme unique : le texte ne prévoit pas de réduction',
      }),
    );
    expect(montrees).toEqual([
      { mode: 'PE', valeur: 10, motif: 'au lieu de 12 : option TC et FC' },
      { mode: 'ALT seule', valeur: 5, motif: 'norme unique' },
    ]);
  });

  test('un silence du texte se dit, une dispense aussi, une seule fois', () => {
    const absentes = { norme_creation: null, norme_creation_alt: null };
    const silence = { norme_creation_regle: null, norme_creation_alt_regle: null };
    const motif = 'option sans norme';
    const motifs = { norme_creation_motif: motif, norme_creation_alt_motif: motif };
    expect(normesMontrees(ligne({ ...absentes, ...motifs }))).toEqual([
      { mode: '', valeur: null, motif },
    ]);
    expect(normesMontrees(ligne({ ...absentes, ...motifs, ...silence }))[0]?.motif).toBe(
      'non prévu : option sans norme',
    );
  });

  test('une option d’un seul mode n’a qu’une norme, sans nom de mode', () => {
    const montrees = normesMontrees(
      ligne({ norme_creation_alt: null, norme_creation_alt_motif: null }),
    );
    expect(montrees.map(({ mode, valeur }) => [mode, valeur])).toEqual([['', 12]]);
  });
});

describe('les choix', () => {
  const zones = ['1', '4', '6'];

  test('cocher puis décocher revient au départ ; l’ordre reste celui des valeurs', () => {
    const six = basculerFacette(SELECTION_VIDE, 'zone', '6', zones);
    const deux = basculerFacette(six, 'zone', '1', zones);
    expect(deux.facettes.zone).toEqual(['1', '6']);
    expect(basculerFacette(basculerFacette(deux, 'zone', '1', zones), 'zone', '6', zones)).toEqual(
      SELECTION_VIDE,
    );
  });

  test('un choix ramène à la première page ; tout effacer garde le tri', () => {
    const choix = basculerFacette(
      { ...SELECTION_VIDE, page: 4, q: 'bois', tri: [{ cle: 'eleves', descendant: true }] },
      'zone',
      '4',
      zones,
    );
    expect([choix.page, estFiltree(choix)]).toEqual([1, true]);
    expect([effacer(choix).tri, estFiltree(effacer(choix))]).toEqual([choix.tri, false]);
  });

  test('un clic trie, un second inverse, un troisième n’y touche plus', () => {
    const un = basculerTri([], 'eleves', false);
    const deux = basculerTri(un, 'eleves', false);
    expect(un).toEqual([{ cle: 'eleves', descendant: true }]);
    expect(deux).toEqual([{ cle: 'eleves', descendant: false }]);
    expect(basculerTri(deux, 'eleves', false)).toEqual([]);
    expect(basculerTri(un, 'code', true).map(({ cle }) => cle)).toEqual(['eleves', 'code']);
    expect(basculerTri(un, 'code', false).map(({ cle }) => cle)).toEqual(['code']);
  });
});

test('chaque valeur a un nom', () => {
  const noms = { zone: { 4: 'Liège' }, secteur: { 2: 'Industrie' }, groupe: { 21: 'Électricité' } };
  expect(libelle('zone', '4', noms)).toBe('Liège');
  expect(libelle('groupe', '21', noms)).toBe('21 Électricité');
  expect(libelle('annees', '4-5-6', noms)).toBe('4e-5e-6e');
  expect(libelle('forme', 'non-precise', noms)).toBe('Non précisé par les textes');
  expect(libelleCourt('besoin', 'tc-fc', noms)).toBe('TC-FC');
});
