import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import { construire } from '../../pipelines/construire.ts';
import { ouvrirDepot } from '../../pipelines/dossiers.ts';
import { ecrireParquet } from '../../pipelines/write/parquet.ts';
import type { CelluleCsv, RangeeCsv } from '../../src/domain/csv.ts';
import { retablir } from '../../src/domain/csv.ts';
import type { Manifeste, TableDuManifeste } from '../../src/domain/manifeste.ts';
import { colonnesPubliees } from '../../src/domain/tables/index.ts';
import type { Colonne, TableSource } from '../../src/domain/tables/schema.ts';
import { AnalyseCsv } from '../../src/edition/read/analyse.ts';
import { lireTable } from '../../src/edition/read/table.ts';
import { creation, remplir } from '../../src/edition/sql.ts';
import { catalogueDcat, ficheJsonLd } from '../../src/export/catalogue.ts';
import { exporterTable } from '../../src/export/table.ts';
import { enZip } from '../../src/export/zip.ts';
import { MINI, ouvrirDossier } from './dossier.ts';

const sortie = mkdtempSync(join(tmpdir(), 'oad-export-'));
let manifeste: Manifeste;

beforeAll(async () => {
  manifeste = await construire([MINI], sortie);
});

afterAll(() => rmSync(sortie, { recursive: true, force: true }));

const enMot = (valeur: CelluleCsv): string => {
  if (valeur === null) return '';
  return typeof valeur === 'boolean' ? (valeur ? 'oui' : 'non') : String(valeur);
};

function cellulesCsv(octets: Uint8Array): string[][] {
  const lignes: string[][] = [];
  const analyse = new AnalyseCsv(({ cellules }) => lignes.push(cellules.map(retablir)));
  analyse.ecrire(strFromU8(octets));
  analyse.finir();
  return lignes;
}

async function cellulesXlsx(octets: Uint8Array): Promise<string[][]> {
  const feuilles = await readXlsxFile(Buffer.from(octets), { trim: false });
  const [donnees, dictionnaire, sources] = feuilles;
  expect([donnees?.sheet, dictionnaire?.sheet, sources?.sheet]).toEqual([
    'données',
    'dictionnaire',
    'sources',
  ]);
  return (donnees?.data ?? []).map((rangee) =>
    rangee.map((cellule) => enMot(cellule as CelluleCsv)),
  );
}

async function rangeesParquet(chemin: string): Promise<RangeeCsv[]> {
  const base = await ouvrirBase();
  const rangees = await base.lire<RangeeCsv>(`SELECT * FROM '${chemin}'`);
  await base.fermer();
  return rangees;
}

describe('une édition', () => {
  test('CSV = XLSX = Parquet, table par table', async () => {
    for (const table of manifeste.tables) {
      const rangees = await rangeesParquet(join(sortie, table.fichier));
      const attendu = [
        table.colonnes.map(({ nom }) => nom),
        ...rangees.map((rangee) => table.colonnes.map(({ nom }) => enMot(rangee[nom] ?? null))),
      ];
      const csv = cellulesCsv(await exporterTable(table, rangees, 'csv', manifeste));
      const xlsx = await cellulesXlsx(await exporterTable(table, rangees, 'xlsx', manifeste));
      expect(csv, table.nom).toEqual(attendu);
      expect(xlsx, table.nom).toEqual(attendu);
    }
  });

  test('l’archive tient chaque table, son mode d’emploi et un descripteur Frictionless', async () => {
    const csv = new Map(manifeste.tables.map(({ nom }) => [nom, new Uint8Array([97])]));
    const contenu = unzipSync(enZip(manifeste, csv));
    const paquet = JSON.parse(strFromU8(contenu['datapackage.json'] ?? new Uint8Array()));
    expect(strFromU8(contenu['LISEZMOI.md'] ?? new Uint8Array())).toContain(
      'Dans cette édition fictive',
    );
    for (const { path, schema } of paquet.resources) {
      expect(contenu[path], path).toBeDefined();
      expect(schema.fields.length).toBeGreaterThan(1);
    }
    expect(enZip(manifeste, csv)).toEqual(enZip(manifeste, csv));
  });

  test('la fiche et le catalogue disent la fiction et donnent une adresse par format', () => {
    const adresse = (fichier: string) => `https://exemple.org/donnees/${fichier}`;
    const offre = manifeste.tables.find(({ nom }) => nom === 'offre') as TableDuManifeste;
    const fiche = ficheJsonLd(offre, manifeste, adresse);
    expect(fiche.description).toMatch(/^Dans cette édition fictive/);
    expect(fiche.distribution.map(({ contentUrl }) => contentUrl)).toContain(
      'https://exemple.org/donnees/offre.csv',
    );
    const catalogue = catalogueDcat(manifeste, adresse);
    expect(catalogue['dcat:dataset']).toHaveLength(manifeste.tables.length);
  });
});

/** Un schéma d’essai, auquel on ajoute une colonne. */
const essai = (colonnes: Record<string, Colonne>): TableSource => ({
  nom: 'essai',
  dossier: '',
  publiee: true,
  titre: 'Essai',
  sens: 'Une table d’essai.',
  cle: ['cle'],
  colonnes: { cle: { type: 'entier', sens: 'Rang' }, ...colonnes },
});

