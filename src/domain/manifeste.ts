import type { Edition, Rejet, Source } from './tables/edition.ts';
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

/** Ce que l’édition tait pour qu’aucun élève ne se reconnaisse. */
export interface Masquage {
  /** En dessous, un effectif réel est masqué. */
  readonly seuil: number;
  readonly effectifs: number;
  readonly totaux: number;
  readonly populations: number;
}

/** Un contrôle de cette construction : ce qu’il a vérifié, et ce qu’il a trouvé. */
export interface BilanDeControle {
  readonly code: string;
  readonly titre: string;
  readonly table: string;
  readonly verifies: number;
  readonly problemes: number;
}

export interface Avertissement {
  readonly code: string;
  readonly table: string | null;
  readonly fichier: string;
  readonly ligne: number | null;
  readonly valeur: string | null;
  readonly message: string;
  /** Pourquoi l’éditeur l’accepte. */
  readonly accepte: string | null;
}

/** `public/data/manifest.json` : ce que l’édition publie, et d’où vient chaque colonne. */
export interface Manifeste {
  readonly format: 1;
  readonly edition: Edition;
  readonly anneesScolaires: readonly string[];
  readonly tables: readonly TableDuManifeste[];
  /** `null` : rien n’est masqué, les effectifs ne sont pas réels. */
  readonly masquage: Masquage | null;
  readonly controles: readonly BilanDeControle[];
  readonly avertissements: readonly Avertissement[];
  /** Les lignes d’import écartées, et pourquoi. */
  readonly rejets: readonly Rejet[];
}
