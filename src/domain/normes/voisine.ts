import { type ContexteDeCreation, normeDeCreation } from './creation.ts';
import type { OptionNormee, RegleCreation } from './types.ts';

/** Les années d’études que les normes de création connaissent, de la plus courante à la moins. */
const ANNEES_CONNUES = ['4-5-6', '5-6', '3', '7'] as const;

export interface NormeVoisine {
  /** Les années d’études que vise la règle prêtée. */
  readonly annees: string;
  readonly valeur: number;
  readonly reference: string;
}

/**
 * Quand le texte ne fixe pas de norme de création : ce que donnerait la règle des options dont les
 * années d’études sont les plus proches. Ce n’est pas une norme.
 * @returns `null` si le texte répond, ou si aucune règle proche n’a de valeur
 */
export function normeVoisine(
  regles: readonly RegleCreation[],
  option: OptionNormee,
  contexte: ContexteDeCreation,
): NormeVoisine | null {
  if (normeDeCreation(regles, option, contexte).genre !== 'non_prevu') return null;
  const siennes = option.annees?.split('-') ?? [];
  for (const annees of ANNEES_CONNUES) {
    if (annees === option.annees || !annees.split('-').some((a) => siennes.includes(a))) continue;
    const norme = normeDeCreation(regles, { ...option, annees }, contexte);
    if (norme.genre === 'valeur') {
      return { annees, valeur: norme.valeur, reference: norme.reference };
    }
  }
  return null;
}
