import { describe, expect, test } from 'vitest';
import { creerRecherche, type OptionCherchee } from '../../../src/domain/recherche/options.ts';
import { racine, radical } from '../../../src/domain/recherche/racine.ts';
import { surligner } from '../../../src/domain/recherche/surlignage.ts';

const option = (
  code: string,
  intitule: string,
  reste: Partial<OptionCherchee> = {},
): OptionCherchee => ({
  code,
  intitule,
  groupe: 'Hôtellerie',
  secteur: 'Alimentation',
  metiers: [],
  synonymes: [],
  anciens: [],
  ...reste,
});

const OPTIONS = [
  option('2105', 'Électricité', { groupe: 'Électricité', secteur: 'Industrie' }),
  option('2115', 'Installateur Électricien/Installatrice Électricienne', {
    groupe: 'Électricité',
    secteur: 'Industrie',
    anciens: [{ code: '2112', intitule: 'Électricien Installateur en résidentiel' }],
  }),
  option('2804', 'Technicien/Technicienne du froid', {
    groupe: 'Froid – chaud',
    secteur: 'Industrie',
    metiers: ['Frigoriste'],
  }),
  option('3303', 'Construction – Gros œuvre', { groupe: 'Gros œuvre', secteur: 'Construction' }),
  option('4128', 'Cuisinier/Cuisinière de collectivité'),
  option('8217', 'Aide-soignant/Aide-soignante', { groupe: 'Services paramédicaux' }),
];
const chercher = creerRecherche(OPTIONS);
const codes = (requete: string) => chercher(requete)?.codes ?? null;

describe('la recherche d’options', () => {
  test.each([
    ['un intitulé', 'cuisinier', ['4128']],
    ['l’autre genre', 'cuisinière', ['4128']],
    ['un pluriel sans accents', 'cuisinieres', ['4128']],
    ['des capitales', 'CUISINIÈRE', ['4128']],
    ['un mot de la même famille', 'cuisine', ['4128']],
    ['une faute de frappe', 'cuisnier', ['4128']],
    ['deux lettres échangées', 'cuisineir', ['4128']],
    ['un mot commencé, mal tapé', 'instalat', ['2115']],
    ['un mot composé en un mot', 'aidesoignante', ['8217']],
    ['un code', '2115', ['2115']],
    ['un ancien code', '2112', ['2115']],
    ['un métier', 'frigoriste', ['2804']],
    ['un ancien intitulé', 'résidentiel', ['2115']],
    ['un groupe', 'paramédical', ['8217']],
    ['une ligature', 'gros oeuvre', ['3303']],
    ['des mots vides', 'technicien du froid', ['2804']],
    ['un mot de trop', 'cuisinier zzzzzz', ['4128']],
    ['rien de connu', 'zzzzzz', []],
  ])('%s : « %s »', (_, requete, attendus) => {
    expect(codes(requete)).toEqual(attendus);
  });

  test('le début d’un code trouve tous ceux qui commencent ainsi', () => {
    expect(codes('21')?.toSorted()).toEqual(['2105', '2115']);
  });

  test('l’intitulé passe avant le groupe, le plus court d’abord', () => {
    expect(codes('électricité')).toEqual(['2105', '2115']);
    expect(codes('industrie')).toEqual(['2105', '2115', '2804']);
  });

  test('une requête vide ne filtre rien', () => {
    expect(codes('')).toBeNull();
    expect(codes('  – ')).toBeNull();
  });

  test('dit pourquoi une option est trouvée quand son intitulé ne le montre pas', () => {
    expect(chercher('frigoriste')?.raisons.get('2804')).toBe('métier : Frigoriste');
    expect(chercher('2112')?.raisons.get('2115')).toMatch(/^anciennement 2112 Électricien/);
    expect(chercher('cuisinier')?.raisons.size).toBe(0);
  });
});

test.each([
  ['coiffeuses', 'coiffeur'],
  ['institutrice', 'instituteur'],
  ['boucheres', 'boucher'],
  ['techniciennes', 'technicien'],
  ['sportive', 'sportif'],
  ['medicaux', 'medical'],
  ['assistantes', 'assistant'],
  ['2115', '2115'],
])('« %s » a la racine de « %s »', (feminin, masculin) => {
  expect(racine(feminin)).toBe(racine(masculin));
});

describe('le surlignage', () => {
  const marques = (texte: string, requete: string) =>
    surligner(texte, chercher(requete)?.mots ?? [])
      .map((segment) => (segment.marque ? `[${segment.texte}]` : segment.texte))
      .join('');

  test.each([
    ['elec', 'Installateur Électricien', 'Installateur [Élec]tricien'],
    ['cuisinieres', 'Cuisinier/Cuisinière', '[Cuisinier]/[Cuisinière]'],
    ['cuisnier', 'Cuisinier/Cuisinière', '[Cuisinier]/[Cuisinière]'],
    ['21', '2115', '[21]15'],
    ['oeuvre', 'Construction – Gros œuvre', 'Construction – Gros [œuvre]'],
    ['zzz', 'Électricité', 'Électricité'],
  ])('« %s » dans « %s »', (requete, texte, attendu) => {
    expect(marques(texte, requete)).toBe(attendu);
  });
});

test.each([
  ['plomberie', 'plombier'],
  ['maconnerie', 'macon'],
  ['mecanique', 'mecanicienne'],
  ['coiffure', 'coiffeuse'],
  ['electricite', 'electricien'],
])('« %s » a le radical de « %s »', (activite, metier) => {
  expect(radical(racine(activite))).toBe(radical(racine(metier)));
});

test('« chauffage » n’a pas le radical de « chauffeur »', () => {
  expect(radical(racine('chauffage'))).not.toBe(radical(racine('chauffeuse')));
});
