import { contient } from '../domain/geo/bornes.ts';
import { distanceKm, type Position } from '../domain/geo/distance.ts';
import type { Cadrage } from './fondSvg.ts';
import { CADRE_ENTIER, type Scene } from './scene.ts';

export interface NomPlace {
  readonly nom: string;
  readonly x: number;
  readonly y: number;
}

// En unités du dessin, large de 1000.
const CORPS = 26;
const LETTRE = 0.52;

/** Les noms de communes qui tiennent dans le cadre sans se toucher, du centre vers les bords. */
export function nomsPlaces(
  communes: readonly (Position & { readonly commune: string })[],
  scene: Scene,
  { versCadre }: Cadrage,
): readonly NomPlace[] {
  const { cercle, cadre } = scene;
  if (cadre === CADRE_ENTIER) return [];
  const milieu = { lat: (cadre.sud + cadre.nord) / 2, lon: (cadre.ouest + cadre.est) / 2 };
  const centre = cercle?.centre ?? milieu;
  const places: NomPlace[] = [];
  const libre = (a: NomPlace) =>
    places.every(
      (b) =>
        Math.abs(a.y - b.y) > CORPS * 1.2 ||
        Math.abs(a.x - b.x) > ((a.nom.length + b.nom.length) / 2) * CORPS * LETTRE + CORPS / 2,
    );
  const proches = communes
    .filter((commune) => contient(cadre, commune))
    .toSorted((a, b) => distanceKm(centre, a) - distanceKm(centre, b));
  for (const { commune, lat, lon } of proches) {
    const [x, y] = versCadre([lon, lat]);
    const nom = { nom: commune, x, y };
    if (libre(nom)) places.push(nom);
  }
  return places;
}