const decrire = (table: TableSource, fichier: string): TableDuManifeste => ({
  nom: table.nom,
  titre: table.titre,
  sens: table.sens,
  fichier,
  lignes: 0,
  octets: 0,
  sha256: '',
  nature: 'officiel',
  cle: table.cle,
  colonnes: Object.entries(colonnesPubliees(table)).map(([nom, { type, sens, unite, vide }]) => ({
    nom,
    type,
    sens,
    unite: unite ?? null,
    vide: vide ?? null,
    nature: 'officiel',
  })),
  sources: [],
});

test('une colonne ajoutée au schéma est partout, sans autre retouche', async () => {
  const table = essai({ taille: { type: 'decimal', sens: 'Taille', vide: 'non mesurée' } });
  const dossier = ouvrirDossier();
  dossier.ecrire('essai.csv', 'cle,taille\n1,2.5\n2,\n');
  const base = await ouvrirBase();
  await base.run(creation('source', table, '_ligne INTEGER'));
  const { problemes } = await lireTable(base, table, ouvrirDepot(dossier.chemin));
  expect(problemes).toEqual([]);
  const { fichier } = await ecrireParquet(base, table, 'officiel', dossier.chemin);
  await base.fermer();
  const rangees = await rangeesParquet(join(dossier.chemin, fichier));
  expect(rangees).toEqual([
    { cle: 1, taille: 2.5, nature: 'officiel' },
    { cle: 2, taille: null, nature: 'officiel' },
  ]);
  const decrite = decrire(table, fichier);
  expect(strFromU8(await exporterTable(decrite, rangees, 'csv', manifeste))).toBe(
    'cle,taille,nature\r\n1,2.5,officiel\r\n2,,officiel\r\n',
  );
  const [, dictionnaire] = await readXlsxFile(
    Buffer.from(await exporterTable(decrite, rangees, 'xlsx', manifeste)),
  );
  expect(dictionnaire?.data.map(([nom]) => nom)).toContain('taille');
  dossier.effacer();
});

test('le plus grand texte d’un Parquet revient entier', async () => {
  const reserves = manifeste.tables.find(({ nom }) => nom === 'reserves') as TableDuManifeste;
  const chemin = join(sortie, reserves.fichier);
  const textes = (await rangeesParquet(chemin)).map(({ texte }) => String(texte));
  const base = await ouvrirBase();
  const [lu] = await base.lire<RangeeCsv>(`SELECT max(texte) AS texte FROM '${chemin}'`);
  await base.fermer();
  expect(lu?.texte).toBe(textes.sort().at(-1));
  expect(String(lu?.texte).length).toBeGreaterThan(8);
});

test('CSV = XLSX = Parquet pour n’importe quelle table', async () => {
  const table = essai({
    texte: { type: 'texte', sens: 'Texte', vide: 'rien' },
    nombre: { type: 'entier', sens: 'Nombre', vide: 'rien' },
    oui: { type: 'booleen', sens: 'Oui ou non', vide: 'rien' },
  });
  const texte = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'aé,;"\n =+-@\'<&>0'), minLength: 1, maxLength: 8 }),
    fc.constantFrom('=1+1', '+32', '-', '@x', "'=x", 'a"b', 'x\ny'),
  );
  const rangee = fc.record({
    texte: fc.option(texte),
    nombre: fc.option(fc.integer({ min: -999_999_999, max: 999_999_999 })),
    oui: fc.option(fc.boolean()),
  });
  const dossier = ouvrirDossier();
  await fc.assert(
    fc.asyncProperty(fc.array(rangee, { minLength: 1, maxLength: 5 }), async (tirees) => {
      const base = await ouvrirBase();
      const numerotees = tirees.map((tiree, i) => ({ cle: i, ...tiree }));
      await remplir(base, 'source', table, numerotees);
      const { fichier } = await ecrireParquet(base, table, 'officiel', dossier.chemin);
      await base.fermer();
      const rangees = await rangeesParquet(join(dossier.chemin, fichier));
      const decrite = decrire(table, fichier);
      const attendu = numerotees.map((r) => [
        enMot(r.cle),
        enMot(r.texte),
        enMot(r.nombre),
        enMot(r.oui),
        'officiel',
      ]);
      const csv = await exporterTable(decrite, rangees, 'csv', manifeste);
      const xlsx = await exporterTable(decrite, rangees, 'xlsx', manifeste);
      expect(cellulesCsv(csv).slice(1)).toEqual(attendu);
      expect((await cellulesXlsx(xlsx)).slice(1)).toEqual(attendu);
    }),
    { numRuns: 60 },
  );
  dossier.effacer();
});

test('les textes d’un classeur sont des textes : aucun n’est une formule', async () => {
  const table = decrire(essai({ texte: { type: 'texte', sens: 'Texte' } }), '');
  const rangees = [{ cle: 1, texte: '=CMD()', nature: 'officiel' }];
  const contenu = unzipSync(await exporterTable(table, rangees, 'xlsx', manifeste));
  const feuille = strFromU8(contenu['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(feuille).not.toMatch(/<f[ >]/);
});

test('le manifeste publié décrit ce que les Parquet contiennent', async () => {
  const lu: Manifeste = JSON.parse(readFileSync(join(sortie, 'manifest.json'), 'utf8'));
  expect(lu).toEqual(JSON.parse(JSON.stringify(manifeste)));
  for (const { fichier, colonnes } of lu.tables) {
    const [premiere] = await rangeesParquet(join(sortie, fichier));
    if (premiere) expect(Object.keys(premiere)).toEqual(colonnes.map(({ nom }) => nom));
  }
});
