/** Une ligne de `instances_programmation.csv`. */
export type Instance = {
  readonly reserve: string;
  readonly instance: string;
  readonly reference: string;
};

/** Qui se prononçait en 2019 sur une option en alternance, selon qu’elle est libre, réservée (R) ou
 * strictement réservée (R²). Source : circulaire 7282, VI.II.2. */
export function instanceCompetente(
  instances: readonly Instance[],
  reserve: string | null,
): Instance | null {
  return instances.find((i) => i.reserve === (reserve || 'libre')) ?? null;
}
