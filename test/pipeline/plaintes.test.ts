import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { construire } from '../../pipelines/construire.ts';
import { importer } from '../../pipelines/import/index.ts';
import type { ReponseDImport } from '../../src/edition/import/reponses.ts';
import { ligne, xlsx } from '../unit/edition/classeurs.ts';
import { type Dossier, ouvrirDossier } from './dossier.ts';

/** Six implantations fictives ; une école porte le numéro d’une implantation. */
const COLONNES_DU_REGISTRE =
  'type_d_enseignement;ndeg_fase_de_l_etablissement;nom_d_etablissement;numero_bce_de_l_etablissement;ndeg_fase_de_l_implantation;reseau;adresse_de_l_implantation;code_postal_de_l_implantation;commune_de_l_implantation;latitude;longitude';
const ECOLES = [
  '2101;Institut des Essais;0123456789;4101;Libre confessionnel;Rue A 1;5000;Namur;50.4669;4.8675',
  '2102;Athénée de l’Échantillon;0123456780;4102;WBE;Rue B 2;5000;Namur;50.4639;4.86',
  '2103;École fictive;0123456781;4103;Subventionné provincial;Rue C 3;4000;Liège;50.64;5.57',
  '2104;Institut Modèle;0123456782;4104;Libre confessionnel;Rue D 4;4000;Liège;50.63;5.58',
  '2105;Institut Patron;0123456783;4105;Libre confessionnel;Rue du Gué 5;1000;Bruxelles;50.8466;4.3528',
  '4102;Collège du Numéro;0123456784;4106;WBE;Rue F 6;6000;Charleroi;50.4114;4.4446',
];
const registre = (ecoles: readonly string[] = ECOLES): string =>
  [COLONNES_DU_REGISTRE, ...ecoles.map((ecole) => `Secondaire ordinaire;${ecole}`), ''].join('\n');

const TITRES = [
  ...['Année scolaire', 'FASE implantation', 'Code OBG', 'Année d’étude', 'Mode', 'Élèves'],
];
const SIX = [
  '2023-2024;4101;1207;4;PE;12',
  '2023-2024;4101;1207;5;PE;9',
  '2023-2024;4102;1208;4;ALT;7',
  '2023-2024;4103;1403;4;PE;15',
  '2023-2024;4104;1403;4;PE;11',
  '2023-2024;4105;1109;4;PE;22',
];
const enTable = (rangees: readonly string[], titres: readonly string[] = TITRES): string =>
  [titres.join(';'), ...rangees, ''].join('\n');
const LUES = SIX.map((rangee) => rangee.replaceAll(';', ','));

let modele: Dossier;
let ouverts: Dossier[] = [];

beforeAll(async () => {
  modele = ouvrirDossier();
  modele.ecrire('registre.csv', registre());
  await importer('odwb-signaletique', [`${modele.chemin}/registre.csv`], {
    sortie: modele.chemin,
  });
});

afterAll(() => {
  for (const dossier of [modele, ...ouverts]) dossier.effacer();
  ouverts = [];
});

const neuf = (avec?: Dossier): Dossier => {
  const dossier = ouvrirDossier(avec?.chemin);
  ouverts.push(dossier);
  return dossier;
};

type Contenu = string | Uint8Array;

/** Donne un fichier à l’import ; ce qu’il dit, même quand il s’arrête. */
async function recevoir(
  dossier: Dossier,
  contenu: Contenu,
  reponse: ReponseDImport & { rejetsMax?: string } = {},
  [nom, genre]: readonly [string, string] = ['recu.csv', 'inscriptions'],
): Promise<{ ecrit: boolean; dit: string }> {
  dossier.ecrire(nom, contenu);
  return importer(genre, [`${dossier.chemin}/${nom}`], { sortie: dossier.chemin, ...reponse }).then(
    ({ ecrit, rapport: dit }) => ({ ecrit, dit }),
    (cause: Error) => ({ ecrit: false, dit: cause.message }),
  );
}

const ecrites = (dossier: Dossier, table = 'offre/inscriptions.csv'): string[] =>
  dossier.lire(table).trim().split('\n').slice(1);

