import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { importer } from '../../pipelines/import/index.ts';
import { ligne, xlsx } from '../unit/edition/classeurs.ts';
import { MINI, ouvrirDossier, problemesDe } from './dossier.ts';

/** Une faute : la colonne d’un fichier, la rangée où la mettre, la valeur qu’on y met. */
const FAUTES = [
  ['offre/inscriptions.csv', 'eleves', 1, '-3'],
  ['offre/inscriptions.csv', 'eleves', 2, 'douze'],
  ['offre/inscriptions.csv', 'code_obg', 3, '2151'],
  ['offre/inscriptions.csv', 'fase_implantation', 2, '900077'],
  ['offre/inscriptions.csv', 'annee_scolaire', 4, '2022-2024'],
  ['offre/inscriptions.csv', 'mode', 3, 'CEFA'],
  ['offre/inscriptions.csv', 'annee_etude', 2, '9'],
  ['offre/implantations.csv', 'zone', 2, '14'],
  ['offre/implantations.csv', 'lat', 1, '5.57'],
  ['offre/implantations.csv', 'reseau', 3, 'WEB'],
  ['offre/implantations.csv', 'caractere', 2, 'neutre'],
  ['offre/implantations.csv', 'internat', 1, 'peut-être'],
  ['offre/population.csv', 'forme', 2, 'X'],
  ['offre/population.csv', 'zone', 1, '0'],
  ['besoins/fonctions_critiques.csv', 'region', 1, 'Flandre'],
  ['besoins/thematiques_communes.csv', 'metier', 1, 'D999'],
  ['besoins/options_metiers.csv', 'code_obg', 1, '9999'],
  ['territoire/communes.csv', 'lon', 1, 'est'],
  ['referentiel/options.csv', 'secteur', 2, '99'],
  ['sources.csv', 'nature', 2, 'rumeur'],
] as const;

const FORMES = [
  ['LF', '\n', ''],
  ['CRLF, BOM et lignes vides', '\r\n', '\uFEFF'],
] as const;

/** Ce qu’un éditeur de texte montre à cette ligne du fichier, sous cette colonne. */
function ouvrirA(texte: string, ligne: number, colonne: string): string | undefined {
  const lignes = texte.replace('\uFEFF', '').split(/\r?\n/);
  const [entete = []] = Papa.parse<string[]>(lignes[0] ?? '').data;
  const [cellules = []] = Papa.parse<string[]>(lignes[ligne - 1] ?? '').data;
  return cellules[entete.indexOf(colonne)];
}

test.each(FAUTES)(
  '%s, colonne %s, rangée %i : « %s » est où le message le dit',
  async (...faute) => {
    const [fichier, colonne, rang, valeur] = faute;
    for (const [forme, fin, debut] of FORMES) {
      const dossier = ouvrirDossier(MINI);
      const { data } = Papa.parse<string[]>(dossier.lire(fichier).trim());
      const place = data[0]?.indexOf(colonne) ?? -1;
      const fautives = data.map((cellules, i) =>
        i === rang ? cellules.with(place, valeur) : cellules,
      );
      const lignes = fautives.map((cellules) => Papa.unparse([cellules]));
      if (debut) lignes.splice(1, 0, '', '');
      const texte = debut + lignes.join(fin) + fin;
      dossier.ecrire(fichier, texte);
      const dits = (await problemesDe(dossier.chemin)).filter(
        (p) => p.fichier.endsWith(fichier) && p.colonne === colonne && p.gravite === 'erreur',
      );
      dossier.effacer();
      expect(dits.length, `${forme} : un message`).toBeGreaterThan(0);
      for (const { ligne = 0 } of dits) {
        expect(ouvrirA(texte, ligne, colonne), `${forme}, ligne ${ligne}`).toBe(valeur);
      }
    }
  },
);

test('chaque ligne écartée à l’import est à la ligne dite du fichier reçu', async () => {
  const dossier = ouvrirDossier();
  const entete = 'annee;region;metier';
  const lignes = [
    'Fonctions critiques',
    '',
    entete,
    '2025;Wallonie;Coiffeur',
    '',
    'x;Wallonie;Coiffeur',
  ];
  lignes.push(
    '2025;Atlantide;Coiffeur',
    '2025;Wallonie;"Dresseur\nde licornes"',
    '2025;Wallonie;Nul',
  );
  const texte = lignes.join('\n');
  dossier.ecrire('recu.csv', texte);
  const fichiers = [`${dossier.chemin}/recu.csv`];
  const { objet } = await importer('fc', fichiers, { sortie: dossier.chemin, rejetsMax: '100%' });
  const rejets = objet?.fichiers[0]?.rejets ?? [];
  expect(rejets.length).toBe(4);
  for (const { ligne, valeur } of rejets) {
    const [premier = ''] = valeur.split(/\s/);
    expect(texte.split('\n')[ligne - 1], `ligne ${ligne}`).toContain(premier);
  }
  dossier.effacer();
});

/** Une faute d’un fichier reçu : son code, et ce qui est écrit à son endroit. */
type Faute = readonly [code: string, rang: number, colonne: number, valeur: string];

const TITRES = ['Année scolaire', 'FASE implantation', 'Code OBG', 'Année d’étude', 'Mode'];
const EFFECTIFS = [...TITRES, 'Élèves', 'Remarque'];
const JUSTE = ['2023-2024', '31', '2115', '4', 'PE', '12', ''];

