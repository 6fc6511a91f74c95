import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Eloignement } from '../../../src/domain/normes/distance.ts';
import {
  effectifCompte,
  effectifDuDegre,
  elevesManquants,
} from '../../../src/domain/normes/effectif.ts';
import { bornesDeNorme, normeDeMaintien } from '../../../src/domain/normes/maintien.ts';
import { normeDeMaintienDuDegre } from '../../../src/domain/normes/maintien-degre.ts';
import type { Groupement, ModeDeCreation, Norme } from '../../../src/domain/normes/types.ts';
import {
  article45,
  densites,
  LIEU_INCONNU,
  maintien,
  option,
  septiemePB,
  septiemePC,
  septiemeTQ,
  troisieme,
} from './exemples.ts';

/** Règle générale ; même caractère à plus de 8 ou 12 km ; à plus de 20 km ; rural. */
const LIEUX: readonly Eloignement[] = [
  { densite: 'N', km: 12 },
  { densite: 'S', km: 8.5 },
  { densite: 'N', km: 20.5 },
  { densite: 'R', km: 8 },
];

type Option = ReturnType<typeof option>;
const D3 = option({ degre: 'D3', annees: '5-6' });

function valeurs(
  opt: Option,
  mode: ModeDeCreation,
  groupement: Groupement = 'seule',
  edition = '2019-20',
): readonly (number | string)[] {
  return LIEUX.map((lieu) => {
    const n = normeDeMaintien(maintien, densites, opt, { mode, groupement, lieu, edition });
    return n.genre === 'valeur' ? n.valeur : n.genre;
  });
}

describe('norme de maintien du degré', () => {
  test.each([
    ['001 l.2336 2e degré P', 'D2', 'P', [25, 20, 15, 25]],
    ['001 l.2337 3e degré TQ', 'D3', 'TQ', [20, 15, 12, 20]],
    ['001 l.2338 3e degré P', 'D3', 'P', [20, 15, 12, 20]],
  ] as const)('%s', (_source, degre, forme, attendues) => {
    const lues = LIEUX.map((lieu) =>
      normeDeMaintienDuDegre(maintien, densites, { ...lieu, degre, forme, edition: '2019-20' }),
    );
    expect(lues.map((n) => n.genre === 'valeur' && n.valeur)).toEqual(attendues);
  });

  test('001 l.2336 : le 2e degré technique n’est pas dans le tableau', () => {
    const degre = { ...LIEU_INCONNU, degre: 'D2', forme: 'TQ', edition: '2019-20' } as const;
    expect(normeDeMaintienDuDegre(maintien, densites, degre).genre).toBe('non_prevu');
  });

  test('001 l.2333 : seuls les élèves du plein exercice comptent', () => {
    const lignes = [
      { annee_etude: 5, mode: 'PE', eleves: 14 },
      { annee_etude: 6, mode: 'ALT', eleves: 9 },
    ];
    expect(effectifDuDegre(lignes)).toBe(14);
  });
});

const MUET = ['non_prevu', 'non_prevu', 'non_prevu', 'non_prevu'];
const partout = (n: number) => [n, n, n, n];

