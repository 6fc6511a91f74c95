import type { Position } from './distance.ts';

/** Un rectangle de longitudes et de latitudes, en degrés. */
export interface Emprise {
  readonly ouest: number;
  readonly sud: number;
  readonly est: number;
  readonly nord: number;
}

/** Le rectangle où tient la Belgique, arrondi au dixième de degré vers l’extérieur. */
export const BORNES_BELGIQUE: Emprise = { ouest: 2.5, sud: 49.4, est: 6.5, nord: 51.6 };

// Le plus court degré de méridien (à l’équateur) et le degré de longitude à l’équateur, en km,
// chacun diminué d’un pour mille : le rectangle déborde toujours le cercle.
const DEGRE_LATITUDE_KM = 110.574 * 0.999;
const DEGRE_LONGITUDE_KM = 111.319 * 0.999;

/**
 * Le rectangle qui contient tout point situé à `km` kilomètres ou moins de `centre`.
 * Valable loin des pôles et de l’antiméridien ; près d’un pôle il prend toutes les longitudes.
 */
export function bornesAutour(centre: Position, km: number): Emprise {
  const hauteur = km / DEGRE_LATITUDE_KM;
  const plusHaute = Math.abs(centre.lat) + hauteur;
  const largeur =
    plusHaute < 89 ? km / (DEGRE_LONGITUDE_KM * Math.cos((plusHaute * Math.PI) / 180)) : 360;
  return {
    ouest: centre.lon - largeur,
    sud: centre.lat - hauteur,
    est: centre.lon + largeur,
    nord: centre.lat + hauteur,
  };
}

/** Le rectangle qui contient tout point situé à `km` kilomètres ou moins d’une des positions. */
export function bornesDe(positions: readonly Position[], km: number): Emprise {
  const toutes = positions.map((position) => bornesAutour(position, km));
  return {
    ouest: Math.min(...toutes.map(({ ouest }) => ouest)),
    sud: Math.min(...toutes.map(({ sud }) => sud)),
    est: Math.max(...toutes.map(({ est }) => est)),
    nord: Math.max(...toutes.map(({ nord }) => nord)),
  };
}

/** Vrai si la position est dans le rectangle, bords compris. */
export function contient({ ouest, sud, est, nord }: Emprise, { lat, lon }: Position): boolean {
  return lat >= sud && lat <= nord && lon >= ouest && lon <= est;
}
