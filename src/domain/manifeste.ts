import type { Lacune } from './connaissance.ts';
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

/**
 * Des avertissements de même sorte. Leurs messages, leurs lignes et leurs valeurs ne se publient pas :
 * ils peuvent porter un effectif que les tables taisent.
 */
export interface Avertissements {
  readonly code: string;
  /** Ce que le contrôle vérifie. */
  readonly titre: string;
  readonly table: string | null;
  readonly nombre: number;
  /** L’éditeur les a lus et les accepte. */
  readonly accepte: boolean;
  /** Pourquoi il les accepte ; `null` s’il ne les accepte pas, ou si sa raison cite des nombres. */
  readonly raison: string | null;
}

/** Des lignes d’un fichier que l’import a écartées pour une même raison, sans ce qu’elles disent. */
export interface LignesEcartees {
  readonly genre: string;
  readonly fichier: string;
  readonly code: string;
  readonly nombre: number;
}

/** `public/data/manifest.json` : ce que l’édition publie, et d’où vient chaque colonne. */
export interface Manifeste {
  readonly format: 2;
  readonly edition: Edition;
  readonly anneesScolaires: readonly string[];
  /** Ce que l’édition ne connaît pas, ou pas en entier : tout le reste y est connu. */
  readonly lacunes: readonly Lacune[];
  readonly tables: readonly TableDuManifeste[];
  /** `null` : rien n’est masqué, les effectifs ne sont pas réels. */
  readonly masquage: Masquage | null;
  readonly controles: readonly BilanDeControle[];
  readonly avertissements: readonly Avertissements[];
  readonly rejets: readonly LignesEcartees[];
}
