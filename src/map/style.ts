import type * as GeoJSON from 'geojson';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { FondDeCarte } from '../config.ts';
import type { Palette } from './palette.ts';

/** Le fond schématique : les cellules des communes et les contours des zones. */
export interface Fond {
  readonly communes: GeoJSON.FeatureCollection;
  readonly zones: GeoJSON.FeatureCollection;
}

/** La source et la couche des tuiles d’un tiers, quand le visiteur les a demandées. */
export const SOURCE_TUILES = 'tuiles';

/** La taille d’une marque selon le zoom : plus petite de loin, où elles se serrent. */
const TAILLES: readonly (readonly [zoom: number, taille: number])[] = [
  [7, 0.45],
  [9, 0.65],
  [10.5, 0.85],
  [12, 1],
];

/** La taille d’une marque à ce zoom. */
export function tailleAu(zoom: number): number {
  const i = TAILLES.findIndex(([z]) => z >= zoom);
  const [z1, t1] = TAILLES[i] ?? [0, 1];
  const [z0, t0] = TAILLES[i - 1] ?? [z1 - 1, t1];
  return t0 + ((zoom - z0) / (z1 - z0)) * (t1 - t0);
}

/** À partir de ce zoom les communes ont leur nom, et les zones n’ont plus le leur. */
export const ZOOM_DES_COMMUNES = 9;

/** La couche qui place les noms de communes, sans les peindre : les marques les couvriraient. */
export const COUCHE_DES_NOMS = 'noms-communes';
const NOMS_DES_COMMUNES: LayerSpecification = {
  id: COUCHE_DES_NOMS,
  type: 'symbol',
  source: 'noms-communes',
  minzoom: ZOOM_DES_COMMUNES,
  layout: {
    'icon-image': ['concat', 'commune:', ['get', 'nom']],
    'icon-padding': 3,
  },
  paint: { 'icon-opacity': 0 },
};

/**
 * Le style MapLibre d’un thème, sans les marques, qui ont leur calque. Aucune couche de texte : il
 * n’y a pas de serveur de glyphes.
 */
export function styleDe(
  fond: Fond,
  tuiles: FondDeCarte | null,
  nomsCommunes: GeoJSON.FeatureCollection,
  { opacite, papier, teal, zones }: Palette,
): StyleSpecification {
  const vide: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
  const source = (data: GeoJSON.FeatureCollection) => ({ type: 'geojson', data }) as const;
  const couleurs = zones.flatMap((couleur, i) => [i + 1, couleur]);
  return {
    version: 8,
    sources: {
      communes: source(fond.communes),
      zones: source(fond.zones),
      'noms-communes': source(nomsCommunes),
      voile: source(vide),
      cercle: source(vide),
      ...(tuiles && {
        [SOURCE_TUILES]: {
          type: 'raster' as const,
          tiles: [tuiles.tuiles],
          tileSize: tuiles.cote,
          maxzoom: tuiles.zoomMax,
        },
      }),
    },
    layers: [
      { id: 'papier', type: 'background', paint: { 'background-color': papier } },
      ...(tuiles ? [{ id: SOURCE_TUILES, type: 'raster' as const, source: SOURCE_TUILES }] : []),
      {
        id: 'zones',
        type: 'fill',
        source: 'zones',
        paint: {
          'fill-color': ['match', ['get', 'zone'], ...couleurs, papier] as never,
          'fill-opacity': tuiles ? 0.12 : opacite,
        },
      },
      {
        id: 'communes',
        type: 'line',
        source: 'communes',
        paint: { 'line-color': papier, 'line-width': tuiles ? 0 : 1.25 },
      },
      {
        id: 'limites',
        type: 'line',
        source: 'zones',
        paint: { 'line-color': papier, 'line-width': 3.5 },
      },
      {
        id: 'voile',
        type: 'fill',
        source: 'voile',
        paint: {
          'fill-color': papier,
          'fill-opacity': tuiles ? 0.35 : 0.55,
          'fill-antialias': false,
        },
      },
      {
        id: 'cercle',
        type: 'line',
        source: 'cercle',
        paint: { 'line-color': teal, 'line-width': 2, 'line-dasharray': [3, 2] },
      },
      NOMS_DES_COMMUNES,
    ],
  };
}
