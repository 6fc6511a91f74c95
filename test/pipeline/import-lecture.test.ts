import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import type { ReponseDImport } from '../../src/edition/import/reponses.ts';
import { cellule, ligne, xlsx } from '../unit/edition/classeurs.ts';
import { commande } from './commande.ts';
import { type Dossier, ouvrirDossier } from './dossier.ts';

let dossier: Dossier;

beforeEach(async () => {
  dossier = ouvrirDossier();
  const registre = ['test/fixtures/import/registre.csv'];
  await importer('odwb-signaletique', registre, { sortie: dossier.chemin, rejetsMax: '100%' });
});

afterEach(() => dossier.effacer());

const ENTETE = ['Année scolaire', 'FASE implantation', 'Code OBG', 'Année d’étude', 'Mode'];
const TITRES = [...ENTETE, 'Élèves'];
const RANGEES = [
  ['2023-2024', '31', '2115', '4', 'PE', '12'],
  ['2023-2024', '31', '2115', '5', 'PE', '9'],
  ['2023-2024', '32', '8123', '4', 'ALT', '7'],
];
const LUES = RANGEES.map((rangee) => rangee.join(','));

const csv = (rangees: readonly (readonly string[])[], signe = ';'): string =>
  `${rangees.map((rangee) => rangee.join(signe)).join('\n')}\n`;

const TABLE = csv([TITRES, ...RANGEES]);

const lancer = async (
  contenu: string | Uint8Array,
  reponse: ReponseDImport = {},
  genre?: string,
) => {
  dossier.ecrire('recu.csv', contenu);
  const fichiers = [`${dossier.chemin}/recu.csv`];
  const options = { sortie: dossier.chemin, rejetsMax: '100%', ...reponse };
  return importer(genre ?? 'inscriptions', fichiers, options);
};

const ecrites = () => dossier.lire('offre/inscriptions.csv').trim().split('\n').slice(1);

/** Rien n’entre, et la question dit les lectures et l’option qui choisit. */
async function demande(contenu: string | Uint8Array, ...mots: readonly (string | RegExp)[]) {
  const dit = await lancer(contenu).then(
    ({ ecrit, rapport }) => (ecrit ? 'écrit' : rapport),
    (cause: Error) => cause.message,
  );
  for (const mot of mots) expect(dit).toMatch(mot);
  expect(() => dossier.lire('offre/inscriptions.csv')).toThrow();
}

const feuille = (rangees: readonly (readonly string[])[], de = 1): string =>
  rangees.map((rangee, i) => ligne(de + i, rangee)).join('');

