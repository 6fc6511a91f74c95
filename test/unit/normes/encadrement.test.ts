import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accompagnement,
  tempsPleins,
  transfertMaximal,
} from '../../../src/domain/normes/accompagnement.ts';
import { chargeDeCoordination } from '../../../src/domain/normes/coordination.ts';
import {
  arrondiDuTexte,
  type Calcul,
  periodesProfesseurs,
  type RegleEncadrement,
} from '../../../src/domain/normes/encadrement.ts';
import { lire } from './lire.ts';

const regles = lire<RegleEncadrement>(
  'encadrement',
  ['rang_min', 'rang_max', 'taux', 'valeur'],
  ['arrondi'],
);
const valeur = (calcul: Calcul) => (calcul.genre === 'valeur' ? calcul.valeur : calcul.genre);

describe('périodes-professeurs, 2019-20', () => {
  test.each([
    ['001 l.2676 douze premiers', { obligation: 12 }, 31],
    ['001 l.2677 à partir du treizième', { obligation: 22 }, 31 + 18],
    ['001 l.2679 catégorie 3', { 'categorie-3': 10 }, 17],
    ['001 l.2680 catégorie 4', { 'categorie-4': 10 }, 9],
    ['001 l.2682 catégorie 5', { 'categorie-5': 10 }, 15],
    ['001 l.2683 catégorie 6', { 'categorie-6': 10 }, 8],
    ['001 l.2685 catégorie 7', { 'categorie-7': 10 }, 15],
    ['001 l.2686 catégorie 8', { 'categorie-8': 10 }, 8],
    ['001 l.2690 chaque terme arrondi', { 'categorie-3': 1, 'categorie-5': 1 }, 2 + 2],
    ['aucun élève', {}, 0],
  ])('%s', (_source, populations, attendu) => {
    expect(valeur(periodesProfesseurs(regles, '2019-20', populations))).toBe(attendu);
  });

  test.each([
    [3149, 31],
    [3150, 32],
    [3159, 32],
    [3100, 31],
  ])('001 l.2690 : %d centièmes donnent %d', (centiemes, attendu) => {
    expect(arrondiDuTexte(centiemes)).toBe(attendu);
  });
});

describe('accompagnement', () => {
  test.each([
    ['001 l.2578', '2019-20', { obligation: 20 }, 'ordinaire', 17],
    ['001 l.2585', '2019-20', { 'hors-obligation': 20 }, 'ordinaire', 10],
    ['001 l.2642 arrondi', '2019-20', { obligation: 10 }, 'ordinaire', 9],
    ['001 l.2627 spécialisé', '2019-20', { obligation: 20 }, 'specialise', 17],
    ['001 l.2628 spécialisé', '2019-20', { 'hors-obligation': 20 }, 'specialise', 10],
    ['003 l.112 spécialisé', '2009-10', { obligation: 3 }, 'specialise', 2.55],
    ['003 l.114 spécialisé', '2009-10', { 'hors-obligation': 3 }, 'specialise', 1.5],
    ['003 : rien pour l’ordinaire', '2009-10', { obligation: 3 }, 'ordinaire', 'non_prevu'],
    ['004 l.150 dix-neuf élèves', '1991', { obligation: 19 }, 'ordinaire', 0],
    ['004 l.150', '1991', { obligation: 20 }, 'ordinaire', 11],
    ['004 l.151', '1991', { obligation: 40 }, 'ordinaire', 22],
    ['004 l.152', '1991', { obligation: 70 }, 'ordinaire', 33],
    ['004 l.153 tranche incomplète', '1991', { obligation: 99 }, 'ordinaire', 33],
    ['004 l.153', '1991', { obligation: 100 }, 'ordinaire', 44],
    ['004 l.153', '1991', { obligation: 130 }, 'ordinaire', 55],
    ['004 : rien pour le spécialisé', '1991', { obligation: 30 }, 'specialise', 'non_prevu'],
  ] as const)('%s', (_source, edition, populations, pour, attendu) => {
    expect(valeur(accompagnement(regles, edition, populations, pour))).toBe(attendu);
  });

  test('001 l.2588, 2590, 2688 : division par 22, transfert de 10 %', () => {
    expect(tempsPleins(regles, '2019-20', 44)).toBe(2);
    expect(transfertMaximal(regles, '2019-20', 50)).toBe(5);
    expect(tempsPleins(regles, '1991', 44)).toBeNull();
  });
});

describe('coordination', () => {
  test.each([
    ['001 l.2532 moins de 24', 23, 0.25],
    ['001 l.2532 moins de 40', 24, 0.5],
    ['001 l.2532 moins de 40', 39, 0.5],
    ['001 l.2532 moins de 56', 40, 0.75],
    ['001 l.2532 moins de 56', 55, 0.75],
    ['001 l.2531 au moins 56', 56, 1],
    ['aucun élève', 0, 0],
  ])('%s', (_source, eleves, attendu) => {
    const calcul = chargeDeCoordination(regles, '2019-20', eleves);
    expect(valeur(calcul)).toBe(attendu);
    if (eleves > 0) expect(calcul.motif).toContain('36 périodes');
  });

  test('004 l.138 : en 1991 la charge partielle revient à l’Exécutif', () => {
    expect(valeur(chargeDeCoordination(regles, '1991', 30))).toBe('non_prevu');
  });
});

describe('1991', () => {
  test.each([
    ['004 l.142 douze élèves', 12, 31.2],
    ['004 l.144 à partir du treizième', 13, 33.4],
  ])('%s', (_source, tous, attendu) => {
    expect(valeur(periodesProfesseurs(regles, '1991', { tous }))).toBe(attendu);
  });
});

describe('propriétés', () => {
  const populations = fc.record({
    obligation: fc.nat(200),
    'hors-obligation': fc.nat(200),
    tous: fc.nat(200),
    'categorie-3': fc.nat(50),
    'categorie-8': fc.nat(50),
  });
  const editions = fc.constantFrom('1991', '2009-10', '2019-20');

  test('un élève de plus ne retire jamais de périodes', () => {
    fc.assert(
      fc.property(populations, editions, (pop, edition) => {
        const plus = { ...pop, obligation: pop.obligation + 1, tous: pop.tous + 1 };
        for (const calcul of [periodesProfesseurs, accompagnement]) {
          const avant = calcul(regles, edition, pop);
          const apres = calcul(regles, edition, plus);
          expect(apres.genre).toBe(avant.genre);
          if (avant.genre === 'valeur' && apres.genre === 'valeur') {
            expect(apres.valeur).toBeGreaterThanOrEqual(avant.valeur);
          }
        }
      }),
    );
  });

  test('une édition ne lit que ses règles', () => {
    fc.assert(
      fc.property(populations, editions, (pop, edition) => {
        const seules = regles.filter((r) => r.edition === edition);
        expect(periodesProfesseurs(regles, edition, pop)).toEqual(
          periodesProfesseurs(seules, edition, pop),
        );
      }),
    );
  });
});
