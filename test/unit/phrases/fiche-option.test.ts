import { describe, expect, test } from 'vitest';
import {
  constatBesoin,
  constatLignee,
  constatNorme,
  constatSerie,
  constatZones,
  motifSansValeur,
} from '../../../src/phrases/fiche-option.ts';
import type { NormeDOption } from '../../../src/query/fiche-option.ts';
import type { OptionDeZone } from '../../../src/query/options-par-zone.ts';

const zones = ['Bruxelles', 'Liège', 'Namur', 'Verviers'].map((nom, i) => ({
  zone: i + 1,
  nom,
  slug: nom.toLowerCase(),
}));
const ligne = (zone: number, suite: Partial<OptionDeZone>): OptionDeZone => ({
  code_obg: '2115',
  zone,
  intitule: 'Option',
  secteur: 2,
  groupe: 21,
  organisable: true,
  remplacee: false,
  sous_ancien_code: 0,
  anciens: null,
  occurrences_avant: 0,
  norme_creation: null,
  norme_creation_alt: null,
  occurrences: 0,
  confessionnel: 0,
  eleves: 0,
  masques: 0,
  tc: false,
  fc: false,
  tc_fc: false,
  ...suite,
});
const norme = (zone: number, suite: Partial<NormeDOption>): NormeDOption => ({
  code: '2115',
  zone,
  mode: 'PE',
  groupement: 'seule',
  genre: 'valeur',
  valeur: 12,
  motif: 'ni TC ni FC : norme générale',
  reference: 'circulaire 9146, § 6',
  ...suite,
});
const an = (annee: string, occurrences: number, eleves: number) => ({
  annee,
  occurrences,
  eleves,
  masques: 0,
});
const ANNEES = ['2022-2023', '2023-2024'];

describe('où une option est organisée', () => {
  const dans = (...oui: number[]) =>
    constatZones(
      zones.map(({ zone }) => ligne(zone, { occurrences: oui.includes(zone) ? 2 : 0 })),
      zones,
    );
  test.each([
    [[], 'Aucune zone ne l’organise.'],
    [[2], 'Elle est organisée dans 1\u00a0zone sur 4 : Liège.'],
    [[1, 2, 4], 'Elle est organisée dans 3\u00a0zones sur 4 ; manque Namur.'],
    [[1, 2, 3, 4], 'Les 4 zones l’organisent.'],
  ])('%j', (oui, phrase) => expect(dans(...oui)).toBe(phrase));
});

describe('le nombre d’élèves pour l’ouvrir', () => {
  const avec = (suite: (zone: number) => Partial<NormeDOption>) =>
    constatNorme(
      zones.map(({ zone }) => norme(zone, suite(zone))),
      'PE',
      zones,
    );

  test('le même partout', () => {
    expect(avec(() => ({}))).toBe(
      'Pour l’ouvrir en plein exercice, il faut 12\u00a0élèves dans toutes les zones.',
    );
  });

  test('réduit dans une partie des zones', () => {
    expect(avec((zone) => ({ valeur: zone < 3 ? 10 : 12 }))).toBe(
      'Pour l’ouvrir en plein exercice, il faut 10\u00a0élèves dans 2\u00a0zones ' +
        '(Bruxelles et Liège) et 12 dans les 2 autres.',
    );
  });

  test('sans norme, ou norme que le texte ne prévoit pas', () => {
    expect(avec(() => ({ genre: 'sans_norme', valeur: null }))).toBe(
      'Elle n’a pas de norme de création en plein exercice.',
    );
    expect(avec(() => ({ genre: 'non_prevu', valeur: null, motif: 'le texte se tait' }))).toBe(
      'Sa norme de création en plein exercice n’est pas prévue : le texte se tait.',
    );
    expect(constatNorme([], 'ALT', zones)).toBeNull();
  });
});