describe('l’en-tête et le séparateur se trouvent, et les numéros de ligne restent', () => {
  const titre = 'Effectifs, au 15 janvier 2024, par école\n\n;;;;;\n';
  const renvoi = '"Année\nscolaire","FASE\nimplantation",Code OBG,Année d’étude,Mode,Élèves\n';
  test.each<[string, string, number]>([
    ['sep=;', `sep=;\n${TABLE}`, 2],
    ['sep=, et CRLF', `"sep=,"\r\n${csv([TITRES, ...RANGEES], ',').replaceAll('\n', '\r\n')}`, 2],
    ['titre, lignes vides', `${titre}${TABLE}`, 4],
    ['en-têtes renvoyés à la ligne', renvoi + csv(RANGEES, ','), 1],
    ['tabulation', csv([TITRES, ...RANGEES], '\t'), 1],
    ['barre verticale', csv([TITRES, ...RANGEES], '|'), 1],
    ['une marque', `\uFEFF${TABLE}`, 1],
  ])('%s', async (_nom, texte, entete) => {
    const { rapport } = await lancer(`${texte}2023-2024;99;2115;4;PE;1\n`);
    expect(ecrites()).toEqual(LUES);
    const derniere = texte.trimEnd().split('\n').length + 1;
    expect(rapport).toContain(`ligne ${derniere} [`);
    if (entete > 1) expect(rapport).toContain(`En-têtes à la ligne ${entete}`);
  });

  test('sans les colonnes : ce qui a été lu, le séparateur, ce qui manque', async () => {
    await demande(
      'a;b\n1;2\n',
      ...['aucune des 20 premières lignes', 'Ligne 1, lu : « a », « b »', 'point-virgule'],
    );
  });

  test.each(['   \n\n  \n', '\uFEFF', ';;;\n;;;\n'])(
    'sans aucune valeur (%j) : le fichier est vide',
    (vide) => demande(vide, 'le fichier est vide'),
  );

  test('une cellule de trop n’est pas un nombre plus petit', async () => {
    const { rapport } = await lancer(
      `${csv([TITRES, ...RANGEES], ',')}2023-2024,32,8123,5,PE,1,200\n`,
    );
    expect(ecrites()).toEqual(LUES);
    expect(rapport).toContain('ligne 5 [LARGEUR] « 200 »');
  });

  test('un « sep= » que le fichier ne suit pas ne compte pas', async () => {
    await lancer(`sep=;\n${csv([TITRES, ...RANGEES], ',')}`);
    expect(ecrites()).toEqual(LUES);
  });

  test('une cellule vide a sa raison, un caractère perdu aussi', async () => {
    const [une = []] = RANGEES;
    const { rapport } = await lancer(
      csv([TITRES, ...RANGEES, une.with(0, ''), une.with(2, ''), une.with(4, 'plein ex?rcice')]),
    );
    expect(rapport).toMatch(
      /ligne 5 \[ANNEE-SCOLAIRE\] « \(vide\) », colonne [A-Z] « [^»]+ » : .*fusionnée \?/,
    );
    expect(rapport).toMatch(
      /ligne 6 \[OPTION\] « \(vide\) », colonne [A-Z] « [^»]+ » : .*fusionnée \?/,
    );
    expect(rapport).toMatch(/ligne 7 \[OAD-CODAGE\]/);
    expect(ecrites()).toEqual(LUES);
  });

  test('des en-têtes répétés se passent ; dans un autre ordre, ils arrêtent', async () => {
    await lancer(csv([TITRES, ...RANGEES.slice(0, 2), TITRES, ...RANGEES.slice(2)]));
    expect(ecrites()).toEqual(LUES);
    const autres = [...TITRES].reverse();
    await expect(lancer(csv([TITRES, ...RANGEES, autres]))).rejects.toThrow(
      'un second tableau commence à la ligne 5',
    );
  });
});

describe('un encodage se vérifie', () => {
  const utf16 = (texte: string) => Buffer.from(texte, 'utf16le');
  const mac = (texte: string) =>
    Buffer.from(
      [...texte].map((c) => ({ é: 0x8e, è: 0x8f, É: 0x83, '’': 0xd5 })[c] ?? c.charCodeAt(0)),
    );
  const dos = (texte: string) =>
    Buffer.from([...texte].map((c) => ({ é: 0x82, è: 0x8a, É: 0x90 })[c] ?? c.charCodeAt(0)));
  const droites = TABLE.replaceAll('’', "'");

  test.each<[string, Buffer, string]>([
    ['UTF-16 LE', utf16(`\uFEFF${TABLE}`), 'UTF-16'],
    ['UTF-16 BE', utf16(`\uFEFF${TABLE}`).swap16(), 'UTF-16'],
    ['UTF-16 sans marque', utf16(TABLE), 'UTF-16'],
    ['Windows-1252', Buffer.from(droites, 'latin1'), 'Windows-1252'],
    ['Mac OS Roman', mac(TABLE), 'Mac OS Roman'],
  ])('%s', async (_nom, octets, dit) => {
    const { rapport } = await lancer(octets);
    expect(rapport).toContain(`lu en ${dit}`);
    expect(ecrites()).toEqual(LUES);
  });

  test('MS-DOS, et des accents encodés deux fois : la cause et le remède', async () => {
    await demande(dos(droites), 'MS-DOS', 'CSV UTF-8');
    const double = new TextDecoder('windows-1252').decode(Buffer.from(TABLE));
    await demande(double, /ligne 1 : « Ã.+ » vient d’un accent encodé deux fois/);
    await demande(
      xlsx([{ xml: feuille([[...TITRES, 'LiÃ¨ge'], ...RANGEES]) }]),
      'ligne 1 : « Ã¨ »',
    );
  });

  test('un octet perdu dans de l’UTF-8 : sa ligne est dite, et elle seule n’entre pas', async () => {
    const colonnes =
      'type_d_enseignement;ndeg_fase_de_l_etablissement;nom_d_etablissement;' +
      'ndeg_fase_de_l_implantation;reseau;adresse_de_l_implantation;' +
      'code_postal_de_l_implantation;commune_de_l_implantation;latitude;longitude\n';
    const ecole = (fase: string, nom: string) =>
      Buffer.from(`Secondaire ordinaire;1;${nom};${fase};WBE;Rue 1;4000;Liège;;\n`);
    const [debut, fin] = [ecole('31', 'Athénée A'), ecole('32', 'Gué')];
    fin[fin.indexOf(0xc3)] = 0xe9;
    const octets = Buffer.concat([Buffer.from(colonnes), debut, ecole('33', 'Éveil'), fin]);
    const { rapport } = await lancer(octets, {}, 'odwb-signaletique');
    expect(rapport).toContain('Ligne 4 : un octet n’est pas de l’UTF-8');
    expect(rapport).toMatch(/ligne 4 \[OAD-CODAGE\]/);
    expect(dossier.lire('offre/implantations.csv')).toContain('Athénée A');
  });
});

