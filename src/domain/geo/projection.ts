import type { Emprise } from './bornes.ts';
import type { LonLat } from './cercle.ts';

/** Un point du dessin : x vers la droite, y vers le bas, en unités du `viewBox`. */
export type XY = readonly [x: number, y: number];

/** Passe du globe au dessin et retour. */
export interface Projection {
  readonly largeur: number;
  readonly hauteur: number;
  versPlan(point: LonLat): XY;
  versGlobe(point: XY): LonLat;
}

/**
 * Une projection équirectangulaire centrée sur `bornes`, large de `largeur` unités : à l’échelle
 * d’un petit pays, elle garde les formes à 1 % près. Pour dessiner, jamais pour mesurer.
 * @throws RangeError si le rectangle est vide.
 */
export function projectionLocale(bornes: Emprise, largeur: number): Projection {
  const { ouest, sud, est, nord } = bornes;
  if (!(est > ouest && nord > sud)) {
    throw new RangeError(`Rectangle vide : ${ouest}, ${sud}, ${est}, ${nord}.`);
  }
  const parDegre = largeur / (est - ouest);
  const etirement = parDegre / Math.cos(((sud + nord) * Math.PI) / 360);
  return {
    largeur,
    hauteur: (nord - sud) * etirement,
    versPlan: ([lon, lat]) => [(lon - ouest) * parDegre, (nord - lat) * etirement],
    versGlobe: ([x, y]) => [ouest + x / parDegre, nord - y / etirement],
  };
}
