import type { LigneIndicateur } from './ligne.ts';

export const TENDANCES = ['hausse', 'stable', 'baisse', 'nouvelle', 'disparue'] as const;
export type Tendance = (typeof TENDANCES)[number];

type Suivie = Pick<LigneIndicateur, 'serie' | 'eleves'>;

/** Les élèves de la première année de la série ; `null` s’ils sont masqués ou si elle est seule. */
export const elevesAuDebut = ({ serie }: Suivie): number | null =>
  serie.length > 1 ? (serie[0] ?? null) : null;

/** La part d’élèves gagnée depuis le début de la série ; `null` s’il n’y en avait pas. */
export function evolution(ligne: Suivie): number | null {
  const debut = elevesAuDebut(ligne);
  return debut === null || debut === 0 || ligne.eleves === null
    ? null
    : (ligne.eleves - debut) / debut;
}

/** Un dixième d’élèves en plus ou en moins fait une hausse ou une baisse. */
export function tendance(ligne: Suivie): Tendance | null {
  const debut = elevesAuDebut(ligne);
  const { eleves } = ligne;
  if (debut === null || eleves === null || (debut === 0 && eleves === 0)) return null;
  if (debut === 0) return 'nouvelle';
  if (eleves === 0) return 'disparue';
  if (eleves * 10 >= debut * 11) return 'hausse';
  return eleves * 10 <= debut * 9 ? 'baisse' : 'stable';
}
