import { createRequire } from 'node:module';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { type Base, SCHEMAS, type Valeur } from '../../src/edition/base.ts';

/** Aucune cellule ne commence par un caractère de contrôle. */
const NUL = '\u0001';

const citer = (valeur: Valeur): string =>
  valeur === null ? NUL : `"${String(valeur).replaceAll('"', '""')}"`;

/** La base de DuckDB-WASM, celle des navigateurs, tenue dans Node par ses liaisons bloquantes. */
export async function ouvrirBaseWasm(): Promise<Base & { version(): string }> {
  const require = createRequire(import.meta.url);
  const wasm = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const module = { mainModule: wasm, mainWorker: '' };
  const db = await createDuckDB({ mvp: module, eh: module }, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate(() => {});
  const connexion = db.connect();
  for (const schema of SCHEMAS) connexion.query(`CREATE SCHEMA ${schema}`);
  const lire = async <T>(sql: string): Promise<T[]> =>
    connexion
      .query(sql)
      .toArray()
      .map((rangee: { toJSON(): unknown }) => rangee.toJSON() as T);
  return {
    version: () => db.getVersion(),
    run: async (sql) => {
      connexion.query(sql);
    },
    lire,
    flux: async function* <T>(sql: string) {
      yield* await lire<T>(sql);
    },
    verser: async (schema, nom) => {
      const lignes: string[] = [];
      return {
        ajouter: (valeurs) => {
          lignes.push(valeurs.map(citer).join(','));
        },
        finir: async () => {
          if (lignes.length === 0) return;
          const fichier = `${schema}.${nom}.csv`;
          db.registerFileText(fichier, `${lignes.join('\n')}\n`);
          connexion.query(`COPY ${schema}."${nom}" FROM '${fichier}'
            (HEADER false, DELIMITER ',', QUOTE '"', ESCAPE '"', NULL '${NUL}')`);
          db.dropFile(fichier);
        },
      };
    },
  };
}
