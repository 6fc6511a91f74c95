export interface Etincelle {
  /** Les segments de la ligne ; un effectif masqué la coupe. */
  readonly chemin: string;
  readonly fin: readonly [x: number, y: number] | null;
}

const MARGE = 2;

const arrondir = (n: number): number => Math.round(n * 10) / 10;

/** Une petite ligne depuis zéro, sans axe : `largeur` × `hauteur` en unités du dessin. */
export function etincelle(
  serie: readonly (number | null)[],
  largeur: number,
  hauteur: number,
): Etincelle {
  const plus = Math.max(1, ...serie.map((valeur) => valeur ?? 0));
  const pas = (largeur - 2 * MARGE) / Math.max(1, serie.length - 1);
  const points = serie.map((valeur, i) =>
    valeur === null
      ? null
      : ([
          arrondir(MARGE + i * pas),
          arrondir(hauteur - MARGE - (valeur / plus) * (hauteur - 2 * MARGE)),
        ] as const),
  );
  const chemin = points
    .map((point, i) => (point ? `${points[i - 1] ? 'L' : 'M'}${point[0]} ${point[1]}` : ''))
    .join('');
  return { chemin, fin: points.at(-1) ?? null };
}
