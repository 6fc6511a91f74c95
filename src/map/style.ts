import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';
import { PLACES } from './scene.ts';

/** Le fond schématique : les cellules des communes et les contours des zones. */
export interface Fond {
  readonly communes: GeoJSON.FeatureCollection;
  readonly zones: GeoJSON.FeatureCollection;
}

/** Les couches où l’on peut pointer un site ou un centre. */
export const COUCHES_POINTABLES = ['sites', 'centres'];

const TAILLE_SELON_ZOOM: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  7,
  0.45,
  9,
  0.75,
  10.5,
  1,
];

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
      sites: source(vide),
      etoile: source(vide),
      survol: source(vide),
    },
    layers: [
      { id: 'papier', type: 'background', paint: { 'background-color': papier } },
      {
        id: 'zones',
        type: 'fill',
        source: 'zones',
        paint: {
          'fill-color': ['match', ['get', 'zone'], ...couleurs, papier] as never,
          'fill-opacity': opacite,
        },
      },
      {
        id: 'communes',
        type: 'line',
        source: 'communes',
        paint: { 'line-color': papier, 'line-width': 1.25 },
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
        paint: { 'fill-color': papier, 'fill-opacity': 0.55, 'fill-antialias': false },
      },
      {
        id: 'cercle',
        type: 'line',
        source: 'cercle',
        paint: { 'line-color': teal, 'line-width': 2, 'line-dasharray': [3, 2] },
      },
      noms('noms-communes', 'commune:', [9, 24]),
      marques('ailleurs', 0.4),
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
