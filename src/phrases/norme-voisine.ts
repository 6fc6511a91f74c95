import type { VoisineDOption } from '../query/normes-voisines.ts';
import { MODES_EN_CLAIR } from './fiche-option.ts';
import { compte } from './nombres.ts';
import { anneesEnMots } from './regles.ts';

/**
 * Ce que donneraient les règles les plus proches, et à qui le demander ; vide si le texte répond.
 * @param questions l’énoncé qui dit à qui écrire, si la campagne en a un
 */
export function constatVoisines(
  voisines: readonly VoisineDOption[],
  questions: { readonly phrase: string; readonly reference: string } | undefined,
): string {
  if (voisines.length === 0) return '';
  const dites = voisines.map(({ mode, annees, type7e, valeur, autreValeur, reference }) => {
    const autre = autreValeur === undefined ? '' : ` (${autreValeur} avec la norme préférentielle)`;
    const comme = type7e ? `une 7e ${type7e}` : `une option de ${anneesEnMots(annees)}`;
    return `${compte(valeur, 'élève')}${autre} ${MODES_EN_CLAIR[mode]}, comme pour ${comme} (${reference})`;
  });
  return (
    `Les règles les plus proches donneraient ${dites.join(' ; ')}. Ce n’est pas une norme : ` +
    `demandez avant de compter.${questions ? ` ${questions.phrase} (${questions.reference}.)` : ''}`
  );
}
