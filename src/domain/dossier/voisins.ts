import { bornesAutour } from '../geo/bornes.ts';
import { cercle as cercleAutour } from '../geo/cercle.ts';
import type { Position } from '../geo/distance.ts';
import { projectionLocale } from '../geo/projection.ts';
import { type OccurrenceSituee, RAYON } from './contexte.ts';

/** Une marque du plan, en unités de son carré ; ceux qui se toucheraient n’en font qu’une. */
export interface MarqueDeVoisin {
  readonly x: number;
  readonly y: number;
  /** Leurs places dans la liste : « 1 », « 2, 3 ». */
  readonly numeros: string;
  readonly caracteres: readonly string[];
}

export interface PlanDesVoisins {
  readonly cote: number;
  readonly centre: number;
  /** Le cercle de `RAYON` km, en `d` de `path`. */
  readonly cercle: string;
  readonly marques: readonly MarqueDeVoisin[];
}

const COTE = 240;
/** Ce qu’il reste de blanc autour du plus lointain, en part de sa distance. */
const MARGE = 1.12;
/** Plus près, deux marques se couvriraient. */
const CONTACT = 13;

const arrondi = (n: number): number => Math.round(n * 10) / 10;

/** Les voisins d’un lieu sur un plan carré, le lieu au centre, le nord en haut. */
export function planDesVoisins(
  position: Position,
  voisins: readonly OccurrenceSituee[],
): PlanDesVoisins {
  const plusLoin = Math.max(RAYON, ...voisins.map(({ distance }) => distance));
  const bornes = bornesAutour(position, plusLoin * MARGE);
  const { versPlan } = projectionLocale(bornes, COTE);
  const marques: { x: number; y: number; rangs: number[]; caracteres: string[] }[] = [];
  voisins.forEach(({ lieu }, rang) => {
    const [x, y] = versPlan([lieu.lon, lieu.lat]);
    const touchee = marques.find((une) => Math.hypot(une.x - x, une.y - y) < CONTACT);
    const marque = touchee ?? { x: arrondi(x), y: arrondi(y), rangs: [], caracteres: [] };
    marque.rangs.push(rang + 1);
    if (!marque.caracteres.includes(lieu.caractere)) marque.caracteres.push(lieu.caractere);
    if (!touchee) marques.push(marque);
  });
  const points = cercleAutour(position, RAYON, 48).map((point) => versPlan(point).map(arrondi));
  return {
    cote: COTE,
    centre: COTE / 2,
    cercle: `M${points.map((point) => point.join(' ')).join('L')}Z`,
    marques: marques.map(({ x, y, rangs, caracteres }) => ({
      ...{ x, y, caracteres },
      numeros: rangs.join(', '),
    })),
  };
}
