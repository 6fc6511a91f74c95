import type { OptionNormee } from './types.ts';

/** Ce qu’une option est pour les règles : un statut qui l’écarte, son régime, une dispense, ou une
 * option ordinaire. Une édition qui ne connaît pas ce cas lit l’option d’après son régime. */
export function objetDe(option: OptionNormee): string {
  if (option.statut === 'extinction') return 'extinction';
  if (option.regime !== 'art49') return option.regime;
  if (option.statut === 'non_programmable') return 'NP';
  return option.sans_norme ? 'SN' : 'option';
}

/** Ce que l’option est d’après son seul régime. */
export function objetDuRegime(option: OptionNormee): string {
  return option.regime === 'art49' ? 'option' : option.regime;
}
