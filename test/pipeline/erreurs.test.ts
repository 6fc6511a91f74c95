import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { construire, controler } from '../../pipelines/construire.ts';
import { ErreurDeDonnees } from '../../src/edition/probleme.ts';

const MINI = 'test/fixtures/edition-mini';
let dossier: string;

beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'oad-erreurs-'));
  cpSync(MINI, dossier, { recursive: true });
});

afterEach(() => rmSync(dossier, { recursive: true, force: true }));

const remplacer = (fichier: string, avant: string, apres: string): void => {
  const chemin = join(dossier, fichier);
  const texte = readFileSync(chemin, 'utf8');
  if (!texte.includes(avant)) throw new Error(`« ${avant} » n’est pas dans ${fichier}.`);
  writeFileSync(chemin, texte.replace(avant, apres));
};

const trouver = async () => {
  try {
    await controler([dossier]);
    return [];
  } catch (cause) {
    if (cause instanceof ErreurDeDonnees) return cause.problemes;
    throw cause;
  }
};

const INSCRIPTIONS = 'offre/inscriptions.csv';
const CAS: [nom: string, fichier: string, avant: string, apres: string, attendu: object][] = [
  [
    'un nombre à virgule',
    'territoire/communes.csv',
    '50.829',
    '"50,829"',
    { code: 'OAD-TYPE', ligne: 2, colonne: 'lat', message: expect.stringContaining('50.829') },
  ],
  [
    'un code inconnu et le plus proche',
    INSCRIPTIONS,
    '2022-2023,900001,2115,6',
    '2022-2023,900001,2151,6',
    {
      code: 'OAD-REFERENCE',
      ligne: 3,
      colonne: 'code_obg',
      message: expect.stringMatching(/Vouliez-vous « 21(15|50) »/),
    },
  ],
  [
    'une valeur hors liste',
    'offre/implantations.csv',
    ',WBE,',
    ',WEB,',
    {
      code: 'OAD-VALEUR',
      ligne: 3,
      colonne: 'reseau',
      message: expect.stringContaining('« WBE »'),
    },
  ],
  [
    'une cellule obligatoire vide',
    INSCRIPTIONS,
    '4,PE,9',
    '4,PE,',
    { code: 'OAD-VIDE', ligne: 5, colonne: 'eleves' },
  ],
  [
    'une ligne en double',
    INSCRIPTIONS,
    '2022-2023,900001,2115,6,PE,11',
    '2022-2023,900001,2115,5,PE,11',
    { code: 'OAD-DOUBLON', ligne: 3, message: expect.stringContaining('ligne 2') },
  ],
  ['une virgule de trop', INSCRIPTIONS, '5,PE,12', '5,PE,12,', { code: 'OAD-LARGEUR', ligne: 6 }],
  [
    'une colonne mal nommée',
    INSCRIPTIONS,
    'eleves',
    'élèves',
    { code: 'OAD-COLONNE-ABSENTE', ligne: 1, colonne: 'eleves' },
  ],
  [
    'un guillemet jamais fermé',
    'besoins/metiers.csv',
    'Aide à domicile',
    '"Aide à domicile',
    { code: 'OAD-GUILLEMETS', ligne: 3 },
  ],
  [
    'une borne dépassée',
    INSCRIPTIONS,
    '5,PE,12',
    '8,PE,12',
    { code: 'OAD-BORNES', ligne: 6, colonne: 'annee_etude' },
  ],
  [
    'une année d’édition sans inscriptions',
    'edition.csv',
    '2023-2024',
    '2024-2025',
    { code: 'OAD-EDITION', ligne: 2, colonne: 'annee_scolaire' },
  ],
  [
    'une table sans source',
    'sources.csv',
    'zones,Essai,Essai,officiel,,,CC0,\n',
    '',
    { code: 'OAD-SOURCE', valeur: 'zones' },
  ],
];

describe('chaque faute a son code, sa place et son remède', () => {
  test.each(CAS)('%s', async (_nom, fichier, avant, apres, attendu) => {
    remplacer(fichier, avant, apres);
    expect(await trouver()).toContainEqual(expect.objectContaining(attendu));
  });

  test('un texte en Windows-1252 est signalé', async () => {
    const chemin = join(dossier, 'besoins/metiers.csv');
    writeFileSync(chemin, Buffer.from('metier,intitule\nD001,\xe9lectricien\nD002,b\n', 'latin1'));
    expect(await trouver()).toContainEqual(
      expect.objectContaining({ code: 'OAD-CODAGE', ligne: 2, colonne: 'intitule' }),
    );
  });

  test('toutes les fautes à la fois, et la sortie d’avant intacte', async () => {
    const sortie = join(dossier, 'sortie');
    await construire([dossier], sortie);
    const avant = readdirSync(sortie);
    remplacer(INSCRIPTIONS, '4,PE,9', '4,PE,neuf');
    remplacer('offre/implantations.csv', ',WBE,', ',WEB,');
    const faute = await construire([dossier], sortie).catch((cause: unknown) => cause);
    expect(faute).toBeInstanceOf(ErreurDeDonnees);
    const codes = (faute as ErreurDeDonnees).problemes.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['OAD-TYPE', 'OAD-VALEUR']));
    expect(readdirSync(sortie)).toEqual(avant);
  });
});