const feuille = (rangees: readonly (readonly string[])[], de = 1): string =>
  rangees.map((rangee, i) => ligne(de + i, rangee)).join('');
const enCellules = (rangees: readonly string[]) => rangees.map((rangee) => rangee.split(';'));
const BONNE = feuille([TITRES, ...enCellules(SIX)]);
const CITEES = ['"Année\nscolaire"', '"FASE\nimplantation"', ...TITRES.slice(2)];
const latin = (texte: string): Uint8Array => Buffer.from(texte.replaceAll('’', '\u0092'), 'latin1');

/** Un fichier dont chaque ligne se retrouve, et ce que le rapport en dit. */
type Entier = readonly [nom: string, contenu: Contenu, mots: readonly string[], lues?: string[]];
const ENTIERS: readonly Entier[] = [
  ['« sep=; », en Windows-1252', latin(`sep=;\n${enTable(SIX)}`), ['En-têtes à la ligne 2']],
  ['« sep=, »', `sep=,\n${enTable(SIX)}`.replaceAll(';', ','), ['En-têtes à la ligne 2']],
  [
    'un « Texte Unicode » d’Excel',
    Buffer.from(`\uFEFF${enTable(SIX).replaceAll(';', '\t')}`, 'utf16le'),
    ['lu en UTF-16'],
  ],
  [
    'de l’UTF-16 gros-boutiste',
    Buffer.from(`\uFEFF${enTable(SIX)}`, 'utf16le').swap16(),
    ['lu en UTF-16'],
  ],
  [
    'un titre au-dessus des en-têtes',
    `Effectifs au 15 janvier 2024;;;;;\n;;;;;\n${enTable(SIX)}`,
    ['En-têtes à la ligne 3'],
  ],
  [
    'un titre au-dessus des en-têtes, en XLSX',
    xlsx([{ xml: feuille([['Effectifs']]) + feuille([['Élève'], TITRES, ...enCellules(SIX)], 3) }]),
    ['En-têtes à la ligne 4'],
  ],
  ...[';', ',', '\t'].map(
    (signe): Entier => [
      `un saut de ligne dans un en-tête, séparé par « ${signe} »`,
      enTable(SIX, CITEES).replaceAll(';', signe),
      ['6 lignes reçues = 6 entrées'],
    ],
  ),
  ['quarante lignes « ;;;;; »', enTable(SIX) + ';;;;;\n'.repeat(40), ['6 lignes reçues = 6 entr']],
  [
    'des notes de bas de tableau',
    `${enTable(SIX)}\n;;;;;\nSource : service, extraction du 12/02/2024;;;;;\n* provisoire;;;;;\n`,
    ['ligne 10 [NOTE]', 'ligne 11 [NOTE]'],
  ],
  [
    'des totaux sous quatre noms',
    enTable([
      ...SIX.slice(0, 3),
      'Sous-total Namur;;;;;28',
      ...SIX.slice(3),
      'TOTAL GÉNÉRAL;;;;;76',
      'Ensemble;;;;;76',
      'Somme;;;;;76',
    ]),
    [5, 9, 10, 11].map((n) => `ligne ${n} [TOTAL]`),
  ],
  [
    'un « Lisez-moi » devant',
    xlsx([
      { nom: 'Lisez-moi', xml: feuille([['Voir la feuille Effectifs']]) },
      { nom: 'Effectifs', xml: BONNE },
    ]),
    ['la feuille « Effectifs » est lue', 'Pas lues : « Lisez-moi »'],
  ],
  [
    'une feuille cachée devant',
    xlsx([
      {
        nom: 'Paramètres',
        etat: 'hidden',
        xml: feuille([TITRES, ['2023-2024', '4101', '1207', '4', 'PE', '999']]),
      },
      { nom: 'Effectifs', xml: BONNE },
    ]),
    ['la feuille « Effectifs » est lue', 'Cachées, pas lues : « Paramètres »'],
  ],
  [
    'une implantation fusionnée sur deux lignes',
    xlsx([
      {
        xml: `<worksheet><sheetData>${BONNE.replace(/<c r="B3".*?<\/c>/, '')}</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells></worksheet>`,
      },
    ]),
    ['Cellules fusionnées (« FASE implantation ») : leur valeur vaut pour chaque ligne'],
  ],
  ['des barres verticales', enTable(SIX).replaceAll(';', '|'), ['barre verticale']],
  [
    'des sous-totaux par école',
    enTable([...SIX.slice(0, 2), 'Total 4101;;;;;21', ...SIX.slice(2)]),
    ['ligne 4 [TOTAL] « 21 »'],
  ],
  [
    'des zéros de tête, « 4e année » et « P.E. »',
    enTable([
      '2023-2024;04101;1207;4;PE;12',
      '2023-2024;4101;01207;5e année;P.E.;9',
      '2023-2024;4101;1207 Fleuriste;6;PE;3',
    ]),
    ['« 04101 » → 4101', '« 01207 » → 1207', '« 1207 Fleuriste » → 1207'],
    ['2023-2024,4101,1207,4,PE,12', '2023-2024,4101,1207,5,PE,9', '2023-2024,4101,1207,6,PE,3'],
  ],
];

