import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { FondDeCarte } from '../config.ts';
import type { Palette } from './palette.ts';
import { PLACES } from './scene.ts';

/** Le fond schématique : les cellules des communes et les contours des zones. */
export interface Fond {
  readonly communes: GeoJSON.FeatureCollection;
  readonly zones: GeoJSON.FeatureCollection;
}

/** La source et la couche des tuiles d’un tiers, quand le visiteur les a demandées. */
export const SOURCE_TUILES = 'tuiles';

/** Les couches où l’on peut pointer un site ou un centre. */
export const COUCHES_POINTABLES = ['sites', 'centres', 'ecoles'];

/** La taille d’une marque selon le zoom : plus petite de loin, où elles se serrent. */
const TAILLES: readonly (readonly [zoom: number, taille: number])[] = [
  [7, 0.45],
  [9, 0.65],
  [10.5, 0.85],
  [12, 1],
];

const TAILLE_SELON_ZOOM = [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...TAILLES.flat(),
] as unknown as ExpressionSpecification;

/** La même échelle, pour mesurer à l’écran. */
export function tailleAu(zoom: number): number {
  const i = TAILLES.findIndex(([z]) => z >= zoom);
  const [z1, t1] = TAILLES[i] ?? [0, 1];
  const [z0, t0] = TAILLES[i - 1] ?? [z1 - 1, t1];
  return t0 + ((zoom - z0) / (z1 - z0)) * (t1 - t0);
}

// Un tableau ne traverse pas les tuiles GeoJSON : la place y va, et l’expression la traduit.
const DECALAGE = [
  'match',
  ['get', 'place'],
  ...PLACES.flatMap((decalage, place) => [place, ['literal', decalage]]),
  ['literal', [0, 0]],
] as unknown as ExpressionSpecification;

const marques = (id: string, opacite = 1): LayerSpecification => ({
  id,
  type: 'symbol',
  source: id,
  layout: {
    'icon-image': ['get', 'image'],
    'icon-offset': DECALAGE,
    'icon-size': TAILLE_SELON_ZOOM,
    'icon-allow-overlap': true,
    // Les marques ne chassent pas les noms : elles passent devant.
    'icon-ignore-placement': true,
  },
  paint: { 'icon-opacity': opacite },
});

const noms = (id: string, prefixe: string, zooms: readonly [number, number]) =>
  ({
    id,
    type: 'symbol',
    source: id,
    minzoom: zooms[0],
    maxzoom: zooms[1],
    layout: {
      'icon-image': ['concat', prefixe, ['get', 'nom']],
      'icon-padding': 3,
      'icon-allow-overlap': prefixe === 'zone:',
    },
  }) satisfies LayerSpecification;

/** Le style MapLibre d’un thème. Aucune couche de texte : il n’y a pas de serveur de glyphes. */
export function styleDe(
  fond: Fond,
  tuiles: FondDeCarte | null,
  noms_: {
    readonly zones: GeoJSON.FeatureCollection;
    readonly communes: GeoJSON.FeatureCollection;
  },
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
      'noms-zones': source(noms_.zones),
      'noms-communes': source(noms_.communes),
      voile: source(vide),
      cercle: source(vide),
      ailleurs: source(vide),
      centres: source(vide),
      ecoles: source(vide),
      sites: source(vide),
      etoile: source(vide),
      survol: source(vide),
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
      noms('noms-communes', 'commune:', [9, 24]),
      marques('ailleurs', 0.4),
      marques('ecoles'),
      marques('centres'),
      marques('sites'),
      noms('noms-zones', 'zone:', [0, 9]),
      {
        id: 'etoile',
        type: 'symbol',
        source: 'etoile',
        layout: { 'icon-image': 'etoile', 'icon-allow-overlap': true },
      },
      {
        id: 'survol',
        type: 'symbol',
        source: 'survol',
        layout: {
          'icon-image': 'anneau',
          'icon-offset': DECALAGE,
          'icon-size': TAILLE_SELON_ZOOM,
          'icon-allow-overlap': true,
        },
      },
    ],
  };
}
