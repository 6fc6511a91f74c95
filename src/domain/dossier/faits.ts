import { besoin, type FaitsBesoin } from './besoin.ts';
import { coherence, type FaitsCoherence } from './coherence.ts';
import { type Contexte, organiseeIci } from './contexte.ts';
import { equilibre, type FaitsEquilibre } from './equilibre.ts';
import { type FaitsRepartition, repartition } from './repartition.ts';
import type { Hypothese, OptionDuDossier, Precision } from './types.ts';

/** Quatrième critère : ce qui est connu de l’accès ; les transports ne le sont pas. */
export interface FaitsAccessibilite {
  readonly internat: boolean | null;
  readonly commune: string;
  readonly precision: Precision;
}

/** Les faits d’une option pour un lieu, par critère, plus le besoin socio-économique. */
export interface Faits {
  /** L’implantation organise déjà l’option : un dédoublement n’ajoute ni site ni occurrence. */
  readonly ici: boolean;
  /** Elle l’organise sous ces anciens codes, et non sous le sien. */
  readonly sous: readonly string[];
  /** L’offre de la zone, et celle des zones à 10 km : sans elle, une absence ne prouve rien. */
  readonly offreConnue?: Contexte['offreConnue'];
  readonly coherence: FaitsCoherence;
  readonly equilibre: FaitsEquilibre;
  readonly repartition: FaitsRepartition;
  readonly accessibilite: FaitsAccessibilite;
  readonly besoin: FaitsBesoin;
}

/** Les critères des Conseils de zone, dans l’ordre de la circulaire 9146 (§ 3), puis le besoin. */
export const CRITERES = [
  'coherence',
  'equilibre',
  'repartition',
  'accessibilite',
  'besoin',
] as const satisfies readonly (keyof Faits)[];
export type Critere = (typeof CRITERES)[number];

/** Calcule tous les faits d’une option ; ils ne dépendent que du lieu, de l’option et de l’hypothèse. */
export function faitsDe(contexte: Contexte, option: OptionDuDossier, hypothese: Hypothese): Faits {
  const { internat, commune, precision } = contexte.lieu;
  const sienne = organiseeIci(contexte, option);
  const faitsBesoin = besoin(contexte, option, hypothese);
  const norme = faitsBesoin.norme.genre === 'valeur' ? faitsBesoin.norme.valeur : null;
  return {
    ici: sienne !== null,
    sous: sienne?.sous ?? [],
    offreConnue: contexte.offreConnue,
    coherence: coherence(contexte, option),
    equilibre: equilibre(contexte, option),
    repartition: repartition(contexte, option, norme, hypothese.attendus),
    accessibilite: { internat, commune, precision },
    besoin: faitsBesoin,
  };
}
