import { describe, expect, it } from 'vitest';
import { chercherCommune } from '../../../src/domain/dossier/chercherCommune.ts';
import { lireCodes } from '../../../src/domain/dossier/codes.ts';
import { sitesProches } from '../../../src/domain/geo/rayon.ts';

const commune = (nom: string, codesPostaux: readonly string[], lat = 50.2) => ({
  commune: nom,
  zone: 6,
  codesPostaux,
  lat,
  lon: 4.9,
});

const COMMUNES = [
  commune('Dinant', ['5500', '5501']),
  commune('La Louvière', ['7100']),
  commune('Ham-sur-Heure-Nalinnes', ['6120']),
  commune('Huy', ['4500']),
  commune('Molenbeek-Saint-Jean', ['1080']),
  commune('Berchem-Sainte-Agathe', ['1082']),
];

describe('chercher une commune', () => {
  it.each([
    ['5500', 'Dinant'],
    ['dina', 'Dinant'],
    ['La Louvière', 'La Louvière'],
    ['louviere', 'La Louvière'],
    ['ham sur heure', 'Ham-sur-Heure-Nalinnes'],
    ['hamsurheure', 'Ham-sur-Heure-Nalinnes'],
    ['molenbeek st-jean', 'Molenbeek-Saint-Jean'],
    ['ste agathe', 'Berchem-Sainte-Agathe'],
  ])('« %s » trouve %s', (texte, nom) => {
    expect(chercherCommune(COMMUNES, texte).map((c) => c.commune)).toEqual([nom]);
  });

  it.each(['', '  ', '9999', 'xyzzy'])('« %s » ne trouve rien', (texte) => {
    expect(chercherCommune(COMMUNES, texte)).toEqual([]);
  });
});

it('donne les sites les plus proches, du plus près au plus loin', () => {
  const sites = [
    { id: 'c', lat: 50.4, lon: 4.9 },
    { id: 'a', lat: 50.21, lon: 4.9 },
    { id: 'b', lat: 50.3, lon: 4.9 },
  ];
  const proches = sitesProches(sites, { lat: 50.2, lon: 4.9 }, 2);
  expect(proches.map(({ site }) => site.id)).toEqual(['a', 'b']);
  expect(proches[0]?.km).toBeCloseTo(1.11, 2);
});

describe('les codes d’une liste collée', () => {
  const connus = new Set(['2115', '2228', '4126', '2024']);
  const lire = (texte: string) => {
    const { codes, inconnus, illisibles } = lireCodes(texte, connus);
    return [codes, inconnus, illisibles];
  };

  it.each([
    ['2228 Mécanicien d’entretien\n2115, 9999 ; 2115', [['2228', '2115'], ['9999'], []]],
    ['221521152228', [['2115', '2228'], ['2215'], []]],
    ['22 13, 12345', [[], [], ['22', '13', '12345']]],
    ['', [[], [], []]],
  ])('« %s »', (texte, attendu) => {
    expect(lire(texte)).toEqual(attendu);
  });

  it.each([
    'année 2024-2025 : 2115',
    'le 15/03/2024 : 2115',
    'Mars 2024 – 2115',
    'rentrée 2024, 2115',
  ])('l’année de « %s » n’est pas un code', (texte) => {
    expect(lire(texte)).toEqual([['2115'], [], []]);
  });

  it('un code qui ressemble à une année se lit seul', () => {
    expect(lire('2024, 2115')).toEqual([['2024', '2115'], [], []]);
  });
});
