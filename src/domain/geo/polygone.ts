/** Un point du plan ou du globe : deux coordonnées, dans l’ordre où on les écrit. */
type Point = readonly [number, number];

/** Vrai si le point est dans le polygone fermé (règle pair-impair). */
export function dedans([x, y]: Point, polygone: readonly Point[]): boolean {
  let dans = false;
  polygone.forEach(([ax, ay], i) => {
    const [bx, by] = polygone[i + 1] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) dans = !dans;
  });
  return dans;
}

/**
 * L’aire du polygone fermé, dans le carré de son unité : positive s’il tourne de l’axe des x vers
 * celui des y (dans le sens antihoraire pour des longitudes et latitudes), négative sinon.
 */
export function aireSignee(polygone: readonly Point[]): number {
  return polygone.reduce((somme, [x, y], i) => {
    const [nx, ny] = polygone[i + 1] ?? [x, y];
    return somme + (x * ny - nx * y) / 2;
  }, 0);
}
