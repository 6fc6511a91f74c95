/** D'où vient un chiffre : publié, recopié d'un texte officiel, ou tiré au sort pour l'édition. */
export const NATURES = ['officiel', 'transcription', 'demonstration'] as const;
export type Nature = (typeof NATURES)[number];

export type TypeColonne = 'texte' | 'entier' | 'decimal' | 'booleen';

export interface Colonne {
  readonly type: TypeColonne;
  readonly sens: string;
  readonly unite?: string;
  /** Ce que dit une cellule vide ; absent, la cellule est obligatoire. */
  readonly vide?: string;
  /** Le mot à écrire pour dire l’absence ; une cellule vide reste alors une faute. */
  readonly motVide?: string;
  /** La colonne peut manquer dans l’en-tête d’un CSV : elle est alors vide. */
  readonly facultative?: boolean;
  readonly valeurs?: readonly string[];
  readonly forme?: { readonly regexp: RegExp } & (
    | { readonly exemple: string }
    | { readonly attendu: string }
  );
  readonly min?: number;
  /** La plus grande valeur ; pour un texte, le plus de caractères. */
  readonly max?: number;
  /** `table.colonne` où la valeur doit exister. */
  readonly reference?: string;
  /** La référence ne vaut que si cette autre colonne n’est pas vide. */
  readonly referenceSi?: string;
  /** Pour un mart : les tables sources dont la colonne dépend. */
  readonly tables?: readonly string[];
}

export interface Table {
  readonly nom: string;
  readonly titre: string;
  readonly sens: string;
  readonly cle: readonly string[];
  readonly colonnes: Readonly<Record<string, Colonne>>;
}

/** Une table lue dans `data/<dossier>/<nom>.csv`. */
export interface TableSource extends Table {
  readonly dossier: string;
  readonly publiee: boolean;
  /** Une édition peut ne pas la fournir : elle est alors vide. */
  readonly facultative?: boolean;
  /** La colonne dont `sources.csv` annonce la somme ; sans elle, il annonce le nombre de lignes. */
  readonly somme?: string;
}

/** Une table calculée, dont le SQL est dans `src/edition/marts/`. */
export interface TableMart extends Table {
  readonly tables: readonly string[];
}

type Valeur<C extends Colonne> = C['type'] extends 'entier' | 'decimal'
  ? number
  : C['type'] extends 'booleen'
    ? boolean
    : C extends { valeurs: readonly (infer V)[] }
      ? V
      : string;

type Cellule<C extends Colonne> = C extends { vide: string } ? Valeur<C> | null : Valeur<C>;

/** Le type d'une ligne, déduit du schéma de sa table. */
export type Ligne<T extends Table> = { [K in keyof T['colonnes']]: Cellule<T['colonnes'][K]> };

/** Déclare une table source ; ne fait que fixer les types. */
export const source = <const T extends TableSource>(table: T): T => table;

/** Déclare un mart ; ne fait que fixer les types. */
export const mart = <const T extends TableMart>(table: T): T => table;

/** Le chemin du CSV d'une table source, relatif au dossier des données. */
export const cheminCsv = (table: TableSource): string =>
  table.dossier === '' ? `${table.nom}.csv` : `${table.dossier}/${table.nom}.csv`;