test('le besoin, zone par zone', () => {
  const lignes = [
    ligne(1, { tc: true, fc: true, tc_fc: true }),
    ligne(2, { tc: true }),
    ligne(3, { fc: true }),
    ligne(4, {}),
  ];
  expect(constatBesoin(lignes, zones)).toBe(
    'Elle est TC-FC dans 1\u00a0zone (Bruxelles) ; TC sans être FC dans 1\u00a0zone (Liège) ; ' +
      'FC sans être TC dans 1\u00a0zone (Namur).',
  );
  expect(constatBesoin([ligne(1, {})], zones)).toBe('Elle n’est ni TC ni FC, dans aucune zone.');
});

test('une lignée : l’option seule, avec ses anciens codes, ou pas encore ouverte', () => {
  const [avant, apres] = [an('2022-2023', 4, 60), an('2023-2024', 3, 45)];
  const lignee = { propre: [apres], entiere: [avant, apres], anciens: ['2112'] };
  expect(constatLignee(lignee, ANNEES)).toMatch(/elles étaient 4 en 2022-2023, anciens codes com/);
  expect(constatLignee({ ...lignee, propre: [] }, ANNEES)).toBe(
    'cette option n’a pas encore d’élèves ; 3\u00a0implantations organisent celle qu’elle ' +
      'remplace, 2112, pour 45\u00a0élèves en 2023-2024.',
  );
  expect(constatLignee({ propre: [], entiere: [], anciens: [] }, ANNEES)).toBe(
    'cette option n’est organisée nulle part depuis 2022-2023.',
  );
});

test('une série de plusieurs codes, ou d’un ancien seulement', () => {
  const passages = ['2112', '2113'].map((ancien) => ({ ancien, depuis: '2018-2019' }));
  expect(constatSerie(['2112', '2113', '2115'], '2115', passages)).toBe(
    'Une seule série pour 2112, 2113 et 2115 : 2115 remplace 2112 et 2113 depuis 2018-2019.',
  );
  expect(constatSerie(['2112'], '2115', passages)).toBe(
    'Élèves comptés sous l’ancien code : 2115 remplace 2112 depuis 2018-2019.',
  );
});

test('des codes remplacés à des dates différentes gardent chacun la leur', () => {
  const passages = [
    { ancien: '3003', depuis: '2019-2020' },
    { ancien: '3302', depuis: '2018-2019' },
  ];
  expect(constatSerie(['3003', '3302', '3311'], '3311', passages)).toBe(
    'Une seule série pour 3003, 3302 et 3311 : 3311 remplace 3003 depuis 2019-2020 et 3302 depuis 2018-2019.',
  );
});

test('une option transformée est organisée sous son ancien code, et la phrase le dit', () => {
  const dans = (...oui: Partial<OptionDeZone>[]) =>
    constatZones(
      zones.map(({ zone }, i) => ligne(zone, oui[i] ?? {})),
      zones,
    );
  const ancienne = { occurrences: 2, sous_ancien_code: 2, anciens: '2410' };
  expect(dans(ancienne, ancienne)).toBe(
    'Elle est organisée dans 2\u00a0zones sur 4 : Bruxelles et Liège. Partout sous l’ancien code 2410.',
  );
  expect(dans(ancienne)).toMatch(/: Bruxelles\. Elle l’est sous l’ancien code 2410\.$/);
  expect(dans(ancienne, { occurrences: 3, sous_ancien_code: 1, anciens: '2410' })).toMatch(
    /Liège\. Dans 1\u00a0zone \(Bruxelles\), elle ne l’est que sous l’ancien code 2410\.$/,
  );
});

test('le motif ne répète pas la valeur', () => {
  const motif = '10 au lieu de 12 : option TC et FC';
  expect(motifSansValeur(norme(1, { valeur: 10, motif }))).toBe('au lieu de 12 : option TC et FC');
  expect(motifSansValeur(norme(1, {}))).toBe('ni TC ni FC : norme générale');
});
