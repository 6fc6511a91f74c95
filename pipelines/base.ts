import { join } from 'node:path';
import { type DuckDBAppender, DuckDBInstance } from '@duckdb/node-api';
import type { TypeColonne } from '../src/domain/tables/schema.ts';
import { type Base, SCHEMAS, type Valeur } from '../src/edition/base.ts';
import { dossierProvisoire } from './menage.ts';

/** La base de DuckDB pour Node, à fermer. */
export interface BaseNative extends Base {
  fermer(): Promise<void>;
}

/** Au-delà, la base vit sur le disque : sa mémoire ne suit plus la taille des CSV. */
const EN_MEMOIRE = 10_000_000;
const MEMOIRE = '1GB';

function ajouter(appender: DuckDBAppender, valeur: Valeur, type: TypeColonne): void {
  if (valeur === null) appender.appendNull();
  else if (type === 'texte') appender.appendVarchar(String(valeur));
  else if (type === 'entier') appender.appendInteger(Number(valeur));
  else if (type === 'decimal') appender.appendDouble(Number(valeur));
  else appender.appendBoolean(valeur === true);
}

/**
 * Ouvre une base DuckDB ; un seul fil, pour que deux constructions soient identiques.
 * @param octets ce que pèsent les CSV à charger
 */
export async function ouvrirBase(octets = 0): Promise<BaseNative> {
  const dossier = octets > EN_MEMOIRE ? dossierProvisoire('oad-base-') : null;
  const lieu = dossier?.chemin;
  const instance = await DuckDBInstance.create(lieu ? join(lieu, 'base') : ':memory:', {
    threads: '1',
    ...(lieu && { memory_limit: MEMOIRE, temp_directory: join(lieu, 'tri') }),
  });
  const connexion = await instance.connect();
  for (const schema of SCHEMAS) await connexion.run(`CREATE SCHEMA ${schema}`);
  return {
    run: async (sql) => {
      await connexion.run(sql);
    },
    lire: async <T>(sql: string) =>
      (await connexion.runAndReadAll(sql)).getRowObjectsJS() as unknown as T[],
    flux: async function* <T>(sql: string) {
      const autre = await instance.connect();
      try {
        for await (const rangees of (await autre.stream(sql)).yieldRowObjectJs()) {
          yield* rangees as unknown as T[];
        }
      } finally {
        autre.closeSync();
      }
    },
    verser: async (schema, nom, types) => {
      const appender = await connexion.createAppender(nom, schema);
      return {
        ajouter: (valeurs) => {
          for (let i = 0; i < types.length; i++) {
            ajouter(appender, valeurs[i] ?? null, types[i] ?? 'texte');
          }
          appender.endRow();
        },
        finir: async () => appender.closeSync(),
      };
    },
    fermer: async () => {
      connexion.closeSync();
      instance.closeSync();
      dossier?.effacer();
    },
  };
}
