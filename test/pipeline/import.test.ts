import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { importer } from '../../pipelines/import/index.ts';
import type { ReponseDImport } from '../../src/edition/import/reponses.ts';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { type Dossier, ouvrirDossier, problemesDe } from './dossier.ts';

const FIXTURES = 'test/fixtures/import';
let dossier: Dossier;

beforeEach(() => {
  dossier = ouvrirDossier();
});

afterEach(() => dossier.effacer());

/** Les fichiers d’essai sont faits de fautes : toutes sont acceptées. */
const lancer = (genre: string, fichier: string) =>
  importer(genre, [`${FIXTURES}/${fichier}`], { sortie: dossier.chemin, rejetsMax: '100%' });

/** Importe un texte, tel qu’un fichier le porterait. */
const lancerTexte = (genre: string, texte: string, reponse: ReponseDImport = {}) => {
  dossier.ecrire('recu.txt', texte);
  const fichiers = [`${dossier.chemin}/recu.txt`];
  const options = { sortie: dossier.chemin, rejetsMax: '100%', ...reponse };
  return importer(genre, fichiers, options);
};

const lignesDe = (fichier: string) => dossier.lire(fichier).trim().split('\n').slice(1);

/** Ce qui n’est pas entré, en `ligne code`. */
const rejets = () => lignesDe('rejets.csv').map((ligne) => ligne.split(',').slice(2, 4).join(' '));

describe('le registre ODWB', () => {
  test('chaque ligne est comptée : entrée, réunie ou écartée', async () => {
    const { rapport } = await lancer('odwb-signaletique', 'registre.csv');
    expect(rapport).toContain('9 lignes reçues = 4 entrées + 1 réunie à une autre + 4 écartées.');
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
    const restants = problemes.filter(({ accepte }) => accepte === undefined);
    expect([...new Set(restants.map(({ code }) => code))].sort()).toEqual([
      'OAD-COUVERTURE',
      'OAD-HORS-ZONE',
    ]);
  });
});

describe('les inscriptions', () => {
  beforeEach(() => lancer('odwb-signaletique', 'registre.csv'));

  test('colonnes reconnues, dégâts d’Excel dits, totaux vérifiés', async () => {
    const { rapport } = await lancer('inscriptions', 'inscriptions.csv');
    expect(rapport).toContain('13 lignes reçues = 5 entrées + 0 réunie à une autre + 8 écartées.');
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
      await importer('inscriptions', [chemin], { sortie: dossier.chemin, rejetsMax: '100%' });
      expect(dossier.lire('offre/inscriptions.csv'), fichier).toBe(attendu);
    }
  });
});

const EFFECTIFS = 'année scolaire;FASE;OBG;année;mode;élèves\n';

describe('ce qui n’est pas une donnée', () => {
  beforeEach(() => lancer('odwb-signaletique', 'registre.csv'));

  test('une ligne sans valeur se saute, en CSV comme en XLSX', async () => {
    const vides = ';;;;;\n ; ;\u00a0;;;\n'.repeat(20);
    const { rapport } = await lancerTexte(
      'inscriptions',
      `${EFFECTIFS}2023-2024;31;2115;4;PE;12\n${vides}`,
    );
    expect(rapport).toContain('1 ligne reçue = 1 entrée + 0 réunie à une autre + 0 écartée.');
  });

  test('sous-totaux, totaux, notes et renvois sont dits tels, et ne comptent pas', async () => {
    dossier.ecrire(
      'recu.txt',
      `${EFFECTIFS}2023-2024;31;2115;4;PE;12
2023-2024;31;2115;5;PE;9
Sous-total Liège;;;;;21
2023-2024;32;2115;5;PE;8
TOTAL GÉNÉRAL;;;;;29
;Ensemble;;;;29
S/Total;;;;;30
Somme;;;;;
Province de Namur;;;;;
Source : service statistique, extraction du 12/02/2024;;;;;
(1) Y compris l’alternance;;;;;
* provisoire;;;;;
Note;;;;;2
`,
    );
    const { ecrit } = await importer('inscriptions', [`${dossier.chemin}/recu.txt`], {
      sortie: dossier.chemin,
    });
    expect(ecrit).toBe(true);
    expect(rejets().slice(0, 10)).toEqual([
      '4 TOTAL',
      '6 TOTAL',
      '7 TOTAL',
      '8 TOTAL-FAUX',
      '9 TOTAL',
      ...[10, 11, 12, 13, 14].map((ligne) => `${ligne} NOTE`),
    ]);
  });

  test.each([
    ['Σ;;;;;21', 'TOTAL'],
    [';;;;;21', 'TOTAL'],
    ['dont filles;;;;;7', 'NOTE'],
    ['2023-2024;31;dont alternance;4;ALT;3', 'NOTE'],
    ['2023-2024;31;2115;4;Tous;21', 'TOTAL'],
    ['2023-2024;31;Toutes options confondues;;;21', 'TOTAL'],
    [';;;;;20', 'FASE'],
  ])('« %s » est dite %s', async (ligne, code) => {
    const lignes = ['2023-2024;31;2115;4;PE;12', '2023-2024;31;2115;5;PE;9', ligne, ''];
    await lancerTexte('inscriptions', EFFECTIFS + lignes.join('\n'));
    expect(rejets()[0]).toBe(`4 ${code}`);
  });

  test('une ligne mal séparée n’est pas une note', async () => {
    await lancerTexte(
      'inscriptions',
      `${EFFECTIFS}2023-2024;31;2115;4;PE;12\n2023-2024,31,2115,5,PE,9\n`,
    );
    expect(rejets().slice(0, 1)).toEqual(['3 FASE']);
  });
});

