import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { construire } from '../../pipelines/construire.ts';
import { importer } from '../../pipelines/import/index.ts';
import { csvDuTableau } from '../../src/charts/csv.ts';
import { comparaisons } from '../../src/charts/zones/comparaison.ts';
import { SECTIONS } from '../../src/charts/zones/index.ts';
import { offreDe } from '../../src/domain/autour/offre.ts';
import { effectifDe } from '../../src/domain/dossier/presence.ts';
import { elevesDe, sommerEleves } from '../../src/domain/filtre/groupes.ts';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { BORNES } from '../../src/edition/read/bornes.ts';
import { lireTableur } from '../../src/edition/read/tableur.ts';
import { exporterTable } from '../../src/export/table.ts';
import { rangeesDeTranche } from '../../src/export/tranche.ts';
import { effectifEcrit } from '../../src/phrases/effectif.ts';
import { enTexte } from '../../src/phrases/phrase.ts';
import { offreDeLAnnee } from '../../src/query/carte.ts';
import { detailIndicateurs } from '../../src/query/detail-indicateurs.ts';
import { donneesDuDossier } from '../../src/query/dossier.ts';
import {
  HISTOIRE_DES_OPTIONS,
  type SiteDOption,
  sitesDesOptions,
} from '../../src/query/fiche-option.ts';
import { HISTOIRE_DES_IMPLANTATIONS } from '../../src/query/fiches.ts';
import { lireIndicateurs } from '../../src/query/indicateurs.ts';
import { type Moteur, type Requete, requete } from '../../src/query/moteur.ts';
import { toutesLesRangees } from '../../src/query/table.ts';
import { type DossierZones, lireDossierZones } from '../../src/query/zones/dossier.ts';
import type { Dossier } from './dossier.ts';
import { reelle } from './edition-reelle.ts';
import { oublierPubliees, publierEtLire } from './publiee.ts';

const ANNEE = '2023-2024';
const ENTETE = 'Année scolaire;FASE implantation;Code OBG;Année d’étude;Mode;Élèves';
/** 1001 et 1002 sont à Liège (4), 1003 à Bruxelles (1) ; la source tait ce qui est en mots. */
const RECU = [
  ENTETE,
  `${ANNEE};1001;2115;4;PE;<5`,
  `${ANNEE};1002;2115;4;PE;12`,
  `${ANNEE};1002;2115;5;PE;20`,
  `${ANNEE};1003;2115;4;PE;moins de 10`,
  `${ANNEE};1003;8109;5;PE;5-9`,
  `${ANNEE};1001;8123;5;PE;≤ 4`,
  `${ANNEE};1003;8123;5;PE;10 et plus`,
  `${ANNEE};1002;8123;5;PE;confidentiel`,
  '',
].join('\r\n');

let dossier: Dossier;
let moteur: Moteur;
let manifeste: Manifeste;
let zones: DossierZones;
let rapport: string;

beforeAll(async () => {
  dossier = reelle([]);
  dossier.ecrire('effectifs.csv', RECU);
  const rendu = await importer('inscriptions', [`${dossier.chemin}/effectifs.csv`], {
    sortie: dossier.chemin,
  });
  rapport = rendu.rapport;
  ({ moteur, manifeste } = await publierEtLire([dossier.chemin]));
  zones = await lireDossierZones(moteur, manifeste);
});

afterAll(() => {
  dossier.effacer();
  oublierPubliees();
});

const lisible = (texte: string) => texte.replace(/[\u00A0\u202F]/g, ' ').replaceAll('\u2060', '');

test('l’import garde ce que la source dit, et le dit', () => {
  expect(rapport).toContain('8 lignes reçues = 8 entrées');
  expect(rapport).toContain('élèves « <5 » gardés comme la source les tait (1 ligne)');
  const [entete, ...lignes] = dossier.lire('offre/inscriptions.csv').trim().split('\n');
  expect(entete).toBe(
    'annee_scolaire,fase_implantation,code_obg,annee_etude,mode,eleves,eleves_au_moins,eleves_au_plus',
  );
  expect(lignes.map((ligne) => ligne.split(',').slice(1).join(' '))).toEqual([
    '1001 2115 4 PE tu  4',
    '1001 8123 5 PE tu  4',
    '1002 2115 4 PE 12  ',
    '1002 2115 5 PE 20  ',
    '1002 8123 5 PE tu  ',
    '1003 2115 4 PE tu  9',
    '1003 8109 5 PE tu 5 9',
    '1003 8123 5 PE tu 10 ',
  ]);
});

