import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLES_BESOIN, type CleBesoin, NON_CONNU } from '../../../src/domain/besoin.ts';
import {
  calculerNormes,
  ETAT_VIDE,
  ecrireEtatNormes,
  GROUPEMENTS,
  lireEtatNormes,
  MODES,
  normaliser,
} from '../../../src/domain/calculs/normes.ts';
import {
  ACQUIS,
  ANNEES_MAX,
  DEPARTS,
  EVENEMENTS,
  ecrireParcours,
  estSuspendue,
  lireParcours,
} from '../../../src/domain/calculs/parcours.ts';
import type { OptionCalculee, TablesDuCalcul } from '../../../src/domain/calculs/tables.ts';
import { creationEnVigueur, densites, maintien, option, septiemePB } from '../normes/exemples.ts';

const options: readonly OptionCalculee[] = [
  { ...option(), code_obg: '2115', intitule: 'Installateur', lieeACpu: false },
  { ...septiemePB, code_obg: '3137', intitule: 'Monteur', lieeACpu: false },
];
const tables: TablesDuCalcul = {
  options,
  creation: creationEnVigueur,
  maintien,
  densites,
  communes: [
    { commune: 'Andenne', zone: 6, densite: 'N', densiteSure: true },
    { commune: 'Doische', zone: 6, densite: 'R', densiteSure: true },
    { commune: 'Huy', zone: 3, densite: 'S', densiteSure: false },
    { commune: 'Ath', zone: 8, densite: null, densiteSure: null },
  ],
  besoins: [
    ...[1, 2, 3, 4].map((zone) => ({ code_obg: '', zone, tc: false, fc: false })),
    { code_obg: '', zone: 5, tc: null, fc: null },
    { code_obg: '', zone: 6, tc: false, fc: null },
    { code_obg: '2115', zone: 7, tc: true, fc: null },
    { code_obg: '2115', zone: 2, tc: true, fc: false },
    { code_obg: '2115', zone: 3, tc: false, fc: true },
    { code_obg: '2115', zone: 4, tc: true, fc: true },
  ],
};

const etats = fc.record({
  option: fc.constantFrom('', '2115', '3137'),
  zone: fc.option(fc.integer({ min: 1, max: 10 })),
  besoin: fc.constantFrom<CleBesoin>(...CLES_BESOIN, NON_CONNU),
  mode: fc.constantFrom(...MODES),
  groupement: fc.constantFrom(...GROUPEMENTS),
  avisCges: fc.boolean(),
  commune: fc.constantFrom('', 'Andenne', 'Huy'),
  densite: fc.constantFrom('R', 'S', 'N', null),
  km: fc.option(fc.integer({ min: 0, max: 2000 }).map((n) => n / 10)),
});

describe('l’adresse d’un calcul', () => {
  test('porte l’état entier, quelle que soit l’adresse de départ', () => {
    fc.assert(
      fc.property(etats, etats, (brut, avant) => {
        const etat = normaliser(brut, options);
        const depuis = ecrireEtatNormes('?depart=M1', normaliser(avant, options));
        const adresse = ecrireEtatNormes(depuis, etat);
        expect(adresse).toContain('depart=M1');
        expect(lireEtatNormes(adresse, tables, 10)).toEqual({ etat, avis: [] });
      }),
    );
  });

  test('une valeur inconnue est ignorée, avec un avis', () => {
    const { etat, avis } = lireEtatNormes('?option=2116&zone=11&km=loin&filiere=XX', tables, 10);
    expect(etat).toEqual(ETAT_VIDE);
    expect(avis).toHaveLength(4);
    expect(avis.join(' ')).toContain('Vouliez-vous « 2115 » ?');
  });

  test('un parcours y tient aussi, même sans année', () => {
    const parcours = fc
      .record({
        depart: fc.constantFrom(...DEPARTS),
        acquis: fc.constantFrom(...ACQUIS, null),
        suite: fc.array(fc.constantFrom(...EVENEMENTS), { maxLength: ANNEES_MAX }),
      })
      .map((etat) => (estSuspendue(etat.depart) ? etat : { ...etat, acquis: null }));
    fc.assert(
      fc.property(parcours, (etat) => {
        expect(lireParcours(ecrireParcours('', etat))).toEqual({ etat, avis: [] });
      }),
    );
  });
});

describe('le calcul', () => {
  const norme = (zone: number | null, besoin: CleBesoin = NON_CONNU) => {
    const { creation: n } =
      calculerNormes(tables, { ...ETAT_VIDE, option: '2115', zone, besoin }) ?? {};
    if (n?.genre !== 'valeur') return n?.genre;
    return n.autreValeur === undefined ? n.valeur : `${n.autreValeur} ou ${n.valeur}`;
  };

  test('lit le besoin de la zone, ou celui que l’on dit', () => {
    expect([1, 2, 3, 4].map((zone) => norme(zone))).toEqual([12, 12, 12, 10]);
    expect(norme(null, 'tc-fc')).toBe(10);
    expect(norme(null, 'tc')).toBe(12);
    expect(norme(null, 'aucun')).toBe(12);
  });

  test('un besoin inconnu ne se lit pas « ni TC ni FC » (circulaire 9146, § 6, l. 644 et 651)', () => {
    expect([5, 6, 7, null].map((zone) => norme(zone))).toEqual([
      '10 ou 12',
      12,
      '10 ou 12',
      '10 ou 12',
    ]);
    const nonDit = calculerNormes(tables, { ...ETAT_VIDE, option: '2115' });
    expect(nonDit?.creation.motif).toContain('vous ne le dites pas');
  });

  test.each([
    ['ordinaire', 'Andenne', '12'],
    ['rurale', 'Doische', '9'],
    ['à vérifier : les deux', 'Huy', '9/12'],
    ['non connue : les deux', 'Ath', '9/12'],
  ])('la densité de la commune choisie, %s (001 l.1842-1844, 2459)', (_cas, commune, attendue) => {
    const etat = { ...ETAT_VIDE, option: '2115', commune, km: 10 };
    const norme = calculerNormes(tables, normaliser(etat, options))?.degre?.norme;
    const dite =
      norme?.genre === 'selon'
        ? norme.possibles.map(({ valeur }) => valeur).join('/')
        : norme?.genre === 'valeur' && String(norme.valeur);
    expect(dite).toBe(attendue);
  });

  test('répond pour les deux dernières éditions de maintien, et pour le degré', () => {
    const reponse = calculerNormes(tables, { ...ETAT_VIDE, option: '2115', km: 21 });
    expect(reponse?.maintien.map(({ edition }) => edition)).toEqual(['2025-26', '2019-20']);
    expect(reponse?.degre).toMatchObject({ annee: 5, norme: { valeur: 8 } });
    expect(calculerNormes(tables, { ...ETAT_VIDE, option: '3137' })?.degre).toBeNull();
    expect(calculerNormes(tables, ETAT_VIDE)).toBeNull();
  });
});
