import { deplace, type Position } from './distance.ts';

/** Un point tel que GeoJSON l’écrit : [longitude, latitude], en degrés. */
export type LonLat = readonly [lon: number, lat: number];

/**
 * Le cercle géodésique de rayon `km` autour de `centre` : un anneau fermé de `n` points
 * distincts (le premier est répété à la fin), dans le sens que demande GeoJSON pour un contour
 * extérieur (RFC 7946, 3.1.6).
 * @throws RangeError si `n` est inférieur à 3, si `km` n’est pas positif ou si le centre est
 * impossible.
 */
export function cercle(centre: Position, km: number, n = 96): LonLat[] {
  if (!Number.isInteger(n) || n < 3) throw new RangeError(`Trop peu de points : ${n}.`);
  if (!(km > 0)) throw new RangeError(`Rayon impossible : ${km} km.`);
  const points = Array.from({ length: n }, (_, i): LonLat => {
    const { lat, lon } = deplace(centre, -(360 * i) / n, km);
    return [lon, lat];
  });
  return [...points, ...points.slice(0, 1)];
}