describe('le tableau entre, entier et juste', () => {
  const cas = ENTIERS.map(([nom, contenu, mots, lues = LUES]) => ({ nom, contenu, mots, lues }));
  test.each(cas)('$nom', async ({ contenu, mots, lues }) => {
    const dossier = neuf(modele);
    const { ecrit, dit } = await recevoir(dossier, contenu);
    expect(ecrit, dit).toBe(true);
    expect(ecrites(dossier)).toEqual(lues);
    for (const mot of mots) expect(dit).toContain(mot);
  });

  test('un numéro écrit avec son nom ne se devine pas, il se propose', async () => {
    const { ecrit, dit } = await recevoir(
      neuf(modele),
      enTable([...SIX, '2023-2024;FASE 4101;1208;4;PE;12', '2023-2024;4101;1207 Roses;6;PE;2']),
    );
    expect(ecrit).toBe(false);
    expect(dit).toMatch(
      /ligne 8 \[FASE\] « FASE 4101 », colonne [A-Z] « [^»]+ » : .*Vouliez-vous 4101 \?/,
    );
    expect(dit).toMatch(
      /ligne 9 \[OPTION\] « 1207 Roses », colonne [A-Z] « [^»]+ » : .*Vouliez-vous 1207 \?/,
    );
  });
});

interface Question {
  readonly contenu: Contenu;
  /** Les deux lectures, et les options qui choisissent. */
  readonly mots: readonly string[];
  /** Ce que donne chaque réponse. */
  readonly reponses: readonly (readonly [ReponseDImport, readonly string[]])[];
}

const ecole = (...reste: readonly string[]) => reste.map((fin) => `2023-2024,${fin}`);