describe('ce qu’un tableur a changé', () => {
  beforeEach(() => lancer('odwb-signaletique', 'registre.csv'));

  test('zéros de tête corrigés et dits, numéro dans un texte proposé, année seule annoncée', async () => {
    const { rapport } = await lancerTexte(
      'inscriptions',
      `${EFFECTIFS}2024;0031;02115;4e année;P.E.;12
2024;FASE 31;2115;5;PE;3
2024;31;2115 Agriculture;5;PE;3
2024;31;2115 Installatrice électricienne;6;PE;7
2023-2025;31;2115;5;PE;3
`,
      { annee: 'debut' },
    );
    expect(lignesDe('offre/inscriptions.csv')).toEqual([
      '2024-2025,31,2115,4,PE,12',
      '2024-2025,31,2115,6,PE,7',
    ]);
    expect(rapport).toContain('« 0031 » → 31');
    expect(rapport).toContain('« 02115 » → 2115');
    expect(rapport).toContain('« 2115 Installatrice électricienne » → 2115');
    expect(rapport).toContain('« 2024 » lu 2024-2025');
    expect(rapport).toMatch(/\[FASE\] « FASE 31 », colonne [A-Z] « [^»]+ » : .*Vouliez-vous 31 \?/);
    expect(rapport).toMatch(
      /\[OPTION\] « 2115 Agriculture », colonne [A-Z] « [^»]+ » : .*Vouliez-vous 2115 \?/,
    );
    expect(rapport).toMatch(/\[ANNEE-SCOLAIRE\] « 2023-2025 »/);
  });

  test('une colonne facultative abîmée ne refuse pas la ligne', async () => {
    const registre = readFileSync(`${FIXTURES}/registre.csv`, 'utf8');
    const { rapport } = await lancerTexte(
      'odwb-signaletique',
      registre.replace(';401234567;', ';4,0123E+08;'),
    );
    expect(rapport).toContain('9 lignes reçues = 4 entrées');
    expect(rapport).toMatch(/ligne 2 : numéro BCE non repris : Excel/);
    const classes = 'type_d_enseignement;numero_fase_de_l_implantation;numero_de_classe;';
    await lancerTexte(
      'odwb-classes',
      `${classes}numero_de_classe_hed;annee_de_reference_de_la_donnee
Secondaire ordinaire;31;12;juin-14;2025
Secondaire ordinaire;32;12;21;2025
`,
    );
    expect(lignesDe('offre/classes.csv')).toEqual(['2025,31,12,', '2025,32,12,']);
  });
});

