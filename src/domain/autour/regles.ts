import type { RegleDeDensite } from '../normes/distance.ts';
import type { RegleCreation } from '../normes/types.ts';

/** Les règles que la carte lit pour l’ouverture d’un degré. */
export interface ReglesDeLaCarte {
  /** Celles d’objet `degre`, de l’édition en vigueur. */
  readonly creation: readonly RegleCreation[];
  readonly densites: readonly RegleDeDensite[];
}