describe('un classeur', () => {
  const bonne = feuille([TITRES, ...RANGEES], 3);

  test('la feuille qui a les colonnes est lue, jamais une cachée', async () => {
    const { rapport } = await lancer(
      xlsx([
        { nom: 'Param', etat: 'hidden', xml: feuille([TITRES, [...ENTETE, '999']]) },
        { nom: 'Lisez-moi', xml: feuille([['Ce classeur…']]) },
        { nom: 'Modèle', xml: feuille([TITRES]) },
        { nom: 'Effectifs', xml: bonne },
      ]),
    );
    expect(ecrites()).toEqual(LUES);
    expect(rapport).toContain('la feuille « Effectifs » est lue');
    expect(rapport).toContain('Cachées, pas lues : « Param ».');
    expect(rapport).toContain('En-têtes à la ligne 3');
  });

  test('plusieurs feuilles : laquelle ? et les deux se lisent si on le dit', async () => {
    const an = (annee: string) => RANGEES.map(([, ...reste]) => [annee, ...reste]);
    const deux = xlsx([
      { nom: '2022', xml: feuille([TITRES, ...an('2022-2023')]) },
      { nom: '2023', xml: feuille([TITRES, ...RANGEES]) },
      { nom: 'Cachée', etat: 'hidden', xml: feuille([TITRES]) },
    ]);
    await demande(deux, "--feuille '2022' ou --feuille '2023'");
    await expect(lancer(deux, { feuille: ['Cachée'] })).rejects.toThrow('est cachée. Affichez');
    await expect(lancer(deux, { feuille: ['2024'] })).rejects.toThrow(
      'Il y a : « 2022 », « 2023 »',
    );
    await lancer(deux, { feuille: ['2023'] });
    expect(ecrites()).toEqual(LUES);
    const { rapport } = await lancer(deux, { feuille: ['2022', '2023'] });
    expect(ecrites()).toHaveLength(6);
    expect(rapport).toContain('recu.csv [2022] : 3 lignes reçues');
  });

  test('une cellule fusionnée vaut pour ses lignes ; un nombre fusionné, pour aucune', async () => {
    const [une = [], deux = [], ...reste] = RANGEES;
    const trouee = deux.map((texte, i) => (i < 3 ? '' : texte));
    const lignes = feuille([
      TITRES,
      une,
      trouee,
      ...reste,
      ['2023-2024', '33', '8123', '4', 'PE', '8'],
    ]);
    const refs = ['A2:A3', 'B2:B3', 'C2:C3', 'F5:F6'].map((ref) => `<mergeCell ref="${ref}"/>`);
    const vide = `<row r="6">${['2023-2024', '33', '8123', '5', 'PE'].map((t, i) => cellule(`${'ABCDE'[i]}6`, t)).join('')}</row>`;
    const xml = `<worksheet><sheetData>${lignes}${vide}</sheetData><mergeCells>${refs.join('')}</mergeCells></worksheet>`;
    const { rapport } = await lancer(xlsx([{ xml }]));
    expect(ecrites()).toEqual(LUES);
    expect(rapport).toContain('Cellules fusionnées (« Année scolaire »');
    expect(rapport).toContain('ligne 5 [FUSION] « 8 »');
    expect(rapport).toContain('ligne 6 [FUSION]');
  });
});

