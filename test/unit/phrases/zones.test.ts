import { describe, expect, test } from 'vitest';
import { nbEleves } from '../../../src/phrases/effectif.ts';
import { enumerer } from '../../../src/phrases/enumerer.ts';
import { accord, decimal, entier, part, rapport } from '../../../src/phrases/nombres.ts';
import { enchainer, enTexte, nbEntier, type Phrase, phrase } from '../../../src/phrases/phrase.ts';
import {
  phraseBref,
  phraseChapeau,
  phraseDont,
  phraseReseaux,
} from '../../../src/phrases/zones/apercu.ts';
import {
  phraseBesoins,
  phraseContraste,
  phraseOuvertures,
} from '../../../src/phrases/zones/besoin.ts';
import { phraseChangements } from '../../../src/phrases/zones/changements.ts';
import {
  phraseComparee,
  phraseEtendue,
  phraseZones,
} from '../../../src/phrases/zones/comparaison.ts';
import {
  phraseAlternance,
  phraseFormes,
  phraseGroupes,
  phraseSecteurs,
  phraseVoies,
} from '../../../src/phrases/zones/eleves.ts';
import { phraseFranchies, phraseMaintien } from '../../../src/phrases/zones/maintien.ts';
import { deLaZone } from '../../../src/phrases/zones/noms.ts';
import {
  phraseFrequentees,
  phraseMoins,
  phraseProches,
  phraseTailles,
  phraseUniques,
} from '../../../src/phrases/zones/offre.ts';

/** Le texte, ses espaces fines et insécables ramenées à une espace simple, sans liant. */
const lire = (p: Phrase): string =>
  enTexte(p)
    .replace(/[\u202F\u00A0]/g, ' ')
    .replaceAll('\u2060', '');
const eleves = (n: number, masques = 0) => ({ eleves: n, masques });

const APERCU = {
  nom: 'Liège',
  annee: '2023-2024',
  fictive: true,
  eleves: { eleves: 50_991, masques: 0 },
  partEleves: 0.127,
  partQualifiant: 0.44,
  partQualifiantFwb: 0.43,
  options: 195,
  ouvertures: 43,
};

describe('nombres', () => {
  test('espaces fines insécables, décimales et signe français', () => {
    expect(entier(12_345)).toBe('12\u202F345');
    expect(entier(-3)).toBe('−3');
    expect(decimal(21)).toBe('21,0');
    expect(part(0.3449)).toBe('34\u202F%');
  });

  test('une part garde une décimale sous dix pour cent', () => {
    expect([0, 0.004, 0.0994, 0.0996, 1].map(part)).toEqual(
      ['0', '0,4', '9,9', '10', '100'].map((n) => `${n}\u202F%`),
    );
  });

  test('le pluriel commence à deux', () => {
    expect([0, 1, 1.9, 2, -2].map((n) => accord(n, 'option'))).toEqual([
      'option',
      'option',
      'option',
      'options',
      'options',
    ]);
  });

  test('rien à diviser : ni zéro, ni infini', () => {
    expect(rapport(3, 0)).toBeNull();
    expect(rapport(0, 3)).toBe(0);
  });
});

describe('phrase', () => {
  test('garde ses nombres, applique la typographie à son texte', () => {
    const p = phrase`Il y a ${nbEntier('a', 1200)} élèves ; c’est « peu » : voilà.`;
    expect(enTexte(p)).toBe(
      'Il y a 1\u202F200 élèves\u202F; c’est «\u202Fpeu\u202F»\u00A0: voilà.',
    );
    expect(p.filter((m) => typeof m === 'object')).toEqual([
      { cle: 'a', valeur: 1200, texte: '1\u202F200' },
    ]);
  });

  test('s’imbrique et s’enchaîne', () => {
    expect(lire(enchainer(phrase`A.`, [], phrase`B ${phrase`c`}.`))).toBe('A. B c.');
  });
});

test('les noms de zone prennent leur article', () => {
  expect(['Liège', 'Hainaut Sud', 'Brabant wallon', 'Luxembourg'].map(deLaZone)).toEqual([
    'de Liège',
    'du Hainaut Sud',
    'du Brabant wallon',
    'du Luxembourg',
  ]);
  expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(enumerer)).toEqual([
    '',
    'A',
    'A et B',
    'A, B et C',
  ]);
});

