import geodesique from 'geographiclib-geodesic';

/** Une position WGS84, en degrés décimaux. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

const { Geodesic } = geodesique;
const METRES_PAR_KM = 1000;

/**
 * Distance géodésique sur l’ellipsoïde WGS84, en kilomètres.
 * Une sphère s’en écarterait de 0,5 % au plus : assez pour se tromper de côté à dix kilomètres.
 * @throws RangeError si une coordonnée n’est pas un nombre fini ou si une latitude sort de ±90°.
 */
export function distanceKm(a: Position, b: Position): number {
  verifiePosition(a);
  verifiePosition(b);
  const { s12 } = Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon, Geodesic.DISTANCE);
  return (s12 ?? Number.NaN) / METRES_PAR_KM;
}

/** Une distance au mètre supérieur : dix kilomètres au plus, c’est dix mille mètres au plus. */
export const enMetres = (km: number): number => Math.ceil(km * METRES_PAR_KM);

/**
 * La position atteinte depuis `depart` en suivant `azimut` (degrés, 0 au nord, 90 à l’est)
 * sur `km` kilomètres.
 * @throws RangeError comme `distanceKm`.
 */
export function deplace(depart: Position, azimut: number, km: number): Position {
  verifiePosition(depart);
  const { lat2, lon2 } = Geodesic.WGS84.Direct(
    depart.lat,
    depart.lon,
    azimut,
    km * METRES_PAR_KM,
    Geodesic.LATITUDE | Geodesic.LONGITUDE,
  );
  return { lat: lat2 ?? Number.NaN, lon: lon2 ?? Number.NaN };
}

function verifiePosition({ lat, lon }: Position): void {
  if (!Number.isFinite(lat) || !Number.isFinite(lon) || Math.abs(lat) > 90) {
    throw new RangeError(`Position impossible : latitude ${lat}, longitude ${lon}.`);
  }
}
