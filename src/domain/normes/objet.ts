import { PREMIERE_RENTREE_PEQ, rentree } from '../annees.ts';
import type { OptionNormee } from './types.ts';

/** L’option telle que la lisait une édition des règles : celle d’avant le PEQ lit le répertoire de
 * 2019 (circulaire 7282, VI.IV). */
export function optionSelon(option: OptionNormee, edition: string): OptionNormee {
  if (edition === '' || rentree(edition) >= PREMIERE_RENTREE_PEQ) return option;
  const { annees_2019, statut_2019 } = option;
  return {
    ...option,
    annees: annees_2019 || option.annees,
    regime: statut_2019 === 'urgence' ? statut_2019 : option.regime,
    statut: statut_2019 || option.statut,
  };
}

/** Ce qu’une option est pour les règles, du plus précis au plus général : un statut qui l’écarte,
 * son régime, une dispense, ou une option ordinaire. */
export function objetsDe(option: OptionNormee): readonly string[] {
  const { statut, regime, sous_reserve, sans_norme } = option;
  if (statut === 'absente') return ['absente', objetDuRegime(option)];
  if (statut === 'extinction') {
    const eteinte = ['extinction', objetDuRegime(option)];
    return sous_reserve ? ['ancien-code', ...eteinte] : eteinte;
  }
  if (regime !== 'art49') return [regime];
  if (statut === 'non_programmable') return ['NP', 'option'];
  return sans_norme ? ['SN', 'option'] : ['option'];
}

/** Ce que l’option est d’après son seul régime. */
export function objetDuRegime(option: OptionNormee): string {
  return option.regime === 'art49' ? 'option' : option.regime;
}
