import type { TypeColonne } from '../domain/tables/schema.ts';

/** Ce que vaut une cellule, typée par sa colonne. */
export type Valeur = string | number | boolean | null;

export type Rangee = Record<string, Valeur>;

/** Des rangées qu’on ajoute une à une à une table qui existe. */
export interface Versement {
  /** @param valeurs dans l’ordre des colonnes de la table ; le tableau peut resservir */
  ajouter(valeurs: readonly Valeur[]): void;
  /** Rien n’est sûr d’être dans la table avant. */
  finir(): Promise<void>;
}

/** Une base DuckDB, dans Node comme dans un navigateur : ses schémas sont `main` et `SCHEMAS`. */
export interface Base {
  /** Exécute du SQL sans lire de résultat. */
  run(sql: string): Promise<void>;
  /** Les rangées d’une requête ; les agrégats doivent être ramenés à INTEGER ou DOUBLE. */
  lire<T = Rangee>(sql: string): Promise<T[]>;
  /** Les rangées d’une requête au fil de l’eau, pendant qu’on écrit ailleurs dans la base. */
  flux<T = Rangee>(sql: string): AsyncIterable<T>;
  /** @param types ceux des colonnes de la table `schema.nom`, dans l’ordre */
  verser(schema: string, nom: string, types: readonly TypeColonne[]): Promise<Versement>;
}

/** Les tables lues, et ce que les marts tirent des règles avant de se calculer. */
export const SCHEMAS = ['source', 'regle'] as const;
