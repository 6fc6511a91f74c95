import type { Position } from '../../../src/domain/geo/distance.ts';

// WGS84.
const A = 6378137;
const F = 1 / 298.257223563;
const B = A * (1 - F);
const RADIAN = Math.PI / 180;

/**
 * La formule inverse de Vincenty (Survey Review, 1975) : un second calcul de la distance, en
 * kilomètres, qui ne doit rien à la bibliothèque employée. Elle échoue près des antipodes.
 */
export function vincentyKm(p: Position, q: Position): number {
  const l = (q.lon - p.lon) * RADIAN;
  const u1 = Math.atan((1 - F) * Math.tan(p.lat * RADIAN));
  const u2 = Math.atan((1 - F) * Math.tan(q.lat * RADIAN));
  const [s1, c1, s2, c2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = l;
  for (let tour = 0; tour < 200; tour++) {
    const [sl, cl] = [Math.sin(lambda), Math.cos(lambda)];
    const sinSigma = Math.hypot(c2 * sl, c1 * s2 - s1 * c2 * cl);
    if (sinSigma === 0) return 0;
    const cosSigma = s1 * s2 + c1 * c2 * cl;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (c1 * c2 * sl) / sinSigma;
    const cos2Alpha = 1 - sinAlpha ** 2;
    const cos2M = cos2Alpha === 0 ? 0 : cosSigma - (2 * s1 * s2) / cos2Alpha;
    const c = (F / 16) * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
    const avant = lambda;
    lambda =
      l +
      (1 - c) *
        F *
        sinAlpha *
        (sigma + c * sinSigma * (cos2M + c * cosSigma * (2 * cos2M ** 2 - 1)));
    if (Math.abs(lambda - avant) < 1e-12) {
      return arc(sigma, sinSigma, cosSigma, cos2Alpha, cos2M) / 1000;
    }
  }
  throw new Error('Vincenty ne converge pas.');
}

function arc(sigma: number, sin: number, cos: number, cos2Alpha: number, cos2M: number): number {
  const k = (cos2Alpha * (A ** 2 - B ** 2)) / B ** 2;
  const a = 1 + (k / 16384) * (4096 + k * (-768 + k * (320 - 175 * k)));
  const b = (k / 1024) * (256 + k * (-128 + k * (74 - 47 * k)));
  const fin = (b / 6) * cos2M * (4 * sin ** 2 - 3) * (4 * cos2M ** 2 - 3);
  const delta = b * sin * (cos2M + (b / 4) * (cos * (2 * cos2M ** 2 - 1) - fin));
  return B * a * (sigma - delta);
}
