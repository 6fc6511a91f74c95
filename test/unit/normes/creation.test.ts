import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normeDeCreation, normesApplicables } from '../../../src/domain/normes/creation.ts';
import type { Groupement, ModeDeCreation } from '../../../src/domain/normes/types.ts';
import {
  article45,
  creation,
  creationEnVigueur,
  option,
  septiemePB,
  septiemePC,
  septiemeTQ,
  troisieme,
} from './exemples.ts';

type Ligne = readonly [
  source: string,
  option: ReturnType<typeof option>,
  mode: ModeDeCreation,
  groupement: Groupement,
  generale: number,
  tc: number,
  tcFc: number,
];

const quatrieme = option();

/** Circulaire 9146, § 6 : document et ligne, puis la norme hors TC, TC seule, TC et FC. */
const EDITION_2025: readonly Ligne[] = [
  ['000 l.656 3e P, PE', troisieme, 'PE', 'seule', 1, 1, 1],
  ['000 l.656 3e P, PE + ALT', troisieme, 'PE-ALT', 'seule', 1, 1, 1],
  ['000 l.656 3e TQ', { ...troisieme, forme: 'TQ' }, 'PE', 'seule', 1, 1, 1],
  ['000 l.656 3e AQ', { ...troisieme, forme: 'AQ' }, 'PE', 'seule', 1, 1, 1],
  ['000 l.657 4e au DQ, PE', quatrieme, 'PE', 'seule', 12, 12, 10],
  ['000 l.657 4e au DQ, PE + ALT', quatrieme, 'PE-ALT', 'seule', 12, 12, 10],
  ['000 l.553 option de 5e-6e', option({ annees: '5-6' }), 'PE', 'seule', 12, 12, 10],
  ['000 l.659 7e PB', septiemePB, 'PE', 'seule', 10, 8, 8],
  ['000 l.660 7e PB 1/3', septiemePB, 'PE', '1/3', 8, 6, 6],
  ['000 l.661 7e PB 2/3', septiemePB, 'PE-ALT', '2/3', 5, 4, 4],
  ['000 l.662 7e PB tous les cours', septiemePB, 'PE-ALT', 'toutes', 2, 1, 1],
  ['000 l.664 7e PC', septiemePC, 'PE', 'seule', 8, 8, 8],
  ['000 l.665 7e TQ', septiemeTQ, 'PE', 'seule', 10, 10, 10],
  ['000 l.666 7e TQ 1/3', septiemeTQ, 'PE', '1/3', 8, 8, 8],
  ['000 l.667 7e TQ 2/3', septiemeTQ, 'PE-ALT', '2/3', 5, 5, 5],
  ['000 l.668 7e TQ tous les cours', septiemeTQ, 'PE', 'toutes', 2, 2, 2],
  ['000 l.673 4e au DQ, ALT', quatrieme, 'ALT', 'seule', 8, 6, 6],
  ['000 l.675 7e PB, ALT', septiemePB, 'ALT', 'seule', 5, 5, 5],
  ['000 l.675 7e TQ, ALT', septiemeTQ, 'ALT', 'seule', 5, 5, 5],
  ['000 l.676 7e PB, ALT 1/3', septiemePB, 'ALT', '1/3', 3, 3, 3],
  ['000 l.676 7e TQ, ALT 1/3', septiemeTQ, 'ALT', '1/3', 3, 3, 3],
  ['000 l.677 7e PB, ALT tous les cours', septiemePB, 'ALT', 'toutes', 1, 1, 1],
  ['000 l.677 7e TQ, ALT tous les cours', septiemeTQ, 'ALT', 'toutes', 1, 1, 1],
];

const cinquieme = option({ degre: 'D3', annees: '5-6' });
const cinquiemeTQ = { ...cinquieme, forme: 'TQ' };

/** Circulaire 7282, VI.III : les normes préférentielles de la 7e PB sont imprimées une ligne trop
 * bas (l.1798-1801). */