describe('le chapeau', () => {
  test('dit d’abord que l’édition est fictive', () => {
    expect(lire(phraseChapeau(APERCU))).toBe(
      'Dans cette édition fictive, 44 % des élèves suivent l’enseignement qualifiant à partir de la ' +
        '3e année, contre 43 % en Fédération Wallonie-Bruxelles (FWB). 195 options sont organisées ' +
        'dans la zone, y compris celles qui s’éteignent ; 43 autres, liées à la fois à une ' +
        'thématique commune (TC) et à une fonction critique (FC), n’y existent pas encore.',
    );
  });

  test('ne le dit plus quand elle ne l’est pas', () => {
    expect(lire(phraseChapeau({ ...APERCU, fictive: false }))).toMatch(/^En 2023-2024, 44/);
  });

  test('s’accorde au singulier et dit ce qui manque', () => {
    expect(lire(phraseChapeau({ ...APERCU, options: 1, ouvertures: 1 }))).toMatch(
      /1 option est organisée dans la zone, y compris celles qui s’éteignent ; 1 autre, liée .*, n’y existe pas encore\.$/,
    );
    expect(lire(phraseChapeau({ ...APERCU, ouvertures: 0, partQualifiant: null }))).toMatch(
      /^Dans cette édition fictive, aucun élève .* ; aucune option liée .* n’y manque\.$/,
    );
  });

  test('en bref', () => {
    expect(lire(phraseBref(APERCU))).toBe(
      'La zone de Liège compte 50 991 élèves dans le secondaire ordinaire, soit 13 % de ceux de la FWB.',
    );
    expect(lire(phraseBref({ ...APERCU, eleves: null, partEleves: null }))).toBe(
      'Les élèves du secondaire ordinaire de la zone de Liège ne sont pas publiés.',
    );
  });
});