describe('norme de maintien de l’option, 2019-20', () => {
  test.each<readonly [string, Option, ModeDeCreation, Groupement, readonly (number | string)[]]>([
    ['001 l.2370 D2 P, ALT', troisieme, 'ALT', 'seule', partout(12)],
    ['001 l.2370 D2 P', troisieme, 'PE-ALT', 'seule', [12, 9, 8, 9]],
    ['001 l.2371 D3 TQ, ALT', { ...D3, forme: 'TQ' }, 'ALT', 'seule', partout(4)],
    ['001 l.2371 D3 TQ', { ...D3, forme: 'TQ' }, 'PE-ALT', 'seule', [6, 4, 4, 4]],
    ['001 l.2372 D3 P, ALT', D3, 'ALT', 'seule', partout(4)],
    ['001 l.2372 D3 P', D3, 'PE', 'seule', [6, 4, 4, 4]],
    ['001 l.2373 7e TQ, ALT', septiemeTQ, 'ALT', 'seule', partout(4)],
    ['001 l.2373 7e TQ', septiemeTQ, 'PE-ALT', 'seule', [6, 4, 4, 4]],
    ['001 l.2374 7e TQ, ALT 1/3', septiemeTQ, 'ALT', '1/3', partout(3)],
    ['001 l.2374 « 1/3 au moins »', septiemeTQ, 'ALT', '2/3', partout(3)],
    ['001 l.2375 7e TQ, ALT, complet', septiemeTQ, 'ALT', 'toutes', partout(1)],
    ['001 l.2374 7e TQ, PE 1/3', septiemeTQ, 'PE', '1/3', MUET],
    ['001 l.2377 7e P, ALT', septiemePB, 'ALT', 'seule', partout(4)],
    ['001 l.2377 7e P de type C, ALT', septiemePC, 'ALT', 'seule', partout(4)],
    ['001 l.2378 7e P, ALT 1/3', septiemePB, 'ALT', '1/3', partout(3)],
    ['001 l.2379 7e P, ALT, complet', septiemePB, 'ALT', 'toutes', partout(1)],
    ['001 l.2377 7e P, PE : cellules vides', septiemePB, 'PE', 'seule', MUET],
    ['001 l.2390 CPU 4-5-6 P', option(), 'PE-ALT', 'seule', [6, 4, 4, 4]],
    ['001 l.2390 CPU 4-5-6 TQ', option({ forme: 'TQ' }), 'PE', 'seule', [6, 4, 4, 4]],
    ['001 l.2390 CPU 4-5-6 P, ALT', option(), 'ALT', 'seule', partout(4)],
    ['001 l.2390 CPU 4-5-6 TQ, ALT', option({ forme: 'TQ' }), 'ALT', 'seule', partout(4)],
    ['001 l.2392 PE puis ALT', option(), 'PE-puis-ALT', 'seule', [6, 4, 4, 4]],
    ['001 l.2368 AQ', option({ forme: 'AQ' }), 'PE', 'seule', MUET],
    ['001 l.2325 article 45', article45, 'ALT', 'seule', MUET],
  ])('%s', (_source, opt, mode, groupement, attendues) => {
    expect(valeurs(opt, mode, groupement)).toEqual(attendues);
  });

  test('001 l.2388 et 002 l.200 : moitié de la norme sur la 3e, arrondie vers le haut', () => {
    const moities = LIEUX.map((lieu) =>
      normeDeMaintien(maintien, densites, troisieme, {
        mode: 'PE',
        groupement: 'seule',
        lieu,
        lieeACpu: true,
        edition: '2019-20',
      }),
    );
    expect(moities.map((n) => n.genre === 'valeur' && n.valeur)).toEqual([6, 5, 4, 5]);
    expect(moities.map((n) => n.compte)).toEqual([[3], [3], [3], [3]]);
  });

  test.each<readonly [string, Eloignement, object]>([
    ['001 l.2372 rurale : 4 à toute distance', { densite: 'R', km: null }, { valeur: 4 }],
    ['001 l.2372 à 15 km, 4 partout', { densite: null, km: 15 }, { valeur: 4 }],
    [
      '001 l.2372 à 10 km, densité tue',
      { densite: null, km: 10 },
      { genre: 'selon', motif: '4 en commune rurale ou semi-rurale ; 6 sinon' },
    ],
    [
      '001 l.2372 semi-rurale, distance tue',
      { densite: 'S', km: null },
      { genre: 'selon', motif: '4 à plus de 8 km ; 6 sinon' },
    ],
  ])('%s', (_source, lieu, attendu) => {
    const contexte = { mode: 'PE', groupement: 'seule', lieu, edition: '2019-20' } as const;
    expect(normeDeMaintien(maintien, densites, D3, contexte)).toMatchObject(attendu);
  });

  test.each([
    ['001 l.2370 sur le degré', troisieme, [3, 4], [8, 12]],
    ['001 l.2372 en 5e', D3, [5], [4, 6]],
    ['001 l.2390 en 4e', option(), [4], [4, 6]],
    ['001 l.2373 en 7e', septiemeTQ, [7], [4, 6]],
  ] as const)('%s : années où compter, et entre quoi', (_source, opt, compte, bornes) => {
    const contexte = { mode: 'PE', groupement: 'seule', lieu: LIEU_INCONNU } as const;
    const norme = normeDeMaintien(maintien, densites, opt, { ...contexte, edition: '2019-20' });
    expect(norme.compte).toEqual(compte);
    expect(norme.genre).toBe('selon');
    expect(bornesDeNorme(norme)).toEqual(bornes);
  });

  test('001 l.2392 : les élèves de 4e en PE comptent seuls quand l’ALT ne vient qu’ensuite', () => {
    const lignes = [
      { annee_etude: 4, mode: 'PE', eleves: 5 },
      { annee_etude: 4, mode: 'ALT', eleves: 3 },
      { annee_etude: 5, mode: 'ALT', eleves: 9 },
    ];
    expect(effectifCompte(lignes, [4], 'PE-puis-ALT')).toBe(5);
    expect(effectifCompte(lignes, [4], 'PE-ALT')).toBe(8);
  });
});

