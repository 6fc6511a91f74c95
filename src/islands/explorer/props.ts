import type { Lacune } from '../../domain/connaissance.ts';
import type { Reponse } from '../../domain/explorer/reponse.ts';
import type { Noms } from '../../domain/filtre/libelles.ts';
import type { ConnuesExplorer } from '../../domain/url/explorer.ts';

/** Ce que la page donne à l’îlot : la réponse d’où il part, et où lire le reste. */
export interface PropsExplorer {
  readonly depart: Reponse;
  readonly noms: Noms;
  readonly lacunes: readonly Lacune[];
  readonly connues: ConnuesExplorer;
  /** L’adresse du Parquet de chaque table. */
  readonly fichiers: Readonly<Record<string, string>>;
  /** Celle des tracés de la carte, lus si une réponse se situe. */
  readonly traces: string;
  /** L’édition, comme on la cite. */
  readonly edition: string;
  /** « Dans cette édition fictive : », ou rien. */
  readonly prefixe: string;
  /** Ce qui accompagne chaque ligne d’un fichier. */
  readonly contexte: readonly (readonly [string, string])[];
}