const PHRASES: [string, Phrase, string][] = [
  [
    'aucune implantation',
    phraseReseaux(0, 0),
    'Aucune implantation de la zone n’organise d’option.',
  ],
  [
    'une implantation',
    phraseReseaux(1, 1),
    '1 implantation organise au moins une option : 1 de caractère confessionnel, 0 de caractère non confessionnel.',
  ],
  [
    'formes',
    phraseFormes({ technique: eleves(1), professionnelle: eleves(2), part: 0.4 }),
    'À partir de la 3e année, 1 élève suit une forme technique ou artistique de qualification (TQ, AQ) et 2 la forme professionnelle (P) : 40 % de l’ensemble.',
  ],
  [
    'aucun élève',
    phraseFormes({ technique: eleves(0), professionnelle: eleves(0), part: null }),
    'Aucun élève n’est compté à partir de la 3e année.',
  ],
  [
    'secteurs',
    phraseSecteurs({ nom: 'Industrie', cle: '2', eleves: eleves(30), part: 0.6, partFwb: 0.5 }, [
      'Économie',
    ]),
    'Le secteur Industrie réunit 30 élèves, soit 60 % de ceux qui suivent une option, contre 50 % en FWB. Vient ensuite Économie.',
  ],
  ['sans secteur', phraseSecteurs(null, []), 'Aucun élève n’est inscrit dans une option.'],
  ['un groupe', phraseGroupes(['Chimie'], 1), 'Un seul groupe réunit 100 % des élèves : Chimie.'],
  [
    'trois groupes',
    phraseGroupes(['A', 'B', 'C'], 0.28),
    'Trois groupes réunissent 28 % des élèves : A, B et C.',
  ],
  [
    'voies',
    phraseVoies({ alternance: 0.063, alternanceFwb: 0.051, article45: 0.025, article45Fwb: 0.033 }),
    '6,3 % des élèves suivent une option en alternance, contre 5,1 % en FWB ; 2,5 % suivent une formation de l’article 45, contre 3,3 % en FWB.',
  ],
  [
    'sans alternance',
    phraseVoies({ alternance: 0, alternanceFwb: 0.051, article45: 0, article45Fwb: 0.033 }),
    'Aucun élève ne suit une option en alternance, contre 5,1 % en FWB ; aucun ne suit une formation de l’article 45, contre 3,3 % en FWB.',
  ],
  [
    'alternance par secteur',
    phraseAlternance({ nom: 'Agronomie', cle: '1', part: 0.16 }),
    'L’alternance pèse le plus dans le secteur Agronomie : 16 % des élèves, article 45 compris.',
  ],
  [
    'aucun secteur en alternance',
    phraseAlternance(null),
    'Aucun secteur de la zone ne compte d’élève en alternance.',
  ],
  [
    'tailles',
    phraseTailles({ occurrences: 12, petites: 1, part: 1 / 12, partFwb: 0.34, moyenne: 1.5 }),
    'Une occurrence compte 1,5 élève en moyenne. Sur 12, 1 en compte moins de six, soit 8,3 %, contre 34 % en FWB.',
  ],
  [
    'fréquentées',
    phraseFrequentees({
      nombre: 15,
      part: 0.5,
      premiere: { intitule: 'Vente', eleves: nbEleves('n', eleves(9)) },
    }),
    'Les 15 options les plus fréquentées réunissent 50 % des élèves ; la première, Vente, en compte 9.',
  ],
  [
    'moins fréquentées',
    phraseMoins(10, 1, 2),
    'À l’autre bout, 10 options ne comptent que 1 ou 2 élèves, toutes implantations réunies.',
  ],
  [
    'secteur en partie masqué',
    phraseSecteurs(
      { nom: 'Industrie', cle: '2', eleves: eleves(30, 2), part: 0.6, partFwb: 0.5 },
      [],
    ),
    'Le secteur Industrie réunit au moins 30 élèves (2 effectifs masqués), soit 60 % de ceux qui suivent une option, contre 50 % en FWB.',
  ],
  [
    'moins fréquentées, en partie masquées',
    phraseMoins(3, 6, 9, 2),
    'À l’autre bout, 3 options ne comptent que 6 à 9 élèves, toutes implantations réunies. De plus, l’effectif de 2 options est masqué.',
  ],
  [
    'tailles, en partie masquées',
    phraseTailles({
      occurrences: 12,
      petites: 1,
      part: 1 / 12,
      partFwb: 0.34,
      moyenne: 21,
      masquees: 3,
    }),
    'La taille de 3 occurrences sur 12 est masquée, en tout ou en partie. Les autres comptent 21,0 élèves en moyenne.',
  ],
  [
    'une moins fréquentée',
    phraseMoins(1, 1, 1),
    'À l’autre bout, 1 option ne compte qu’un élève, toutes implantations réunies.',
  ],
  [
    'uniques',
    phraseUniques({ options: 195, uniques: 69, part: 0.354, partFwb: 0.4 }),
    'Sur 195 options organisées, 69 ne le sont que sur une implantation : 35 %, contre 40 % en moyenne dans les zones.',
  ],
  [
    'proches',
    phraseProches({ plusieurs: 126, proches: 1 }),
    'Sur 126 options organisées sur plusieurs implantations, 1 a deux implantations à moins de 10 km l’une de l’autre.',
  ],
  [
    'besoins',
    phraseBesoins({ tcFc: 89, tc: 26, fc: 24, organisables: 324 }),
    'Sur 324 options du répertoire organisables, 89 sont liées à la fois à une TC et à une FC, 26 à une TC seule et 24 à une FC seule.',
  ],
  [
    'ouvertures',
    phraseOuvertures(43, 89, [{ nom: 'Industrie', cle: '2', ouvertures: 12 }]),
    '43 options liées à une TC et à une FC, sur 89, ne sont organisées nulle part dans la zone. Le secteur qui en compte le plus : Industrie (12).',
  ],
  [
    'ouvertures, une option sous son ancien code',
    phraseOuvertures(42, 89, [{ nom: 'Industrie', cle: '2', ouvertures: 12 }], 1),
    '42 options liées à une TC et à une FC, sur 89, ne sont organisées nulle part dans la zone ; 1 autre ne l’est que sous son ancien code. Le secteur qui en compte le plus : Industrie (12).',
  ],
  [
    'aucune ouverture, deux options sous leur ancien code',
    phraseOuvertures(0, 89, [], 2),
    'La zone organise toutes les options organisables liées à une TC et à une FC, dont 2 sous leur ancien code.',
  ],
  [
    'deux populations, les options',
    phraseDont('options', [nbEntier('n', 183)]),
    'dont 183 options du répertoire organisables',
  ],
  [
    'deux populations, les élèves',
    phraseDont('taille', [nbEntier('n', 15_232), nbEntier('m', 13_735)]),
    '15 232 élèves, dont 13 735 dans les options du répertoire organisables',
  ],
  [
    'aucune ouverture',
    phraseOuvertures(0, 89, []),
    'La zone organise toutes les options organisables liées à une TC et à une FC.',
  ],
  [
    'contraste',
    phraseContraste({
      premieres: 15,
      autres: 180,
      tcFcPremieres: 1,
      tcFcAutres: 48,
      sansBesoin: 13,
    }),
    'Parmi les 15 options organisables les plus fréquentées, 1 est TC-FC et 13 ne sont liées ni à une TC ni à une FC. Parmi les 180 autres, 48 sont TC-FC, soit 27 %.',
  ],
  [
    'changements',
    phraseChangements({
      precedente: '2022-2023',
      options: { entrees: 2, sorties: 0 },
      tc: { entrees: 0, sorties: 1 },
      fc: { entrees: 0, sorties: 0 },
    }),
    'Depuis 2022-2023, 2 options sont apparues dans la zone et aucune n’en a disparu ; la liste des TC a perdu 1 métier, la liste des FC n’a pas changé.',
  ],
  [
    'norme de maintien',
    phraseMaintien({ soumises: 520, sous: 271, normes: [4, 6, 12], part: 0.52, partFwb: 0.55 }),
    'Sur 520 occurrences soumises à une norme de maintien (4, 6 ou 12 élèves, selon l’option), 271 seraient sous leur norme, soit 52 %, contre 55 % en FWB.',
  ],
  [
    'une seule norme, une seule occurrence',
    phraseMaintien({ soumises: 1, sous: 1, normes: [6], part: 1, partFwb: 0.5 }),
    'Sur 1 occurrence soumise à une norme de maintien (6 élèves), 1 serait sous sa norme, soit 100 %, contre 50 % en FWB.',
  ],
  [
    'aucune norme de maintien',
    phraseMaintien(null),
    'Aucune occurrence de la zone n’est soumise à une norme de maintien.',
  ],
  [
    'une norme dont les effectifs masqués décident',
    phraseMaintien(null, 2),
    'Les effectifs masqués ne disent d’aucune occurrence de la zone si elle est sous sa norme de maintien.',
  ],
  [
    'une norme franchie ou non, les effectifs masqués en décident',
    phraseFranchies({ precedente: '2022-2023', comparables: 0, bas: 0, haut: 0, nonDites: true }),
    'Les effectifs masqués ne disent d’aucune occurrence si elle a franchi sa norme de maintien depuis 2022-2023.',
  ],
  [
    'norme de maintien franchie',
    phraseFranchies({ precedente: '2022-2023', comparables: 512, bas: 34, haut: 14 }),
    'Depuis 2022-2023, sur 512 occurrences soumises à une norme de maintien les deux années, 34 l’auraient franchie vers le bas et 14 vers le haut.',
  ],
  [
    'une seule année',
    phraseChangements(null),
    'L’édition ne porte pas l’année scolaire précédente.',
  ],
];

