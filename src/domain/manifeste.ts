import type { Edition, Source } from './tables/edition.ts';
import type { Nature } from './tables/schema.ts';

export interface ColonneDuManifeste {
  readonly nom: string;
  readonly type: string;
  readonly sens: string;
  readonly unite: string | null;
  /** Ce que dit une cellule vide ; `null` si la colonne est toujours remplie. */
  readonly vide: string | null;
  readonly nature: Nature;
}

export interface TableDuManifeste {
  readonly nom: string;
  readonly titre: string;
  readonly sens: string;
  /** Nom du fichier Parquet, avec l’empreinte de son contenu. */
  readonly fichier: string;
  readonly lignes: number;
  readonly octets: number;
  readonly sha256: string;
  readonly nature: Nature;
  readonly cle: readonly string[];
  readonly colonnes: readonly ColonneDuManifeste[];
  readonly sources: readonly Source[];
}

/** `public/data/manifest.json` : ce que l’édition publie, et d’où vient chaque colonne. */
export interface Manifeste {
  readonly format: 1;
  readonly edition: Edition;
  readonly anneesScolaires: readonly string[];
  readonly tables: readonly TableDuManifeste[];
}
