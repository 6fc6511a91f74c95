import type { LigneIndicateur } from './ligne.ts';

export const TENDANCES = ['hausse', 'stable', 'baisse', 'nouvelle', 'disparue'] as const;
export type Tendance = (typeof TENDANCES)[number];

type Comparee = Pick<LigneIndicateur, 'tendance_debut' | 'tendance_fin'>;

/** La part d’élèves gagnée en cinq ans, à années d’étude égales ; `null` s’il n’y en avait pas. */
export function evolution({ tendance_debut: debut, tendance_fin: fin }: Comparee): number | null {
  return debut === null || debut === 0 || fin === null ? null : (fin - debut) / debut;
}

/** Un dixième d’élèves en plus ou en moins fait une hausse ou une baisse. */
export function tendance({ tendance_debut: debut, tendance_fin: fin }: Comparee): Tendance | null {
  if (debut === null || fin === null || (debut === 0 && fin === 0)) return null;
  if (debut === 0) return 'nouvelle';
  if (fin === 0) return 'disparue';
  if (fin * 10 >= debut * 11) return 'hausse';
  return fin * 10 <= debut * 9 ? 'baisse' : 'stable';
}
