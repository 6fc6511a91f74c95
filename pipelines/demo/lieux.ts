import type { Commune } from '../../src/domain/tables/territoire.ts';
import type { Alea } from './alea.ts';

export interface LieuTire {
  readonly commune: string;
  readonly zone: number;
  readonly codePostal: string;
  readonly lat: number;
  readonly lon: number;
}

/** Écart de deux points en kilomètres, à plat ; assez juste pour comparer des communes proches. */
export const ecart = (a: { lat: number; lon: number }, b: { lat: number; lon: number }): number =>
  Math.hypot((a.lat - b.lat) * 111.2, (a.lon - b.lon) * 71);

const RAYON_MAX_KM = 3;
const dixMillieme = (x: number): number => Math.round(x * 1e4) / 1e4;

export interface CarteDesCommunes {
  /** Les communes de la même zone, de la plus proche à la plus lointaine. */
  voisines(commune: Commune): Commune[];
  /** Un point tiré dans la commune. */
  placer(commune: Commune, alea: Alea): LieuTire;
}

/**
 * Place des implantations fictives. Un point tombe à moins de 45 % de la distance au point central
 * voisin le plus proche (3 km au plus) : il est donc plus près de sa commune que de toute autre.
 */
export function carteDesCommunes(communes: readonly Commune[]): CarteDesCommunes {
  const rayon = (commune: Commune): number => {
    const autres = communes.filter((autre) => autre !== commune);
    return Math.min(RAYON_MAX_KM, 0.45 * Math.min(...autres.map((autre) => ecart(commune, autre))));
  };
  const dansLeDisque = (alea: Alea): [number, number] => {
    const [x, y] = [2 * alea.reel() - 1, 2 * alea.reel() - 1];
    return Math.hypot(x, y) < 1 ? [x, y] : dansLeDisque(alea);
  };
  return {
    voisines: (commune) =>
      communes
        .filter((autre) => autre.zone === commune.zone && autre !== commune)
        .sort((a, b) => ecart(commune, a) - ecart(commune, b) || a.nis.localeCompare(b.nis)),
    placer: (commune, alea) => {
      const [x, y] = dansLeDisque(alea);
      return {
        commune: commune.commune,
        zone: commune.zone,
        codePostal: alea.choix(commune.codes_postaux.split(' ')),
        lat: dixMillieme(commune.lat + (y * rayon(commune)) / 111.2),
        lon: dixMillieme(commune.lon + (x * rayon(commune)) / 71),
      };
    },
  };
}