const QUESTIONS: readonly (readonly [string, Question])[] = [
  [
    '« 1.000 » élèves',
    {
      contenu: enTable([...SIX, '2023-2024;4105;1403;4;PE;1.000']),
      mots: ['« 1.000 » élèves se lit 1000 (--milliers point) ou 1 (--milliers aucun)'],
      reponses: [
        [{ milliers: 'point' }, [...LUES, ...ecole('4105,1403,4,PE,1000')]],
        [{ milliers: 'aucun' }, [...LUES, ...ecole('4105,1403,4,PE,1')]],
      ],
    },
  ],
  [
    '« 2,000 » élèves',
    {
      contenu: enTable([...SIX.slice(0, 1), '2023-2024;4105;1403;4;PE;2,000']),
      mots: ['« 2,000 » élèves se lit 2000 (--milliers virgule) ou 2 (--milliers aucun)'],
      reponses: [[{ milliers: 'virgule' }, [...LUES.slice(0, 1), ...ecole('4105,1403,4,PE,2000')]]],
    },
  ],
  [
    '« 2024 » seul',
    {
      contenu: enTable(SIX).replaceAll('2023-2024', '2024'),
      mots: ['« 2024 » seul se lit 2024-2025', '2023-2024 (--annee fin)', '6 lignes'],
      reponses: [
        [{ annee: 'fin' }, LUES],
        [{ annee: 'debut' }, LUES.map((lue) => lue.replace('2023-2024', '2024-2025'))],
      ],
    },
  ],
  [
    '« FASE » à côté de « FASE impl. »',
    {
      contenu: enTable(
        ['2023-2024;4102;4106;1207;4;PE;14', '2023-2024;2101;4101;1207;4;PE;12'],
        TITRES.toSpliced(1, 1, 'FASE', 'FASE impl.'),
      ),
      mots: ["--colonne 'fase_implantation=FASE'", "--colonne 'fase_implantation=FASE impl.'"],
      reponses: [
        [
          { colonne: ['fase_implantation=FASE impl.'] },
          ecole('4101,1207,4,PE,12', '4106,1207,4,PE,14'),
        ],
      ],
    },
  ],
  [
    'un fichier par sexe',
    {
      contenu: enTable(
        [
          ...['4101;1207;4;PE;F;7', '4101;1207;4;PE;G;5'],
          ...['4102;1208;4;ALT;F;6', '4102;1208;4;ALT;G;8'],
        ].map((fin) => `2023-2024;${fin}`),
        TITRES.toSpliced(5, 0, 'Sexe'),
      ),
      mots: ['« Sexe » (F, G)', "--additionner 'Sexe'", "--garder 'Sexe=F'"],
      reponses: [
        [{ additionner: ['Sexe'] }, ecole('4101,1207,4,PE,12', '4102,1208,4,ALT,14')],
        [{ garder: ['Sexe=G'] }, ecole('4101,1207,4,PE,5', '4102,1208,4,ALT,8')],
      ],
    },
  ],
  [
    'deux dates de comptage',
    {
      contenu: enTable(
        ['01/10/2023;4101;1207;4;PE;14', '15/01/2024;4101;1207;4;PE;12'].map(
          (fin) => `2023-2024;${fin}`,
        ),
        TITRES.toSpliced(1, 0, 'Date de comptage'),
      ),
      mots: ['« Date de comptage » (01/10/2023, 15/01/2024)'],
      reponses: [[{ garder: ['Date de comptage=15/01/2024'] }, ecole('4101,1207,4,PE,12')]],
    },
  ],
];

describe('deux lectures : rien n’entre avant la réponse, et chaque réponse a sa valeur', () => {
  test.each(QUESTIONS)('%s', async (_nom, { contenu, mots, reponses }) => {
    const dossier = neuf(modele);
    const { ecrit, dit } = await recevoir(dossier, contenu);
    expect(ecrit, dit).toBe(false);
    for (const mot of mots) expect(dit).toContain(mot);
    expect(() => dossier.lire('offre/inscriptions.csv')).toThrow();
    for (const [reponse, lues] of reponses) {
      const autre = neuf(modele);
      const { dit: suite } = await recevoir(autre, contenu, reponse);
      expect(ecrites(autre), suite).toEqual(lues);
    }
  });
});

test('un effectif tu à la source ne ferme pas l’option', async () => {
  const tus = ['4105;1207;4;PE;<5', '4104;1207;4;PE;-', '4103;1207;4;PE;n/a', '4102;1207;4;PE;*'];
  const contenu = enTable([
    ...SIX,
    ...[...tus, '4101;1208;4;PE;', '4101;1403;4;PE;..'].map((fin) => `2023-2024;${fin}`),
  ]);
  const dossier = neuf(modele);
  const { ecrit, dit } = await recevoir(dossier, contenu);
  expect(ecrit).toBe(false);
  expect(dit).toContain('--tus garder');
  await recevoir(dossier, contenu, { tus: 'garder' });
  const gardes = ecrites(dossier);
  expect(gardes).toHaveLength(12);
  expect(gardes.filter((lue) => lue.includes(',tu,'))).toEqual([
    '2023-2024,4101,1208,4,PE,tu,',
    '2023-2024,4101,1403,4,PE,tu,',
    '2023-2024,4102,1207,4,PE,tu,',
    '2023-2024,4103,1207,4,PE,tu,',
    '2023-2024,4104,1207,4,PE,tu,',
    '2023-2024,4105,1207,4,PE,tu,4',
  ]);
});

