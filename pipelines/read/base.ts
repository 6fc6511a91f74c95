import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Valeur } from '../check/cellule.ts';

export type Rangee = Record<string, Valeur>;

export interface Base {
  readonly connexion: DuckDBConnection;
  /** Exécute du SQL sans lire de résultat. */
  run(sql: string): Promise<void>;
  /** Les rangées d’une requête ; les agrégats doivent être ramenés à INTEGER ou DOUBLE. */
  lire<T = Rangee>(sql: string): Promise<T[]>;
  fermer(): void;
}

/** Ouvre une base DuckDB en mémoire ; un seul fil, pour que deux constructions soient identiques. */
export async function ouvrirBase(): Promise<Base> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connexion = await instance.connect();
  await connexion.run('CREATE SCHEMA source; CREATE SCHEMA regle;');
  return {
    connexion,
    run: async (sql) => {
      await connexion.run(sql);
    },
    lire: async <T>(sql: string) =>
      (await connexion.runAndReadAll(sql)).getRowObjectsJS() as unknown as T[],
    fermer: () => {
      connexion.closeSync();
      instance.closeSync();
    },
  };
}