test.each(PHRASES)('%s', (_nom, p, attendu) => {
  expect(lire(p)).toBe(attendu);
});

test('de la zone la plus basse à la plus haute', () => {
  const zones = [5, 3, 9].map((n) => ({ nom: `Z${n}`, nombre: nbEntier('n', n) }));
  expect(lire(phraseEtendue(zones))).toBe('De 3 (Z3) à 9 (Z9).');
  expect(lire(phraseEtendue(zones.slice(0, 1)))).toBe('5 dans toutes les zones.');
  expect(lire(phraseEtendue([]))).toBe('Aucune zone n’a de valeur.');
  expect(lire(phraseZones(zones, nbEntier('f', 5), true, '2023-2024'))).toMatch(
    /^Dans cette édition fictive, /,
  );
  expect(lire(phraseZones([], null, false, '2023-2024'))).toMatch(/aucune zone ne compte d’élève/);
});

test('les zones comparées, et où est la moyenne', () => {
  const zones = [5, 3, 9].map((n) => ({ nom: `Z${n}`, nombre: nbEntier('n', n) }));
  const fwb = nbEntier('f', 6);
  expect(lire(phraseComparee(zones, fwb))).toBe('De 3 (Z3) à 9 (Z9) ; moyenne FWB : 6.');
  expect(lire(phraseComparee(zones.slice(0, 2), fwb))).toBe('5 (Z5) et 3 (Z3) ; moyenne FWB : 6.');
  expect(lire(phraseComparee(zones.slice(0, 1), null))).toBe('5 (Z5).');
  expect(lire(phraseComparee([], fwb))).toBe('Aucune de ces zones n’a de valeur.');
});