/** Une rangée juste, à une cellule près ; son année d’étude la distingue des autres. */
const INSCRIPTIONS: readonly Faute[] = [
  ['FASE', 1, 1, '99999'],
  ['FASE', 2, 1, 'FASE 31'],
  ['FASE', 3, 1, 'Athénée'],
  ['OPTION', 4, 2, '2151'],
  ['OPTION', 5, 2, '2115/8123'],
  ['OPTION', 6, 2, '2115 Roses'],
  ['MODE', 7, 4, 'jour'],
  ['ANNEE', 8, 3, '9'],
  ['ANNEE', 9, 3, '4e et 5e'],
  ['ANNEE-SCOLAIRE', 10, 0, '2022-2024'],
  ['ANNEE-SCOLAIRE', 11, 0, 'cette année'],
  ['ELEVES', 12, 5, 'douze'],
  ['ELEVES', 13, 5, '-3'],
  ['EXCEL', 14, 5, '05-avr'],
  ['EXCEL', 15, 5, '1,5'],
  ['EXCEL', 16, 1, '3,1E+05'],
  ['EXCEL', 17, 5, '45751'],
  ['EXCEL', 18, 5, '=SUM(F2:F4)'],
  ['EXCEL', 19, 5, '#REF!'],
  ['EFFECTIF-TU', 20, 5, 'n.d.'],
  ['OAD-CODAGE', 21, 4, 'plein ex?rcice'],
  ['LONGUEUR', 22, 1, '3'.repeat(700)],
  ['DOUBLON', 23, 2, '2115'],
];

const FAUTIVES: readonly (readonly string[])[] = [
  JUSTE,
  ...INSCRIPTIONS.map(([code, , colonne, valeur], i) => {
    const une = JUSTE.with(6, i % 3 === 0 ? 'une remarque\nsur deux lignes ; "citée"' : '');
    return code === 'DOUBLON' ? une : une.with(colonne, valeur);
  }),
];

const citee = (texte: string, signe: string): string =>
  texte.includes(signe) || /["\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;

/** La ligne de texte où commence chaque rangée d’un CSV. */
function debuts(rangees: readonly (readonly string[])[]): number[] {
  let ligne = 1;
  return rangees.map((rangee) => {
    const debut = ligne;
    ligne += rangee.join('').split('\n').length;
    return debut;
  });
}

const AVANT = [['Effectifs, au 15 janvier'], [], ['"citée"\net suivie']];
const TOUTES = [...AVANT, EFFECTIFS, ...FAUTIVES];
const PLACES = debuts(TOUTES);
/** Le rang de la première rangée de données. */
const PREMIERE = AVANT.length + 1;

const enCsv = (saut: string, signe: string): string =>
  TOUTES.map((rangee) => rangee.map((texte) => citee(texte, signe)).join(signe))
    .join('\n')
    .replaceAll('\n', saut);
const xml = TOUTES.map((rangee, i) =>
  ligne(
    i + 1,
    rangee.map((texte) => texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
  ),
).join('');
const LISEZ_MOI = { nom: 'Lisez-moi', xml: ligne(1, ['à lire']) };

describe('chaque faute d’un fichier reçu est dite à sa place', () => {
  test.each<[string, string | Uint8Array, (rang: number) => number]>([
    ['CSV', enCsv('\n', ';'), (rang) => PLACES[rang] ?? 0],
    ['CSV à virgules, CRLF et BOM', `\uFEFF${enCsv('\r\n', ',')}`, (rang) => PLACES[rang] ?? 0],
    ['CSV « sep= »', `sep=;\n${enCsv('\n', ';')}`, (rang) => (PLACES[rang] ?? 0) + 1],
    ['XLSX, deuxième feuille', xlsx([LISEZ_MOI, { nom: 'Effectifs', xml }]), (rang) => rang + 1],
  ])('%s', async (_nom, contenu, ligneDe) => {
    const dossier = ouvrirDossier();
    await importer('odwb-signaletique', ['test/fixtures/import/registre.csv'], {
      sortie: dossier.chemin,
      rejetsMax: '100%',
    });
    dossier.ecrire('recu', contenu);
    const { objet } = await importer('inscriptions', [`${dossier.chemin}/recu`], {
      sortie: dossier.chemin,
      rejetsMax: '100%',
    });
    dossier.effacer();
    const dites = objet?.fichiers[0]?.rejets.map(({ ligne: ou, code }) => `${ou} ${code}`);
    expect(dites).toEqual(
      INSCRIPTIONS.map(([code, rang]) => `${ligneDe(PREMIERE + rang)} ${code}`),
    );
    for (const { ligne: ou, colonne, code, valeur } of objet?.fichiers[0]?.rejets ?? []) {
      const faute = INSCRIPTIONS.find(([c, rang]) => c === code && ligneDe(PREMIERE + rang) === ou);
      const [, , place = 0, ecrite = ''] = faute ?? [];
      const dite = `${'ABCDEFG'[place]} « ${EFFECTIFS[place]} »`;
      expect(colonne, `ligne ${ou} [${code}]`).toBe(code === 'DOUBLON' ? null : dite);
      const attendue = code === 'DOUBLON' ? '2023-2024/31/2115/4/PE' : ecrite.slice(0, 39);
      expect(valeur.slice(0, 39), `ligne ${ou}`).toBe(attendue.slice(0, 39));
    }
  });
});
