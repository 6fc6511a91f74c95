import type { ColonnesDeContexte } from '../../charts/csv.ts';

/** Ce que la page « Où manque cette option ? » sait de l’édition. */
export interface PropsOuManque {
  readonly zones: readonly { readonly zone: number; readonly nom: string }[];
  /** « Dans cette édition fictive, », ou rien. */
  readonly prefixe: string;
  readonly annee: string;
  readonly edition: string;
  /** Combien de zones n’ont pas d’offre connue. */
  readonly sansOffre: number;
  readonly contexte: ColonnesDeContexte;
}
