import { couvre } from '../normes/cellule.ts';
import type { Actualite } from '../tables/textes.ts';

/** Ce qu’un changement lit d’une option. */
export interface OptionTouchee {
  readonly code_obg: string;
  readonly regime: string;
  readonly annees: string | null;
  readonly filiere: string | null;
}

/**
 * Les changements récents à signaler sur une option, du plus récent au plus ancien. Un changement
 * qui nomme des codes l’emporte sur ceux qui ne visent l’option que par son année, pour un même sujet.
 */
export function avisPour(
  actualites: readonly Actualite[],
  option: OptionTouchee,
): readonly Actualite[] {
  if (option.regime !== 'art49') return [];
  const touchent = actualites.filter(
    ({ avis, annees, filieres, codes }) =>
      avis !== null &&
      couvre(annees, option.annees) &&
      couvre(filieres, option.filiere) &&
      couvre(codes, option.code_obg),
  );
  const nommes = new Set(touchent.filter(({ codes }) => codes).map(({ sujet }) => sujet));
  return touchent
    .filter(({ codes, sujet }) => codes || !nommes.has(sujet))
    .toSorted((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id));
}
