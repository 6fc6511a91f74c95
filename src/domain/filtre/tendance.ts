import { type Variation, variation } from '../tendance.ts';
import type { LigneIndicateur } from './ligne.ts';

export const TENDANCES: readonly Variation[] = [
  ...(['hausse', 'stable', 'baisse', 'nouvelle', 'disparue'] as const),
];

type Comparee = Pick<LigneIndicateur, 'tendance_debut' | 'tendance_fin'>;

/** La part d’élèves gagnée en cinq ans, à années d’étude égales ; `null` s’il n’y en avait pas. */
export function evolution({ tendance_debut: debut, tendance_fin: fin }: Comparee): number | null {
  return debut === null || debut === 0 || fin === null ? null : (fin - debut) / debut;
}

/** Les élèves gagnés en cinq ans, à années d’étude égales ; `null` si ce n’est pas connu. */
export const ecart = ({ tendance_debut: debut, tendance_fin: fin }: Comparee): number | null =>
  debut === null || fin === null ? null : fin - debut;

/** Le sens de la tendance ; rien si des effectifs sont masqués, ou s’il n’y en a pas. */
export function tendance({ tendance_debut: debut, tendance_fin: fin }: Comparee): Variation | null {
  return debut === null || fin === null ? null : variation(debut, fin);
}