const EDITION_2019: readonly Ligne[] = [
  ['001 l.1768 2e degré, ALT', troisieme, 'ALT', 'seule', 10, 10, 10],
  ['001 l.1770-1771 3e degré, ALT', cinquieme, 'ALT', 'seule', 6, 5, 5],
  ['001 l.1773 7e PB, ALT', septiemePB, 'ALT', 'seule', 5, 5, 5],
  ['001 l.1774 7e TQ, ALT 1/3', septiemeTQ, 'ALT', '1/3', 3, 3, 3],
  ['001 l.1775 7e PB, ALT tous les cours', septiemePB, 'ALT', 'toutes', 1, 1, 1],
  ['001 l.1788 3e P', troisieme, 'PE-ALT', 'seule', 12, 12, 12],
  ['001 l.1790, 1792 5e TQ', cinquiemeTQ, 'PE-ALT', 'seule', 10, 8, 8],
  ['001 l.1791, 1793 5e P', cinquieme, 'PE-ALT', 'seule', 10, 8, 8],
  ['001 l.1794, 1798 7e PB', septiemePB, 'PE-ALT', 'seule', 10, 8, 8],
  ['001 l.1795, 1799 7e PB 1/3', septiemePB, 'PE-ALT', '1/3', 8, 6, 6],
  ['001 l.1796, 1800 7e PB 2/3', septiemePB, 'PE-ALT', '2/3', 5, 4, 4],
  ['001 l.1797, 1801 7e PB tous les cours', septiemePB, 'PE-ALT', 'toutes', 2, 1, 1],
  ['001 l.1802 7e TQ', septiemeTQ, 'PE-ALT', 'seule', 10, 10, 10],
  ['001 l.1803 7e TQ 1/3', septiemeTQ, 'PE-ALT', '1/3', 8, 8, 8],
  ['001 l.1804 7e TQ 2/3', septiemeTQ, 'PE-ALT', '2/3', 5, 5, 5],
  ['001 l.1805 7e TQ tous les cours', septiemeTQ, 'PE-ALT', 'toutes', 2, 2, 2],
  ['001 l.1643 PE et ALT additionnés', cinquieme, 'PE', 'seule', 10, 8, 8],
  ['001 l.1822 CPU 4-5-6, PE', quatrieme, 'PE', 'seule', 12, 12, 12],
  ['001 l.1822 CPU 4-5-6, ALT', quatrieme, 'ALT', 'seule', 10, 10, 10],
  ['001 l.1823 CPU, PE puis ALT', quatrieme, 'PE-puis-ALT', 'seule', 12, 12, 12],
];

const CPU_2018: readonly Ligne[] = [
  ['002 l.188 CPU, PE', quatrieme, 'PE', 'seule', 12, 12, 12],
  ['002 l.188 CPU, ALT', quatrieme, 'ALT', 'seule', 10, 10, 10],
  ['002 l.190 CPU, PE puis ALT', quatrieme, 'PE-puis-ALT', 'seule', 12, 12, 12],
];

const CPU_2020: readonly Ligne[] = [
  ['002 l.192 CPU, PE', quatrieme, 'PE-ALT', 'seule', 12, 10, 10],
  ['002 l.192 CPU, ALT', quatrieme, 'ALT', 'seule', 10, 8, 8],
  ['002 l.192 CPU, PE puis ALT', quatrieme, 'PE-puis-ALT', 'seule', 12, 10, 10],
];

const EDITIONS: readonly (readonly [string, readonly Ligne[]])[] = [
  ['2025-26', EDITION_2025],
  ['2019-20', EDITION_2019],
  ['2018-19', CPU_2018],
  ['2020-21', CPU_2020],
];

describe.each(EDITIONS)('édition %s', (edition, lignes) => {
  test.each(lignes)('%s', (_source, opt, mode, groupement, generale, tc, tcFc) => {
    const valeur = (besoin: { tc: boolean; fc: boolean }) => {
      const norme = normeDeCreation(creation, opt, { ...besoin, mode, groupement, edition });
      return norme.genre === 'valeur' ? norme.valeur : norme.motif;
    };
    expect(valeur({ tc: false, fc: false })).toBe(generale);
    expect(valeur({ tc: false, fc: true })).toBe(generale);
    expect(valeur({ tc: true, fc: false })).toBe(tc);
    expect(valeur({ tc: true, fc: true })).toBe(tcFc);
  });
});

