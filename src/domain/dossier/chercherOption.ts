import { commencent, enMots } from '../recherche/texte.ts';
import type { OptionDuDossier } from './types.ts';

/** Les options dont chaque mot tapé commence un mot ; le code d’abord. */
export function chercherOption(
  options: readonly OptionDuDossier[],
  texte: string,
  limite = 10,
): readonly OptionDuDossier[] {
  const mots = enMots(texte);
  if (mots.length === 0) return [];
  return options
    .filter(({ code_obg, intitule }) => commencent(mots, enMots(`${code_obg} ${intitule}`)))
    .slice(0, limite);
}
