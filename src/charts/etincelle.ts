export interface Etincelle {
  /** Les segments de la ligne ; un effectif masqué la coupe. */
  readonly chemin: string;
  readonly fin: readonly [x: number, y: number] | null;
}

const MARGE = 2;

const arrondir = (n: number): number => Math.round(n * 10) / 10;

/**
 * Une petite ligne sans axe, du plus petit au plus grand effectif : elle dit la forme, les nombres
 * sont à côté. L’étendue vaut un quart du plus grand au moins : un frisson n’est pas une montagne.
 * @param rupture la place où l’on se met à compter autre chose : la ligne s’y coupe
 */
export function etincelle(
  serie: readonly (number | null)[],
  largeur: number,
  hauteur: number,
  rupture: number | null = null,
): Etincelle {
  const connus = serie.filter((valeur) => valeur !== null);
  const plus = Math.max(1, ...connus);
  const moins = Math.min(plus, ...connus);
  const etendue = Math.max(plus - moins, plus / 4);
  const bas = (plus + moins - etendue) / 2;
  const pas = (largeur - 2 * MARGE) / Math.max(1, serie.length - 1);
  const points = serie.map((valeur, i) =>
    valeur === null
      ? null
      : ([
          arrondir(MARGE + i * pas),
          arrondir(hauteur - MARGE - ((valeur - bas) / etendue) * (hauteur - 2 * MARGE)),
        ] as const),
  );
  const chemin = points
    .map((point, i) => {
      const suit = points[i - 1] && i !== rupture;
      return point ? `${suit ? 'L' : 'M'}${point[0]} ${point[1]}` : '';
    })
    .join('');
  return { chemin, fin: points.at(-1) ?? null };
}
