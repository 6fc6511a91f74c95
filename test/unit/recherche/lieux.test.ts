import { describe, expect, test } from 'vitest';
import {
  type ConnuDesOptions,
  creerTrouverLieux,
  type Lieu,
} from '../../../src/domain/recherche/lieux.ts';

const commune = (cle: string, nom: string, zone: number, ...codes: string[]): Lieu => ({
  genre: 'commune',
  cle,
  nom,
  zone,
  codes,
});

const LIEUX: readonly Lieu[] = [
  { genre: 'zone', cle: '4', nom: 'Liège', zone: 4, codes: [] },
  { genre: 'zone', cle: '2', nom: 'Brabant wallon', zone: 2, codes: [] },
  commune('liege', 'Liège', 4, '4000', '4020'),
  commune('ans', 'Ans', 4, '4430'),
  commune('forest', 'Forest', 1, '1190'),
  commune('ottignies', 'Ottignies-Louvain-la-Neuve', 2, '1340', '1348'),
  commune('braine-l-alleud', "Braine-l'Alleud", 2, '1420'),
  commune('braine-le-comte', 'Braine-le-Comte', 9, '7090'),
  commune('la-louviere', 'La Louvière', 9, '7100'),
  commune('saint-gilles', 'Saint-Gilles', 1, '1060'),
  commune('plombieres', 'Plombières', 5, '4850'),
  commune('namur', 'Namur', 6, '5000', '5002'),
  { genre: 'implantation', cle: '1234', nom: 'Athénée royal Bovesse', zone: 6, codes: ['567'] },
];

const MOTS = ['coiffure', 'plombier', 'forestier', '5002', 'maconnerie'];
const connu: ConnuDesOptions = (mot) => {
  if (MOTS.includes(mot) || mot === 'plombieres') return 'entier';
  return MOTS.some((lu) => lu.startsWith(mot)) ? 'debut' : null;
};
const trouver = creerTrouverLieux(LIEUX, connu);

describe('les lieux d’une question', () => {
  test.each([
    ['coiffure Liège', 'coiffure', [4]],
    ['Coiffure à LIEGE', 'Coiffure', [4]],
    ['coiffure dans la zone de Liège', 'coiffure', [4]],
    ['8328 Liège', '8328', [4]],
    ['je cherche une école de coiffure près de Namur', 'coiffure', [6]],
    ['coiffure Ottignies', 'coiffure', [2]],
    ['coiffure louvain-la-neuve', 'coiffure', [2]],
    ['louvière coiffure', 'coiffure', [9]],
    ['coiffure st gilles', 'coiffure', [1]],
    ['coiffure braine', 'coiffure', [2, 9]],
    ['coiffure Liège Namur', 'coiffure', [4, 6]],
    ['coiffure namurr', 'coiffure', [6]],
    ['coiffure 1348', 'coiffure', [2]],
    ['4000', '', [4]],
    ['zone 4', '', [4]],
    ['athénée bovesse', '', [6]],
    ['1234', '', [6]],
    ['567', '', [6]],
    ['coiffure Forest', 'coiffure', [1]],
  ])('« %s »', (requete, reste, zones) => {
    expect(trouver(requete)).toMatchObject({ reste, zones, ambigu: false });
  });

  test.each(['coiffure', 'plombières', 'une formation de 3 ans', '', '  ', 'zzzz'])(
    '« %s » n’en nomme aucun',
    (requete) => expect(trouver(requete)).toBeNull(),
  );

  test.each(['forest', '5002'])('« %s », aussi un mot du répertoire, se propose', (requete) => {
    expect(trouver(requete)).toMatchObject({ reste: '', ambigu: true });
  });
});