describe('FC : le même intitulé, ou rien', () => {
  test('un métier sans correspondance est dit avec les plus proches', async () => {
    const { rapport } = await lancer('fc', 'fc.csv');
    expect(rapport).toContain('5 lignes reçues = 3 entrées + 0 réunie à une autre + 2 écartées.');
    expect(rapport).toMatch(
      /« Eleveurs de chevaux » : aucun métier connu.* Les plus proches : D\d+/,
    );
    expect(rejets()).toEqual(['5 METIER', '6 REGION']);
  });

  const entrent = async (...intitules: string[]) => {
    const { rapport } = await lancerTexte(
      'fc',
      `métier;année;région;nature
Fleuriste;2020;Wallonie;quantitative
${intitules.map((intitule, i) => `${intitule};${2021 + i};Wallonie;quantitative`).join('\n')}\n`,
    );
    const metiers = lignesDe('besoins/fonctions_critiques.csv').slice(1);
    return { rapport, metiers: metiers.map((ligne) => ligne.split(',')[2]) };
  };

  test('un mot d’un intitulé n’est pas l’intitulé', async () => {
    const { rapport, metiers } = await entrent(
      ...[
        'Technicien',
        'Agent',
        'Ouvrier',
        'Mécanicienne',
        'Conducteur',
        'Électricien/Électricienne',
      ],
      ...['Agricole', 'Peintre', 'Jardinier en chef', 'Cuisinier/Cuisinier de collectivité'],
      ...['Boulanger/Pâtissier', 'Vendeur (alimentation)', 'D004 Fleuriste'],
    );
    expect(metiers).toEqual([]);
    expect(rapport).toMatch(
      /\[METIER\] « Technicien », colonne [A-Z] « [^»]+ » : .*D015 Technicien\/Technicienne en informatique/,
    );
  });

  test('casse, accents, apostrophes, espaces et genre ne comptent pas', async () => {
    const { metiers } = await entrent(
      ...['technicien  en INFORMATIQUE', 'Technicien / Technicienne en informatique'],
      ...['Technicien(ne) en informatique', 'Technicien·ne en informatique'],
      ...['Technicienne en informatique (H/F/X)', 'D015', 'D015 Technicien en informatique'],
      ...['Technicien en informatique / Technicienne en informatique', "Agent d'accueil"],
      'Ouvrière poseuse de revêtements souples de sol',
    );
    expect(metiers).toEqual([...Array.from({ length: 8 }, () => 'D015'), 'D077', 'D099']);
  });

  test('une région ou une nature s’écrit en entier', async () => {
    const { rapport } = await lancerTexte(
      'fc',
      `métier;année;région;nature
D004;2024;Fédération Wallonie-Bruxelles;quantitative
D004;2024;Wallonie;quantitative et structurelle
D004;2024;Wallonie;non structurelle
D004;2024;Forem;Pénurie quantitative
`,
    );
    expect(lignesDe('besoins/fonctions_critiques.csv')).toEqual([
      '2024,Wallonie,D004,quantitative',
    ]);
    expect(rapport).toMatch(/\[REGION\] « Fédération Wallonie-Bruxelles »/);
  });
});

test('TC : une zone par son numéro, son nom ou celui de son bassin', async () => {
  const { rapport } = await lancerTexte(
    'tc',
    'métier;zone;année\nD004;4;2024\nD004;Bassin EFE de Namur;2024\nD004;Namurr;2024\n',
  );
  expect(lignesDe('besoins/thematiques_communes.csv')).toEqual(['2024,4,D004', '2024,6,D004']);
  expect(rapport).toContain('Vouliez-vous Namur ?');
});

test('les classes socio-économiques suivent les implantations de l’édition', async () => {
  await lancer('odwb-signaletique', 'registre.csv');
  const { rapport } = await lancer('odwb-classes', 'classes.csv');
  expect(rapport).toContain('5 lignes reçues = 2 entrées + 0 réunie à une autre + 3 écartées.');
  expect(lignesDe('offre/classes.csv')).toEqual(['2025,31,3a,', '2025,32,12,9']);
});

test('un genre, un fichier ou une colonne qui manque : la sortie à prendre est dite', async () => {
  await expect(lancer('inscription', 'fc.csv')).rejects.toThrow('Vouliez-vous inscriptions ?');
  await expect(lancer('fc', 'rien.csv')).rejects.toThrow(ErreurDUsage);
  await expect(lancer('tc', 'registre.csv')).rejects.toThrow('La colonne « métier » manque.');
});
