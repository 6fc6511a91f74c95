import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { ErreurDUsage } from '../../pipelines/check/probleme.ts';
import { importer } from '../../pipelines/import/index.ts';
import { type Dossier, ouvrirDossier, problemesDe } from './dossier.ts';

const FIXTURES = 'test/fixtures/import';
let dossier: Dossier;

beforeEach(() => {
  dossier = ouvrirDossier();
});

afterEach(() => dossier.effacer());

const lancer = (genre: string, fichier: string) =>
  importer(genre, [`${FIXTURES}/${fichier}`], { sortie: dossier.chemin });

const lignesDe = (fichier: string) => dossier.lire(fichier).trim().split('\n').slice(1);

/** Ce qui n’est pas entré, en `ligne code`. */
const rejets = () => lignesDe('rejets.csv').map((ligne) => ligne.split(',').slice(2, 4).join(' '));

describe('le registre ODWB', () => {
  test('chaque ligne est comptée : entrée, réunie ou écartée', async () => {
    const { rapport } = await lancer('odwb-signaletique', 'registre.csv');
    expect(rapport).toContain('9 lignes reçues = 4 entrées + 1 réunies à une autre + 4 écartées.');
    expect(rejets()).toEqual(['6 HORS-CHAMP', '8 EXCEL', '9 RESEAU', '10 DOUBLON']);
  });

  test('zone de la commune, CEFA réuni, hors zone dit, position inversée écartée', async () => {
    const { rapport } = await lancer('odwb-signaletique', 'registre.csv');
    const lignes = lignesDe('offre/implantations.csv').map((ligne) => ligne.split(','));
    const colonnes = [0, 6, 7, 8, 9, 10, 12, 14, 15];
    expect(lignes.map((ligne) => colonnes.map((i) => ligne[i]).join(' '))).toEqual([
      '31 Liège 4 libre confessionnel confessionnel 11 50.64 adresse officiel',
      '32 Pont-à-Celles 10 libre confessionnel confessionnel  50.5 adresse officiel',
      '33 Renaix hors zone WBE non confessionnel  50.75 adresse officiel',
      "35 Fontaine-l'Evêque 10 officiel subventionné non confessionnel   inconnue officiel",
    ]);
    expect(rapport).toContain('Excel a ôté ses premiers zéros (0401234567)');
    expect(rapport).toContain('position 4.3, 50.4 hors de portée');
  });

  test('l’édition faite du registre et d’inscriptions n’a rien à corriger', async () => {
    await lancer('odwb-signaletique', 'registre.csv');
    await lancer('inscriptions', 'inscriptions.csv');
    const problemes = await problemesDe('data', dossier.chemin);
    expect(problemes.filter(({ gravite }) => gravite === 'erreur')).toEqual([]);
    expect(problemes.map(({ code }) => code).sort()).toEqual(['OAD-HORS-ZONE', 'OAD-MELANGE']);
  });
});

describe('les inscriptions', () => {
  beforeEach(() => lancer('odwb-signaletique', 'registre.csv'));

  test('colonnes reconnues, dégâts d’Excel dits, totaux vérifiés', async () => {
    const { rapport } = await lancer('inscriptions', 'inscriptions.csv');
    expect(rapport).toContain('13 lignes reçues = 5 entrées + 0 réunies à une autre + 8 écartées.');
    expect(rejets().slice(0, 8)).toEqual([
      '6 EXCEL',
      '7 EXCEL',
      '8 OPTION',
      '9 FASE',
      '10 DOUBLON',
      '11 MODE',
      '12 TOTAL',
      '14 TOTAL-FAUX',
    ]);
    expect(lignesDe('offre/inscriptions.csv')).toEqual([
      '2023-2024,31,2115,4,PE,12',
      '2023-2024,31,2115,5,PE,3',
      '2023-2024,31,2115,6,ALT,9',
      '2023-2024,32,8123,4,PE,1200',
      '2023-2024,32,8123,5,PE,5',
    ]);
    expect(dossier.lire('sources.csv')).toMatch(/inscriptions,.*officiel.*,1229\n/);
  });

  test('le même contenu en XLSX et en Windows-1252 entre pareil', async () => {
    await lancer('inscriptions', 'inscriptions.csv');
    const attendu = dossier.lire('offre/inscriptions.csv');
    const texte = readFileSync(`${FIXTURES}/inscriptions.csv`, 'utf8');
    const rangees = texte.split('\n').map((ligne) => ligne.split('\t'));
    const xlsx = `${dossier.chemin}/recu.xlsx`;
    await writeXlsxFile(rangees.filter((rangee) => rangee.length > 1)).toFile(xlsx);
    dossier.ecrire('recu.csv', Buffer.from(texte.replaceAll('’', "'"), 'latin1'));
    for (const fichier of ['recu.xlsx', 'recu.csv']) {
      dossier.ecrire('offre/inscriptions.csv', '');
      const chemin = `${dossier.chemin}/${fichier}`;
      await importer('inscriptions', [chemin], { sortie: dossier.chemin });
      expect(dossier.lire('offre/inscriptions.csv'), fichier).toBe(attendu);
    }
  });
});

test('FC : un métier sans correspondance est dit avec les plus proches', async () => {
  const { rapport } = await lancer('fc', 'fc.csv');
  expect(rapport).toContain('5 lignes reçues = 3 entrées + 0 réunies à une autre + 2 écartées.');
  expect(rapport).toMatch(/« Eleveurs de chevaux » : aucun métier connu\. Les plus proches : D\d+/);
  expect(rejets()).toEqual(['5 METIER', '6 REGION']);
});

test('TC : une zone par son numéro, son nom ou celui de son bassin', async () => {
  dossier.ecrire(
    'tc.csv',
    'métier;zone;année\nD004;4;2024\nD004;Bassin de Namur;2024\nD004;Namurr;2024\n',
  );
  await importer('tc', [`${dossier.chemin}/tc.csv`], { sortie: dossier.chemin });
  expect(lignesDe('besoins/thematiques_communes.csv')).toEqual(['2024,4,D004', '2024,6,D004']);
  expect(dossier.lire('rejets.csv')).toContain('Vouliez-vous Namur ?');
});

test('les classes socio-économiques suivent les implantations de l’édition', async () => {
  await lancer('odwb-signaletique', 'registre.csv');
  const { rapport } = await lancer('odwb-classes', 'classes.csv');
  expect(rapport).toContain('5 lignes reçues = 2 entrées + 0 réunies à une autre + 3 écartées.');
  expect(lignesDe('offre/classes.csv')).toEqual(['2025,31,3a,', '2025,32,12,9']);
});

test('un genre, un fichier ou une colonne qui manque : la sortie à prendre est dite', async () => {
  await expect(lancer('inscription', 'fc.csv')).rejects.toThrow('Vouliez-vous inscriptions ?');
  await expect(lancer('fc', 'rien.csv')).rejects.toThrow(ErreurDUsage);
  await expect(lancer('tc', 'registre.csv')).rejects.toThrow('La colonne « métier » manque.');
});