const indicateur = async (zone: number, code: string) => {
  const { lignes } = await lireIndicateurs(moteur, ANNEE);
  const une = lignes.find((l) => l.zone === zone && l.code_obg === code);
  if (!une) throw new Error(code);
  return une;
};

describe('une option dont la source tait l’effectif', () => {
  test('reste organisée, et le tableau en écrit la borne', async () => {
    const bruxelles = await indicateur(1, '2115');
    expect(bruxelles).toMatchObject({ occurrences: 1, eleves: null, eleves_premiere_annee: '<10' });
    expect(elevesDe(bruxelles)).toBe('<10');
    const liege = await indicateur(4, '2115');
    expect(liege).toMatchObject({ occurrences: 2, eleves: null, eleves_premiere_annee: '≥13' });
    expect(elevesDe(liege)).toBe('≥33');
    expect(elevesDe(await indicateur(1, '8109'))).toBe('≥5');
    expect(sommerEleves([bruxelles, liege])).toEqual({ valeur: 34, partielle: true });
    const { tables } = await detailIndicateurs(moteur, [ANNEE]);
    const { code, zone, etude, eleves } = tables.effectifs;
    const detail = code.map((c, i) => [c, zone[i], etude[i], eleves[i]?.at(-1)].join(' '));
    expect(detail).toContain('2115 1 4 <10');
    expect(detail).toContain('2115 4 4 ≥13');
    expect(detail).toContain('2115 4 5 20');
  });

  test('s’écrit sur l’option, l’implantation, la carte et le dossier', async () => {
    const sites = await moteur.lire<SiteDOption>(sitesDesOptions(ANNEE));
    const ecrits = sites.map((s) => [`${s.code} ${s.fase}`, lisible(effectifEcrit(s))]);
    expect(Object.fromEntries(ecrits)).toMatchObject({
      '2115 1001': 'moins de 5',
      '2115 1002': '32',
      '2115 1003': 'moins de 10',
      '8109 1003': 'de 5 à 9',
      '8123 1001': 'moins de 5',
      '8123 1003': 'au moins 10',
      '8123 1002': 'tu par la source',
    });
    const implantations = await moteur.lire<never>(HISTOIRE_DES_IMPLANTATIONS);
    expect(implantations.map((i) => lisible(effectifEcrit(i)))).toContain('de 5 à 9');
    const histoire = await moteur.lire<{ code: string; membre: string | null }>(
      HISTOIRE_DES_OPTIONS,
    );
    const entiere = histoire.find(({ code, membre }) => code === '2115' && membre === null);
    expect(lisible(effectifEcrit(entiere as never))).toBe(
      'au moins 34 (2 effectifs tus par la source, 13 élèves au plus)',
    );
    const lignes = await moteur.lire<never>(offreDeLAnnee(ANNEE));
    const options = ['2115', '8109', '8123'].map((code) => ({ code, art45: false }));
    const carte = offreDe(lignes, options as never);
    expect(carte.get('1001')?.map((o) => lisible(effectifEcrit(o)))).toEqual([
      'moins de 5',
      'moins de 5',
    ]);
    const tolerant: Moteur = { lire: <T>(r: Requete) => moteur.lire<T>(r).catch((): T[] => []) };
    const { occurrences } = await donneesDuDossier(tolerant, manifeste);
    const ici = occurrences.find(({ site, code }) => site === '1003' && code === '8109');
    expect(ici && lisible(effectifEcrit(effectifDe(ici)))).toBe('de 5 à 9');
  });

  test('s’écrit dans les figures des zones, leur fichier et la comparaison', () => {
    const figures = SECTIONS.flatMap((s) => s.figures.map((f) => f(zones, 1)));
    for (const { id, constat, tableau } of figures) {
      const dits = lisible(`${enTexte(constat)} ${csvDuTableau(tableau, [])}`);
      expect(dits, id).not.toMatch(/masqué/);
    }
    const [secteurs] = figures.filter(({ id }) => id === 'secteurs');
    expect(lisible(csvDuTableau(secteurs?.tableau as never, []))).toMatch(/moins de 10|au moins/);
    const taille = comparaisons(zones).find(({ cle }) => cle === 'taille');
    expect(taille?.zones.every(({ nombre }) => nombre?.texte.startsWith('au moins'))).toBe(true);
  });

  test('garde ses bornes dans les exports, jamais un nombre', async () => {
    const table = manifeste.tables.find(({ nom }) => nom === 'offre');
    if (!table) throw new Error('offre');
    const rangees = await moteur.lire<never>(toutesLesRangees(table));
    const csv = new TextDecoder().decode(await exporterTable(table, rangees, 'csv', manifeste));
    expect(csv).toContain(`${ANNEE},1001,2115,4,PE,,1,4,oui`);
    expect(csv).toContain(`${ANNEE},1003,8109,5,PE,,5,9,oui`);
    const xlsx = await exporterTable(table, rangees, 'xlsx', manifeste);
    const { feuilles } = await lireTableur(xlsx, BORNES);
    const place = feuilles[0]?.rangees[0]?.indexOf('eleves') ?? -1;
    const tue = feuilles[0]?.rangees.find((r) => r[1] === '1003' && r[2] === '8109');
    expect(tue?.slice(place, place + 3)).toEqual(['', '5', '9']);
    const bruxelles = await indicateur(1, '2115');
    const [tranche] = rangeesDeTranche(
      [bruxelles],
      { zone: {}, secteur: {}, groupe: {} } as never,
      ANNEE,
    );
    expect(tranche).toMatchObject({ eleves: null, eleves_au_moins: 1, eleves_au_plus: 9 });
  });
});