test('l’année suivante n’efface pas les précédentes, et l’édition suit', async () => {
  const dossier = neuf(modele);
  await recevoir(dossier, enTable(SIX));
  const suivante = enTable(SIX).replaceAll('2023-2024', '2024-2025');
  const { dit } = await recevoir(dossier, suivante, {}, ['suivante.csv', 'inscriptions']);
  expect(dit).toContain('6 lignes de 2023-2024 gardées.');
  expect(ecrites(dossier)).toEqual([
    ...LUES,
    ...LUES.map((lue) => lue.replace('2023-2024', '2024-2025')),
  ]);
  expect(dossier.lire('edition.csv')).toMatch(/Édition 2024-2025,2026-2027,2024-2025,/);
});

test('un ancien .xls se nomme, avec son remède', async () => {
  const enveloppe = Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'.padEnd(512, '\0'), 'latin1');
  const octets = Buffer.concat([enveloppe, Buffer.from('Workbook', 'utf16le')]);
  const { ecrit, dit } = await recevoir(neuf(modele), octets);
  expect(ecrit).toBe(false);
  expect(dit).toContain('l’ancien format d’Excel (.xls)');
  expect(dit).toContain('enregistrez-le en XLSX');
});

test('un sous-total écarté ne rend pas la cellule masquée qu’il compte', async () => {
  const dossier = neuf(modele);
  const rangees = [
    ...['4101;1207;4;PE;12', '4101;1207;5;PE;3', '4101;1208;4;PE;14'],
    ...['4102;1207;4;PE;10', '4102;1207;5;PE;6', '4102;1207;6;PE;11'],
  ].map((fin) => `2023-2024;${fin}`);
  await recevoir(
    dossier,
    enTable([
      ...rangees.slice(0, 3),
      'Total 4101;;;;;29',
      ...rangees.slice(3),
      'Total 4102;;;;;27',
    ]),
  );
  await construire(['data', dossier.chemin], `${dossier.chemin}/publie`);
  const manifeste = readFileSync(`${dossier.chemin}/publie/manifest.json`, 'utf8');
  const { rejets, avertissements } = JSON.parse(manifeste);
  expect(rejets).toContainEqual(
    expect.objectContaining({ genre: 'inscriptions', code: 'TOTAL', nombre: 2 }),
  );
  expect(JSON.stringify([rejets, avertissements])).not.toMatch(/\b(29|27|56)\b/);
});

const GENRE_REGISTRE = ['recu.csv', 'odwb-signaletique'] as const;

test('un octet en Windows-1252 dans de l’UTF-8 : sa ligne seule se refuse', async () => {
  const octets = Buffer.from(registre());
  const place = octets.indexOf('Gué') + 2;
  const mixte = Buffer.concat([
    octets.subarray(0, place),
    Buffer.of(0xe9),
    octets.subarray(place + 2),
  ]);
  const dossier = neuf();
  const { dit } = await recevoir(dossier, mixte, { rejetsMax: '20%' }, GENRE_REGISTRE);
  expect(dit).toContain('Ligne 6 : un octet n’est pas de l’UTF-8');
  const lues = ecrites(dossier, 'offre/implantations.csv');
  expect(lues.join('\n')).not.toMatch(/Ã|\uFFFD/);
  expect(lues.find((lue) => lue.startsWith('4102,'))).toContain('Athénée de l’Échantillon');
  expect(lues.find((lue) => lue.startsWith('4103,'))).toMatch(/,Liège,4,officiel subventionné,/);
});

test('un numéro BCE en notation scientifique ne fait pas perdre l’école', async () => {
  const dossier = neuf();
  const abime = ECOLES.map((une) =>
    une.replace('0123456781', '4,56789E+08').replace('0123456782', '123456782'),
  );
  const { dit } = await recevoir(dossier, registre(abime), {}, GENRE_REGISTRE);
  expect(dit).toContain('6 lignes reçues = 6 entrées');
  expect(dit).toMatch(/ligne 4 : .*numéro BCE non repris/);
  expect(dit).toMatch(/ligne 5 : .*numéro BCE non repris/);
  expect(ecrites(dossier, 'offre/implantations.csv')).toHaveLength(6);
});
