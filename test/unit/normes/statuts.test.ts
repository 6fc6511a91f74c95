import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EN_CREATION,
  EN_ORDRE,
  type Etat,
  type Evenement,
  possibilites,
  type Statut,
  suivant,
  suivantDuDegre,
} from '../../../src/domain/normes/statuts.ts';
import { possibilitesMaintien, transitions } from './exemples.ts';

function apres(depart: Etat, ...evenements: readonly Evenement[]): readonly Statut[] {
  let etat = depart;
  return evenements.map((evenement) => {
    etat = suivant(transitions, etat, evenement).etat;
    return etat.statut;
  });
}

const choix = (statut: Statut) =>
  possibilites(possibilitesMaintien, statut).map((p) => p.possibilite);

describe('les sept situations (001 l.2413-2419)', () => {
  test('1re, l.2413 : M1, puis norme atteinte : aucune condition', () => {
    expect(apres(EN_ORDRE, 'non_atteinte', 'atteinte')).toEqual(['M1', 'atteinte']);
    expect(choix('atteinte')).toContain('poursuite');
  });

  test('2e, l.2414 : M1, M2 : fermeture, recréation ou dérogation', () => {
    expect(apres(EN_ORDRE, 'non_atteinte', 'non_atteinte')).toEqual(['M1', 'M2']);
    expect(choix('M2')).toEqual(['fermeture', 'recreation', 'derogation']);
  });

  test('3e, l.2415 : M1, S1 : S2, ou réorganisation qui garde M1', () => {
    expect(apres(EN_ORDRE, 'non_atteinte', 'suspendue')).toEqual(['M1', 'S1']);
    expect(choix('S1')).toEqual(['suspension', 'reorganisation']);
    expect(apres(EN_ORDRE, 'non_atteinte', 'suspendue', 'suspendue')).toEqual(['M1', 'S1', 'S2']);
    const garde = suivant(transitions, { statut: 'M1', acquis: 'M1' }, 'suspendue').etat;
    expect(garde).toEqual({ statut: 'S1', acquis: 'M1' });
  });

  test('4e, l.2416 : norme atteinte, puis M1 : poursuite sans condition ou S1', () => {
    expect(apres(EN_ORDRE, 'atteinte', 'non_atteinte')).toEqual(['atteinte', 'M1']);
    expect(choix('M1')).toEqual(['poursuite', 'suspension']);
  });

  test('5e, l.2417 : S1, S2 : fermeture, ou réorganisation qui garde le statut', () => {
    expect(apres(EN_ORDRE, 'suspendue', 'suspendue', 'suspendue')).toEqual(['S1', 'S2', 'fermee']);
    expect(choix('S2')).toEqual(['fermeture', 'reorganisation']);
    expect(apres(EN_ORDRE, 'suspendue', 'suspendue', 'non_atteinte').at(-1)).toBe('M1');
    const m1: Etat = { statut: 'M1', acquis: 'M1' };
    expect(apres(m1, 'suspendue', 'suspendue', 'non_atteinte').at(-1)).toBe('M2');
  });

  test('6e, l.2418 : M1, S1, réorganisée et norme atteinte : poursuite', () => {
    const annees = apres(EN_ORDRE, 'non_atteinte', 'suspendue', 'atteinte');
    expect(annees).toEqual(['M1', 'S1', 'atteinte']);
  });

  test('7e, l.2419 : M1, S1, réorganisée sous la norme : M2, trois possibilités', () => {
    const annees = apres(EN_ORDRE, 'non_atteinte', 'suspendue', 'non_atteinte');
    expect(annees).toEqual(['M1', 'S1', 'M2']);
    expect(choix('M2')).toHaveLength(3);
  });
});

describe('modalités d’application', () => {
  test('l.2431 : la norme attend que le degré soit complet', () => {
    expect(apres(EN_CREATION, 'non_controlee', 'non_controlee', 'non_atteinte')).toEqual([
      'creation',
      'creation',
      'M1',
    ]);
  });

  test('l.2433 : une suspension hors M1', () => {
    expect(apres(EN_ORDRE, 'suspendue', 'atteinte')).toEqual(['S1', 'atteinte']);
  });

  test('l.2446 : M2 ou dérogation non organisée : fermée, non suspendue', () => {
    expect(apres({ statut: 'M2', acquis: 'M1' }, 'suspendue')).toEqual(['fermee']);
    expect(apres({ statut: 'derogation', acquis: 'M1' }, 'suspendue')).toEqual(['fermee']);
    expect(choix('derogation')).not.toContain('suspension');
  });

  test('l.2427, 2447 : un degré ne se suspend pas, il se ferme', () => {
    const passage = suivantDuDegre(transitions, { statut: 'M2', acquis: 'M1' }, 'suspendue');
    expect(passage.etat.statut).toBe('fermee');
  });

  test('l.2414 : fermée, elle ne revient que par une programmation', () => {
    expect(apres({ statut: 'fermee', acquis: 'atteinte' }, 'atteinte', 'recreee')).toEqual([
      'fermee',
      'creation',
    ]);
  });
});

const EVENEMENTS: readonly Evenement[] = [
  'atteinte',
  'non_atteinte',
  'suspendue',
  'recreee',
  'fermee',
];
const GRAVITE: Readonly<Record<Statut, number>> = {
  creation: 0,
  atteinte: 0,
  S1: 1,
  S2: 1,
  M1: 2,
  M2: 3,
  derogation: 4,
  fermee: 5,
};

describe('propriétés', () => {
  test('chaque état que l’on peut atteindre a une suite et des possibilités', () => {
    const suites = fc.array(fc.constantFrom(...EVENEMENTS), { maxLength: 8 });
    fc.assert(
      fc.property(suites, fc.constantFrom(EN_ORDRE, EN_CREATION), (suite, depart) => {
        let etat: Etat = depart;
        for (const evenement of suite) {
          const passage = suivant(transitions, etat, evenement);
          expect(passage.reference).not.toBe('');
          expect(choix(passage.etat.statut).length).toBeGreaterThan(0);
          etat = passage.etat;
        }
      }),
    );
  });

  test('plus d’élèves n’aggrave jamais un statut', () => {
    const annee = fc.record({
      suspendue: fc.boolean(),
      eleves: fc.nat(12),
      enPlus: fc.nat(6),
      norme: fc.constantFrom(4, 6, 12),
    });
    fc.assert(
      fc.property(fc.array(annee, { maxLength: 8 }), (annees) => {
        const suite = (enPlus: boolean) =>
          annees.map((a): Evenement => {
            if (a.suspendue) return 'suspendue';
            return a.eleves + (enPlus ? a.enPlus : 0) >= a.norme ? 'atteinte' : 'non_atteinte';
          });
        const moins = apres(EN_ORDRE, ...suite(false));
        const plus = apres(EN_ORDRE, ...suite(true));
        plus.forEach((statut, i) => {
          expect(GRAVITE[statut]).toBeLessThanOrEqual(GRAVITE[moins[i] ?? 'fermee']);
        });
      }),
    );
  });
});