test('une borne plus fine que le seuil de masquage se relâche à ce seuil', async () => {
  const edition = reelle([]);
  const lignes = [`${ANNEE};1001;2115;4;PE;<3`, `${ANNEE};1002;2115;4;PE;2-3`];
  edition.ecrire('effectifs.csv', [ENTETE, ...lignes, ''].join('\n'));
  await importer('inscriptions', [`${edition.chemin}/effectifs.csv`], { sortie: edition.chemin });
  const publiee = await publierEtLire([edition.chemin]);
  const offre = await publiee.moteur.lire(
    requete('SELECT eleves_au_moins AS a, eleves_au_plus AS b FROM offre'),
  );
  edition.effacer();
  expect(offre).toEqual([
    { a: 1, b: 4 },
    { a: 1, b: 4 },
  ]);
});

test('« - », « n.d. » et une cellule vide se demandent, et --tus répond', async () => {
  const edition = reelle([]);
  const lignes = ['-', 'n.d.', '', '0-4', '12'].map(
    (eleves, i) => `${ANNEE};1001;2115;${i + 3};PE;${eleves}`,
  );
  edition.ecrire('effectifs.csv', [ENTETE, ...lignes, ''].join('\n'));
  const fichiers = [`${edition.chemin}/effectifs.csv`];
  const lancer = (plus: object) =>
    importer('inscriptions', fichiers, { sortie: edition.chemin, ...plus });
  const seule = await lancer({});
  expect(seule.ecrit).toBe(false);
  expect(seule.rapport).toContain('--tus garder');
  await lancer({ tus: 'zero' });
  const eleves = () =>
    edition
      .lire('offre/inscriptions.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((l) => l.split(',')[5]);
  expect(eleves()).toEqual(['0', '0', '0', '0', '12']);
  await lancer({ tus: 'garder' });
  expect(eleves()).toEqual(['tu', 'tu', 'tu', 'tu', '12']);
  await construire([edition.chemin], `${edition.chemin}/sortie`);
  edition.effacer();
});
