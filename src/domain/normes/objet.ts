import type { OptionNormee } from './types.ts';

/** Ce qu’une option est pour les règles : son régime, un statut qui l’écarte, une dispense, ou une
 * option ordinaire. */
export function objetDe(option: OptionNormee): string {
  if (option.regime !== 'art49') return option.regime;
  if (option.statut === 'non_programmable') return 'NP';
  if (option.statut === 'extinction') return 'extinction';
  return option.sans_norme ? 'SN' : 'option';
}
