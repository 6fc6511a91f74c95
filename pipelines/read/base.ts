import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Valeur } from '../check/cellule.ts';
import { dossierProvisoire } from '../menage.ts';

export type Rangee = Record<string, Valeur>;

export interface Base {
  readonly connexion: DuckDBConnection;
  /** Exécute du SQL sans lire de résultat. */
  run(sql: string): Promise<void>;
  /** Les rangées d’une requête ; les agrégats doivent être ramenés à INTEGER ou DOUBLE. */
  lire<T = Rangee>(sql: string): Promise<T[]>;
  /** Les rangées d’une requête au fil de l’eau, pendant qu’on écrit ailleurs dans la base. */
  flux<T = Rangee>(sql: string): AsyncGenerator<T>;
  fermer(): Promise<void>;
}

/** Au-delà, la base vit sur le disque : sa mémoire ne suit plus la taille des CSV. */
const EN_MEMOIRE = 10_000_000;
const MEMOIRE = '1GB';

/**
 * Ouvre une base DuckDB ; un seul fil, pour que deux constructions soient identiques.
 * @param octets ce que pèsent les CSV à charger
 */
export async function ouvrirBase(octets = 0): Promise<Base> {
  const dossier = octets > EN_MEMOIRE ? dossierProvisoire('oad-base-') : null;
  const lieu = dossier?.chemin;
  const instance = await DuckDBInstance.create(lieu ? join(lieu, 'base') : ':memory:', {
    threads: '1',
    ...(lieu && { memory_limit: MEMOIRE, temp_directory: join(lieu, 'tri') }),
  });
  const connexion = await instance.connect();
  await connexion.run('CREATE SCHEMA source; CREATE SCHEMA regle;');
  return {
    connexion,
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
    fermer: async () => {
      connexion.closeSync();
      instance.closeSync();
      dossier?.effacer();
    },
  };
}