type Cas = Parameters<typeof normeDeCreation>[2];
const enPE: Cas = { tc: false, fc: false, mode: 'PE', groupement: 'seule' };
const reglesPour = (edition?: string) => (edition === undefined ? creationEnVigueur : creation);
const reponse = (opt: ReturnType<typeof option>, cas: Partial<Cas> = {}) =>
  normeDeCreation(reglesPour(cas.edition), opt, { ...enPE, ...cas });

describe('motifs', () => {
  test.each<readonly [string, ReturnType<typeof option>, Partial<Cas>, string]>([
    ['000 l.657', quatrieme, { tc: true, fc: true }, '10 au lieu de 12 : option TC et FC'],
    ['000 l.651', quatrieme, { tc: true }, 'TC seule : pas de réduction en 4e, il faut TC et FC'],
    ['000 l.651', quatrieme, { fc: true }, 'FC seule : pas de réduction en 4e, il faut TC et FC'],
    ['000 l.657', quatrieme, {}, 'ni TC ni FC : norme générale'],
    ['000 l.673', quatrieme, { mode: 'ALT', tc: true }, '6 au lieu de 8 : option TC'],
    ['000 l.673', quatrieme, { mode: 'ALT', fc: true }, 'FC sans TC : norme générale'],
    [
      '000 l.658',
      septiemePB,
      { avisCges: true },
      '8 au lieu de 10 : avis du CGES pour compléter une offre de formation',
    ],
    [
      '000 l.658',
      septiemePB,
      {},
      'option hors TC : norme générale ; 8 sur avis du CGES pour compléter une offre de formation',
    ],
    ['000 l.658', septiemePB, { avisCges: false }, 'option hors TC : norme générale'],
    ['000 l.665', septiemeTQ, { tc: true }, 'norme unique : le texte ne prévoit pas de réduction'],
  ])('%s %#', (_source, opt, cas, motif) => {
    expect(reponse(opt, cas)).toMatchObject({ genre: 'valeur', motif });
  });

  test('001 l.1807 : 60 % de la norme avec un incitant IPIEQ', () => {
    const cas = { edition: '2019-20', incitantIpieq: true };
    expect(reponse(cinquieme, cas)).toMatchObject({ valeur: 6 });
    expect(reponse(troisieme, cas)).toMatchObject({ valeur: 8 });
    expect(reponse(quatrieme, { incitantIpieq: true })).toMatchObject({ valeur: 12 });
  });
});

describe('sans norme', () => {
  const puericulteur = option({ ...septiemePB, code_obg: '8213', sans_norme: true });

  test.each([
    ['000 l.679', article45, '2025-26'],
    ['001 l.1759', article45, '2019-20'],
    ['001 l.1685, 2206', puericulteur, '2025-26'],
    ['001 l.1685, 2206', puericulteur, '2019-20'],
  ] as const)('%s', (_source, opt, edition) => {
    expect(reponse(opt, { edition }).genre).toBe('sans_norme');
  });
});

