import { createRequire } from 'node:module';
import {
  createDuckDB,
  type DuckDBConnection,
  NODE_RUNTIME,
  VoidLogger,
} from '@duckdb/duckdb-wasm/blocking';
import { beforeAll, expect, test } from 'vitest';
import { direErreurSql } from '../../../src/phrases/erreur-sql.ts';
import { enTable } from '../../../src/query/sql-libre.ts';

let connexion: DuckDBConnection;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const lot = { mainModule: wasm, mainWorker: '' };
  const db = await createDuckDB({ mvp: lot, eh: lot }, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate(() => {});
  connexion = db.connect();
  connexion.query(`CREATE TABLE zones AS SELECT range AS zone, 'n' || range AS nom FROM range(10)`);
  connexion.query('SET enable_external_access = false; SET lock_configuration = true');
});

/** L’erreur que le vrai moteur fait de cette requête, dite en français. */
function direDe(texte: string) {
  try {
    connexion.prepare(texte).close();
    connexion.query(enTable(texte));
  } catch (cause) {
    return direErreurSql(String((cause as Error).message), texte);
  }
  throw new Error(`Aucune erreur : ${texte}`);
}

test.each<readonly [string, RegExp, number | null, number | null]>([
  ['SELECT * FORM zones', /ne se comprend plus à « zones »/, 1, 15],
  ['SELECT zone, nomm FROM zones', /« nomm » dans ces tables\. Peut-être « zones\.nom » \?/, 1, 14],
  ['SELECT zone\nFROM zoness', /« zoness »\. Peut-être « zones » \?/, 2, 6],
  ['SELECT z.zone,\n  z.foo\nFROM zones z', /La table « z » n’a pas de colonne « foo »/, 2, 3],
  ['SELECT foo(zone)\nFROM zones', /fonction ne s’appelle « foo »/, 1, 8],
  ["SELECT zone + 'a' FROM zones", /ne va pas avec ces types/, 1, 13],
  ['SELECT zone, count(*) FROM zones', /« zone » à GROUP BY/, 1, 8],
  ["SELECT 'abc", /pas refermé/, 1, 8],
  ['SELECT nom::INTEGER FROM zones', /« n0 » ne se convertit pas en INT32/, null, null],
  ['SELECT', /Après SELECT|s’arrête trop tôt/, null, null],
  ['SELECT * FROM zones a JOIN zones b ON a.zone = c.zone', /« c » n’est pas une table/, 1, 48],
  ["SELECT * FROM read_csv_auto('/etc/passwd')", /ni fichier, ni adresse/, null, null],
  ["SELECT * FROM 'https://exemple.org/x.parquet'", /ni fichier, ni adresse/, null, null],
  ['SELECT 1; DROP TABLE zones', /Une seule requête à la fois/, null, null],
  [
    `SELECT '${'très long '.repeat(12)}' AS a, zone, nommm, zone + 1 AS suite, zone + 2 AS b FROM zones`,
    /« nommm »/,
    1,
    143,
  ],
])('« %s »', (texte, phrase, ligne, colonne) => {
  const erreur = direDe(texte);
  expect(erreur.phrase.replace(/\u00a0|\u202f/g, ' ')).toMatch(phrase);
  expect([erreur.ligne, erreur.colonne]).toEqual([ligne, colonne]);
});
