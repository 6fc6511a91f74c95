import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import type { Manifeste } from '../domain/manifeste.ts';
import type { Moteur } from './moteur.ts';

/** Le dossier des Parquet et du manifeste. */
export const dossierPublie = resolve(process.env.OAD_PUBLIC ?? 'public', 'data');

/** Le manifeste de l’édition publiée. */
export const lireManifeste = async (): Promise<Manifeste> =>
  JSON.parse(await readFile(join(dossierPublie, 'manifest.json'), 'utf8'));

async function ouvrir(): Promise<Moteur> {
  const require = createRequire(import.meta.url);
  const wasm = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const bundles = {
    mvp: { mainModule: wasm, mainWorker: '' },
    eh: { mainModule: wasm, mainWorker: '' },
  };
  const db = await createDuckDB(bundles, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate(() => {});
  const connexion = db.connect();
  const { tables } = await lireManifeste();
  for (const { nom, fichier } of tables) {
    db.registerFileBuffer(fichier, new Uint8Array(await readFile(join(dossierPublie, fichier))));
    connexion.query(`CREATE VIEW "${nom}" AS SELECT * FROM read_parquet('${fichier}')`);
  }
  return {
    lire: async <T>({ sql, parametres }: Parameters<Moteur['lire']>[0]) => {
      const prepare = connexion.prepare(sql);
      try {
        return prepare
          .query(...parametres)
          .toArray()
          .map((rangee: { toJSON(): unknown }) => rangee.toJSON() as T);
      } finally {
        prepare.close();
      }
    },
  };
}

let moteur: Promise<Moteur> | undefined;

/** Le moteur de la construction du site, chargé une fois avec toutes les tables publiées. */
export function moteurNode(): Promise<Moteur> {
  moteur ??= ouvrir();
  return moteur;
}
