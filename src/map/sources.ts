import type * as GeoJSON from 'geojson';
import { cercle, type LonLat } from '../domain/geo/cercle.ts';
import type { Scene } from './scene.ts';

type Proprietes = Readonly<Record<string, unknown>>;

const entite = (geometry: GeoJSON.Geometry, properties: Proprietes): GeoJSON.Feature => ({
  type: 'Feature',
  properties: { ...properties },
  geometry,
});

const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

const point = (lon: number, lat: number, proprietes: Proprietes): GeoJSON.Feature =>
  entite({ type: 'Point', coordinates: [lon, lat] }, proprietes);

// Bien plus grand que le dessin : le voile couvre tout ce qui n’est pas dans le cercle.
const PARTOUT: readonly LonLat[] = [
  [-10, 40],
  [20, 40],
  [20, 60],
  [-10, 60],
  [-10, 40],
];

const anneau = (points: readonly LonLat[]): [number, number][] =>
  points.map(([lon, lat]) => [lon, lat]);

/** Les sources GeoJSON qui changent avec la scène, par nom : le cercle, et le voile hors de lui. */
export function sourcesDe(scene: Scene): Readonly<Record<string, GeoJSON.FeatureCollection>> {
  const trace = scene.cercle && cercle(scene.cercle.centre, scene.cercle.km);
  return {
    cercle: collection(
      trace ? [entite({ type: 'LineString', coordinates: anneau(trace) }, {})] : [],
    ),
    voile: collection(
      trace
        ? [
            entite(
              { type: 'Polygon', coordinates: [anneau(PARTOUT), anneau(trace.toReversed())] },
              {},
            ),
          ]
        : [],
    ),
  };
}

/** Les noms à écrire sur la carte, posés sur un point. */
export const sourceNoms = (
  noms: readonly { readonly nom: string; readonly lat: number; readonly lon: number }[],
): GeoJSON.FeatureCollection =>
  collection(noms.map(({ nom, lat, lon }) => point(lon, lat, { nom })));