describe('ce qu’une feuille visible masque', () => {
  const masquer = (xml: string, r: number) =>
    xml.replace(`<row r="${r}"`, `<row hidden="1" r="${r}"`);
  const filtree = xlsx([{ xml: masquer(feuille([TITRES, ...RANGEES]), 3) }]);

  test('des lignes filtrées : rien n’entre avant la réponse, qui se garde', async () => {
    await demande(filtree, 'masque 1 ligne', '--masquees lire', '--masquees laisser');
    const { rapport } = await lancer(filtree, { masquees: 'laisser' });
    expect(rapport).toContain('Masquées, laissées : 1 ligne');
    expect(ecrites()).toEqual([LUES[0], LUES[2]]);
    await lancer(filtree, { masquees: 'lire' });
    expect(ecrites()).toEqual(LUES);
    expect(dossier.lire('import.csv')).toContain('inscriptions,masquees,lire');
  });

  test('une colonne masquée ne se lit pas sans le dire', async () => {
    const cols = '<cols><col min="6" max="6" hidden="1"/></cols>';
    const xml = `<worksheet>${cols}<sheetData>${feuille([TITRES, ...RANGEES])}</sheetData></worksheet>`;
    const masquee = xlsx([{ xml }]);
    await demande(masquee, 'masque la colonne « Élèves »');
    await expect(lancer(masquee, { masquees: 'laisser' })).rejects.toThrow('« élèves » manque');
    await lancer(masquee, { masquees: 'lire' });
    expect(ecrites()).toEqual(LUES);
  });

  test('une ligne masquée au-dessus des titres, ou vide, ne demande rien', async () => {
    const rangees = [['Notes'], TITRES, ...RANGEES];
    await lancer(xlsx([{ xml: masquer(feuille(rangees), 1) }]));
    expect(ecrites()).toEqual(LUES);
  });
});