describe('décret de 2009, art. 24', () => {
  test.each<readonly [string, Option, ModeDeCreation, Groupement, readonly (number | string)[]]>([
    ['003 l.148 D3 TQ', { ...D3, forme: 'TQ' }, 'ALT', 'seule', partout(4)],
    ['003 l.148 D3 P', D3, 'ALT', 'seule', partout(4)],
    ['003 l.148 7e TQ', septiemeTQ, 'ALT', 'seule', partout(4)],
    ['003 l.148 7e P', septiemePB, 'ALT', 'seule', partout(4)],
    ['003 l.148 trois élèves', septiemeTQ, 'ALT', '1/3', partout(3)],
    ['003 l.148 un élève', septiemePB, 'ALT', 'toutes', partout(1)],
    ['003 l.148 rien en PE', D3, 'PE', 'seule', MUET],
  ])('%s', (_source, opt, mode, groupement, attendues) => {
    expect(valeurs(opt, mode, groupement, '2009-10')).toEqual(attendues);
  });
});

describe('décret de 2023, d’après la presse', () => {
  const norme = (opt: Option, densite: 'N' | 'S' | 'R' | null, mode: ModeDeCreation = 'PE') =>
    normeDeMaintien(maintien, densites, opt, {
      mode,
      groupement: 'seule',
      lieu: { densite, km: null },
      edition: '2025-26',
    });

  test.each([
    ['N', 10],
    ['S', 9],
    ['R', 8],
  ] as const)('densité %s : %d', (densite, valeur) => {
    const lue = norme(option(), densite);
    expect(lue).toMatchObject({ genre: 'valeur', valeur, nature: 'presse, à confirmer' });
    expect(lue.reserves.join()).toContain('presse');
  });

  test('densité tue : les trois normes, chacune avec sa commune', () => {
    const lue = norme(option(), null);
    expect(lue).toMatchObject({
      genre: 'selon',
      motif: '8 en commune rurale ; 9 en commune semi-rurale ; 10 sinon',
    });
    expect(lue.reserves.join()).toContain('presse');
  });

  test('ni les 7es années ni l’alternance seule', () => {
    expect(norme(septiemeTQ, 'N').genre).toBe('non_prevu');
    expect(norme(option(), 'N', 'ALT').genre).toBe('non_prevu');
    expect(norme(article45, 'N', 'ALT').genre).toBe('non_prevu');
  });
});

describe('propriétés', () => {
  test('s’éloigner n’augmente jamais la norme', () => {
    const densite = fc.constantFrom('R', 'S', 'N', null);
    const annees = fc.constantFrom('3', '5-6', '4-5-6', '7');
    const km = fc.double({ min: 0, max: 40, noNaN: true });
    fc.assert(
      fc.property(densite, annees, km, km, (d, a, km1, km2) => {
        const [pres, loin] = [Math.min(km1, km2), Math.max(km1, km2)].map((k) => {
          const lieu = { densite: d, km: k } as Eloignement;
          return normeDeMaintien(maintien, densites, option({ annees: a }), {
            mode: 'PE',
            groupement: 'seule',
            lieu,
            edition: '2019-20',
          });
        });
        if (pres?.genre === 'valeur' && loin?.genre === 'valeur') {
          expect(loin.valeur).toBeLessThanOrEqual(pres.valeur);
        }
      }),
    );
  });

  test('chaque règle d’option de 2019 répond à au moins un cas', () => {
    const formes = ['P', 'TQ'];
    const cas = formes.flatMap((forme) => [
      { ...troisieme, forme },
      { ...D3, forme },
      option({ forme }),
      ...[septiemePB, septiemeTQ],
    ]);
    const vues = new Set<string>();
    for (const opt of cas) {
      for (const mode of ['PE', 'ALT'] as const) {
        for (const groupement of ['seule', '1/3', 'toutes'] as const) {
          for (const lieu of LIEUX) {
            const contexte = { mode, groupement, lieu, edition: '2019-20' };
            const n = normeDeMaintien(maintien, densites, opt, contexte);
            if (n.genre === 'valeur') vues.add(n.regle);
          }
        }
      }
    }
    const attendues = maintien.filter(
      (r) => ['option', 'ensemble'].includes(r.objet) && r.edition === '2019-20',
    );
    expect([...vues].sort()).toEqual(attendues.map((r) => r.regle).sort());
  });
});

describe('ce qui manque pour une norme', () => {
  const norme = (valeur: number) => ({ genre: 'valeur', valeur }) as unknown as Norme;

  test.each([
    [12, 11, 1, 1],
    [12, 12, 1, 0],
    [12, 13, 1, 0],
    [12, 23, 2, 1],
    [12, 24, 2, 0],
  ])('norme de %i, %i élèves sur %i site : %i', (valeur, eleves, sites, manque) => {
    expect(elevesManquants(norme(valeur), eleves, sites)).toBe(manque);
  });

  test('une norme sans nombre ne se manque ni ne s’atteint', () => {
    const sans = { genre: 'sans_norme', motif: '', reference: '' } as unknown as Norme;
    expect(elevesManquants(sans, 0)).toBeNull();
  });
});