describe('non prévu par le texte', () => {
  test.each<readonly [string, ReturnType<typeof option>, Partial<Cas>, string]>([
    ['3e en ALT', troisieme, { mode: 'ALT' }, '3e P en alternance seule'],
    ['7e PC en ALT', septiemePC, { mode: 'ALT' }, '7e PC en alternance seule'],
    ['7e PC groupée', septiemePC, { groupement: '1/3' }, 'un tiers des cours groupés'],
    ['2/3 en ALT', septiemePB, { mode: 'ALT', groupement: '2/3' }, 'deux tiers'],
    ['8217', option({ annees: '4-5-6-7' }), {}, '4-5-6-7 P en plein exercice'],
    ['2219, 4133', option({ annees: '7' }), {}, 'type B ou C'],
    ['000 l.537', option({ statut: 'non_programmable' }), {}, 'non programmable (NP)'],
    ['001 l.1365 éteinte', option({ statut: 'extinction' }), {}, 'éteinte'],
    ['000 l.528', option({ regime: 'urgence', filiere: null }), {}, 'périmètre'],
    ['groupement d’une 4e', quatrieme, { groupement: '1/3' }, 'que pour les 7es années'],
    ['ALT d’une option PE', option({ filiere: 'PE' }), { mode: 'ALT' }, 'sans rien dire'],
    ['édition inconnue', quatrieme, { edition: '1900-01' }, 'aucune règle'],
  ])('%s', (_source, opt, cas, motif) => {
    const norme = reponse(opt, cas);
    expect(norme.genre).toBe('non_prevu');
    expect(norme.motif).toContain(motif);
  });
});

const options = fc.record({
  code_obg: fc.constant('2115'),
  regime: fc.constantFrom('art49', 'art45', 'urgence'),
  degre: fc.constantFrom('D2', 'DQ', 'D2-DQ', 'D3', null),
  forme: fc.constantFrom('P', 'TQ', 'AQ', null),
  annees: fc.constantFrom('3', '4-5-6', '4-5-6-7', '5-6', '6', '7', '3-4-5-6', null),
  type_7e: fc.constantFrom('PB', 'TQ', 'PC', null),
  filiere: fc.constantFrom('PE', 'ALT', 'PE-ALT', 'art45', null),
  sans_norme: fc.boolean(),
  statut: fc.constantFrom('organisable', 'transformee', 'creee', 'non_programmable', 'extinction'),
});
const editions = fc.constantFrom(undefined, '2025-26', '2019-20', '2018-19', '2020-21', '1900');

describe('propriétés', () => {
  test('la norme préférentielle ne dépasse jamais la générale', () => {
    for (const regle of creation) {
      if (regle.preferentielle === null || regle.generale === null) continue;
      expect(regle.preferentielle, regle.regle).toBeLessThanOrEqual(regle.generale);
    }
  });

  test('chaque cas reçoit exactement une réponse, justifiée et référencée', () => {
    fc.assert(
      fc.property(options, fc.boolean(), fc.boolean(), editions, (opt, tc, fcr, edition) => {
        const normes = normesApplicables(reglesPour(edition), opt, { tc, fc: fcr, edition });
        const cas = normes.map((n) => `${n.mode} ${n.groupement}`);
        expect(new Set(cas).size).toBe(cas.length);
        expect(normes.length).toBeGreaterThan(0);
        for (const { norme } of normes) {
          expect(norme.motif).not.toBe('');
          if (edition !== '1900') expect(norme.reference).not.toBe('');
          if (norme.genre === 'valeur') expect(norme.valeur).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('un besoin de plus n’augmente jamais la norme', () => {
    fc.assert(
      fc.property(options, fc.boolean(), editions, (opt, fcr, edition) => {
        const sans = normesApplicables(reglesPour(edition), opt, { tc: false, fc: fcr, edition });
        const avec = normesApplicables(reglesPour(edition), opt, { tc: true, fc: fcr, edition });
        sans.forEach(({ norme }, i) => {
          const autre = avec[i]?.norme;
          expect(autre?.genre).toBe(norme.genre);
          if (norme.genre === 'valeur' && autre?.genre === 'valeur') {
            expect(autre.valeur).toBeLessThanOrEqual(norme.valeur);
          }
        });
      }),
    );
  });

  test('chaque règle d’option de la table répond à au moins un cas', () => {
    const vues = new Set<string>();
    for (const [edition, lignes] of EDITIONS) {
      for (const [, opt, mode, groupement] of lignes) {
        const norme = reponse(opt, { mode, groupement, edition });
        if (norme.genre === 'valeur') vues.add(norme.regle);
      }
    }
    const attendues = creation.filter((r) => r.objet === 'option').map((r) => r.regle);
    expect([...vues].sort()).toEqual([...attendues].sort());
  });
});
