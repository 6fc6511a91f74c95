import { describe, expect, test } from 'vitest';
import { normeDeCreation } from '../../../src/domain/normes/creation.ts';
import { reglesDe, reglesEnVigueur } from '../../../src/domain/normes/edition.ts';
import { normeDeMaintien } from '../../../src/domain/normes/maintien.ts';
import { perimetreDe, type ReglePerimetre } from '../../../src/domain/normes/perimetre.ts';
import type { OptionNormee } from '../../../src/domain/normes/types.ts';
import { CAMPAGNE, creation, creationEnVigueur, densites, maintien } from './exemples.ts';
import { lire } from './lire.ts';

const options = lire<OptionNormee>('options', [], ['sans_norme', 'sous_reserve']);
const perimetres = lire<ReglePerimetre>('perimetre');
const une = (code: string): OptionNormee =>
  options.find(({ code_obg }) => code_obg === code) as OptionNormee;

const en2019 = (code: string) => {
  const norme = normeDeCreation(creation, une(code), {
    ...{ tc: false, fc: false, mode: 'PE-ALT', groupement: 'seule', edition: '2019-20' },
  } as const);
  return norme.genre === 'valeur' ? norme.valeur : norme.motif;
};

describe('le répertoire de 2019, sous les règles de 2019', () => {
  test.each<readonly [string, string, number | RegExp]>([
    ['circulaire 7282, VI.IV : 1109, en 5e-6e', '1109', 10],
    ['circulaire 7282, III.VII : 2115, option CPU, en 4e', '2115', 12],
    ['circulaire 7282, VI.IV, l.2105 : 8405, R et non NP', '8405', 10],
    ['circulaire 7282, VI.IV, l.2106 : 8109, NP', '8109', /non programmable/],
    ['circulaire 7282, VI.IV, l.2178 : 3225, dernière fois en 2016-2017', '3225', /éteinte/],
    ['circulaire 7282, III.VII, l.1390 : 3003, plus aucun nouvel élève', '3003', /éteinte/],
    ['circulaire 7282, III.VII, l.1365 : 1108, en 6e seulement', '1108', /éteinte/],
    ['circulaire 7282, VI.IV : 2409, organisable', '2409', 10],
    ['circulaire 9146, § 5.3 : 2903, créée depuis', '2903', /ne connaît pas/],
    ['circulaire 7282, VI.IV.2 : 3039, encore « en urgence »', '3039', /en urgence/],
  ])('%s', (_source, code, attendu) => {
    const dit = en2019(code);
    if (typeof attendu === 'number') expect(dit).toBe(attendu);
    else expect(dit).toMatch(attendu);
  });

  test('circulaire 7282, VII.II : 1109 se maintient en 5e, 2115 (CPU) en 4e', () => {
    const compte = (code: string) =>
      normeDeMaintien(maintien, densites, une(code), {
        mode: 'PE',
        groupement: 'seule',
        lieu: { densite: 'N', km: 1 },
        edition: '2019-20',
      }).compte;
    expect([compte('1109'), compte('2115')]).toEqual([[5], [4]]);
  });

  test.each([
    ['8405', 'a_programmer'],
    ['2409', 'a_programmer'],
    ['3225', 'non_programmable'],
    ['3003', 'non_programmable'],
    ['2903', 'hors_perimetre'],
  ])('périmètre de 2019 : %s, %s', (code, genre) => {
    expect(perimetreDe(reglesDe(perimetres, '2019-20'), une(code)).genre).toBe(genre);
  });
});

describe('la campagne 2025-2026', () => {
  const perimetre = reglesEnVigueur(perimetres, CAMPAGNE);

  test.each(['2409', '2410', '2634', '8010', '8216'])(
    'circulaire 9146, § 5.3 (l.569-571) : rien n’exclut %s, et notre lecture se dit',
    (code) => {
      const reponse = perimetreDe(perimetre, une(code));
      expect(reponse.genre).toBe('hors_perimetre');
      expect(reponse.motif).toContain('notre lecture');
      const norme = normeDeCreation(creationEnVigueur, une(code), {
        ...{ tc: true, fc: true, mode: 'PE', groupement: 'seule' },
      } as const);
      expect(norme).toMatchObject({ genre: 'non_prevu', reference: 'circulaire 9146, § 5.3' });
    },
  );

  test.each([
    ['001 l.1365, « uniquement en 6e »', '1108'],
    ['001 l.2178, remplacée par rien', '3225'],
    ['001 l.1938, supprimée', '9002'],
    ['001 l.1885', '3003'],
  ])('%s : l’extinction de %s est dans la circulaire 7282', (_source, code) => {
    const reponse = perimetreDe(perimetre, une(code));
    expect(reponse.genre).toBe('non_programmable');
    expect(reponse.reference).toContain('circulaire 7282');
    expect(reponse.motif).not.toContain('remplace');
  });
});