describe('deux lectures : on demande, et la réponse choisit', () => {
  test.each([
    ['1.000', 'point', '1000'],
    ['1.000', 'aucun', '1'],
    ['1.000', 'virgule', '1'],
    ['2,000', 'virgule', '2000'],
    ['2,000', 'aucun', '2'],
    ['1,234', ',', '1234'],
  ])('%s élèves, --milliers %s : %s', async (ecrit, milliers, lu) => {
    const texte = csv([TITRES, ['2023-2024', '31', '2115', '4', 'PE', ecrit]]);
    await demande(
      texte,
      `« ${ecrit} » élèves se lit`,
      /--milliers (point|virgule)/,
      '--milliers aucun',
    );
    await lancer(texte, { milliers });
    expect(ecrites()).toEqual([`2023-2024,31,2115,4,PE,${lu}`]);
  });

  test('31.0, 31,00 et 1.234.567 n’ont qu’une lecture', async () => {
    const rangees = ['31.0', '31,00', '9.234.567'].map((eleves, i) => [
      ...['2023-2024', '31', '2115', String(4 + i), 'PE', eleves],
    ]);
    await lancer(csv([TITRES, ...rangees]));
    expect(ecrites().map((lue) => lue.split(',').at(-1))).toEqual(['31', '31', '9234567']);
  });

  test.each([
    ['debut', '2024-2025'],
    ['fin', '2023-2024'],
    ['2023-2024', '2023-2024'],
  ])('« 2024 » seul, --annee %s : %s', async (annee, lue) => {
    const texte = TABLE.replaceAll('2023-2024', '2024');
    await demande(texte, '2024-2025 (--annee debut', '2023-2024 (--annee fin', '3 lignes');
    const { rapport } = await lancer(texte, { annee });
    expect(rapport).toContain(`« 2024 » lu ${lue} (3 lignes).`);
    expect(ecrites()).toEqual(LUES.map((texte) => texte.replace('2023-2024', lue)));
  });

  test('« FASE » à côté de « FASE impl. »', async () => {
    const titres = (autre: string) => TITRES.toSpliced(1, 1, 'FASE', autre);
    const rangees = RANGEES.map(([an = '', fase = '', ...reste]) => [an, '33', fase, ...reste]);
    const texte = csv([titres('FASE impl.'), ...rangees]);
    await demande(texte, "--colonne 'fase_implantation=FASE'", "fase_implantation=FASE impl.'");
    await demande(csv([titres('FASE de l’école'), ...rangees]), 'FASE de l’école');
    await lancer(texte, { colonne: ['fase_implantation=« FASE impl. »'] });
    expect(ecrites()).toEqual(LUES);
    await lancer(texte, { colonne: ['fase_implantation=3'] });
    expect(ecrites()).toEqual(LUES);
    await expect(lancer(texte, { colonne: ['fase_implantation=Fass'] })).rejects.toThrow('Fass');
    await expect(lancer(texte, { colonne: ['fase=FASE'] })).rejects.toThrow('annee_scolaire');
  });

  test('ce que les valeurs départagent ne se demande pas', async () => {
    const rangees = RANGEES.map((rangee) => [...rangee, 'Électricien', rangee[5] ?? '']);
    const { rapport } = await lancer(csv([[...TITRES, 'Option', 'Effectif'], ...rangees]));
    expect(ecrites()).toEqual(LUES);
    expect(rapport).toContain('code_obg = « Code OBG »');
    expect(rapport).toContain('Colonnes non reprises : Option, Effectif.');
  });

  const parSexe = [
    ['2023-2024', '31', '2115', '4', 'PE', 'F', '7'],
    ['2023-2024', '31', '2115', '4', 'PE', 'G', '5'],
    ['2023-2024', '31', '2115', '4', 'PE', 'Total', '12'],
    ['2023-2024', '31', '2115', '4', 'PE', 'G', '5'],
  ];
  const AVEC_SEXE = [...ENTETE, 'Sexe', 'Élèves'];

  test('des lignes que le sexe distingue : additionner ou garder', async () => {
    const texte = csv([AVEC_SEXE, ...parSexe]);
    await demande(texte, '« Sexe »', "--additionner 'Sexe'", "--garder 'Sexe=F'");
    const { rapport } = await lancer(texte, { additionner: ['Sexe'] });
    expect(ecrites()).toEqual(['2023-2024,31,2115,4,PE,12']);
    expect(rapport).toContain('1 entrée + 1 réunie à une autre + 2 écartées');
    await lancer(texte, { garder: ['sexe=g'] });
    expect(ecrites()).toEqual(['2023-2024,31,2115,4,PE,5']);
    await expect(lancer(texte, { additionner: ['Genre'] })).rejects.toThrow('Sexe');
  });

  test('deux dates de comptage : aucune n’entre seule', async () => {
    const dates = [
      ['01/10/2023', ...(RANGEES[0] ?? [])],
      ['15/01/2024', ...(RANGEES[0] ?? []).slice(0, 5), '14'],
    ];
    const texte = csv([['Date de comptage', ...TITRES], ...dates]);
    await demande(texte, '« Date de comptage » (01/10/2023, 15/01/2024)');
    await lancer(texte, { garder: ['Date de comptage=15/01/2024'] });
    expect(ecrites()).toEqual(['2023-2024,31,2115,4,PE,14']);
  });

  test.each([
    ['premier', '12'],
    ['second', '3'],
    ['somme', '15'],
  ])('« 12 (dont 3) » élèves, --deux %s : %s', async (deux, lu) => {
    const texte = csv([TITRES, ['2023-2024', '31', '2115', '4', 'PE', '12 (dont 3)']]);
    await demande(texte, '12 (--deux premier), 3 (--deux second) ou 15 (--deux somme)');
    const { rapport } = await lancer(texte, { deux });
    expect(ecrites()).toEqual([`2023-2024,31,2115,4,PE,${lu}`]);
    expect(rapport).toContain(`élèves « 12 (dont 3) » lus ${lu} (1 ligne).`);
  });

  test('un total parmi des lignes sans année d’étude ne s’additionne pas à elles', async () => {
    const [une = [], deux = []] = RANGEES;
    const texte = csv([TITRES, une, deux, une.with(3, '').with(5, '21')]);
    const { ecrit, rapport } = await lancer(texte, { sans: ['annee_etude'] });
    expect(ecrit).toBe(false);
    expect(rapport).toContain('est-ce leur total ?');
  });

  test('« FASE » à côté d’un numéro d’implantation sous un autre nom', async () => {
    const titres = [...TITRES.with(1, 'FASE'), 'N° implantation'];
    await demande(
      csv([titres, ...RANGEES.map((rangee) => [...rangee, '33'])]),
      "fase_implantation=N° implantation'",
    );
  });

  const sansAnnee = (rangees: readonly (readonly string[])[]) =>
    rangees.map((rangee) => rangee.slice(1));

  test.each([
    ['une feuille', '2021-2022', ['Élèves']],
    ['une feuille d’une seule année', '2021', ['Élèves']],
    ['une colonne', 'Effectifs', ['Élèves 2021-2022']],
  ])('l’année que dit %s n’est pas celle qu’on demande : rien n’entre', async (_quoi, nom, fin) => {
    const titres = [...TITRES.slice(1, 5), ...fin];
    const octets = xlsx([{ nom, xml: feuille([titres, ...sansAnnee(RANGEES)]) }]);
    const colonne = fin.map((titre) => `eleves=${titre}`);
    const dit = await lancer(octets, { annee: '2023-2024', colonne }).catch(
      (c: Error) => c.message,
    );
    expect(dit).toMatch(/dit 2021(-2022)?, et vous demandez 2023-2024/);
  });

  test('une année au-dessus des titres, autre que celle demandée, se signale', async () => {
    const texte = `Effectifs 2021-2022\n${csv(sansAnnee([TITRES, ...RANGEES]))}`;
    const { rapport } = await lancer(texte, { annee: '2023-2024' });
    expect(rapport).toContain('dit 2021-2022 ; lu 2023-2024, comme demandé. Vérifiez.');
  });

  test('une question posée n’est pas suivie du mode d’emploi de la commande', async () => {
    const titres = TITRES.toSpliced(1, 1, 'FASE', 'FASE impl.');
    dossier.ecrire('recu.csv', csv([titres, ['2023-2024', '33', '31', '2115', '4', 'PE', '12']]));
    const fichier = `${dossier.chemin}/recu.csv`;
    const { code, texte } = await commande(
      ...['import', 'inscriptions', fichier, '--out', dossier.chemin],
    );
    expect(code).toBe(2);
    expect(texte).toContain("--colonne 'fase_implantation=FASE impl.'");
    expect(texte).not.toContain('Usage :');
  });

  test('les options de la commande portent les réponses ; fausses, elles sont refusées', async () => {
    dossier.ecrire('recu.csv', TABLE.replaceAll('2023-2024', '2024').replace(';12\n', ';1.200\n'));
    const fichier = `${dossier.chemin}/recu.csv`;
    const mots = ['import', 'inscriptions', fichier, '--out', dossier.chemin];
    expect((await commande(...mots)).code).toBe(1);
    expect((await commande(...mots, '--annee', 'fin', '--milliers', 'mille')).code).toBe(2);
    expect((await commande(...mots, '--annee', 'fin', '--milliers', 'point')).code).toBe(0);
    expect(ecrites()[0]).toBe('2023-2024,31,2115,4,PE,1200');
  });
});
