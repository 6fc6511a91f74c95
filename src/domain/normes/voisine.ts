import { type ContexteDeCreation, normeDeCreation } from './creation.ts';
import { type7eDe } from './type7e.ts';
import type { OptionNormee, RegleCreation } from './types.ts';

/** Les années d’études que les normes de création connaissent, de la plus courante à la moins. */
const ANNEES_CONNUES = ['4-5-6', '5-6', '3', '7'] as const;
const TYPES_DE_7E = ['PB', 'PC'] as const;

export interface NormeVoisine {
  /** Les années d’études que vise la règle prêtée. */
  readonly annees: string;
  /** Le type de 7e qu’elle vise, quand c’est lui que le texte tait. */
  readonly type7e: string | null;
  readonly valeur: number;
  /** La norme préférentielle, si le besoin n’est pas dit. */
  readonly autreValeur?: number;
  readonly reference: string;
}

/** Ce que l’option devrait être d’autre pour que le texte réponde, du plus proche au plus loin. */
function lecturesProches(option: OptionNormee): readonly Partial<OptionNormee>[] {
  if (option.annees === '7') {
    return type7eDe(option) === null ? TYPES_DE_7E.map((type_7e) => ({ type_7e })) : [];
  }
  const siennes = option.annees?.split('-') ?? [];
  return ANNEES_CONNUES.filter(
    (annees) => annees !== option.annees && annees.split('-').some((a) => siennes.includes(a)),
  ).map((annees) => ({ annees }));
}

/**
 * Quand le texte ne fixe pas de norme de création : ce que donneraient les règles des options dont
 * les années d’études sont les plus proches, ou chaque type de 7e si c’est lui qui manque. Ce ne
 * sont pas des normes.
 * @returns rien si le texte répond, ou si aucune règle proche n’a de valeur
 * Source : circulaire 9146, § 5.3 (types et années que le texte tait) et § 6.
 */
export function normesVoisines(
  regles: readonly RegleCreation[],
  option: OptionNormee,
  contexte: ContexteDeCreation,
): readonly NormeVoisine[] {
  if (normeDeCreation(regles, option, contexte).genre !== 'non_prevu') return [];
  const trouvees = lecturesProches(option).flatMap((lecture) => {
    const pretee = { ...option, ...lecture };
    const norme = normeDeCreation(regles, pretee, contexte);
    if (norme.genre !== 'valeur') return [];
    const { valeur, autreValeur, reference } = norme;
    return [
      {
        ...{ annees: pretee.annees ?? '', type7e: lecture.type_7e ?? null, valeur, reference },
        ...(autreValeur !== undefined && { autreValeur }),
      },
    ];
  });
  return option.annees === '7' ? trouvees : trouvees.slice(0, 1);
}
