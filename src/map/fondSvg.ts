import type * as GeoJSON from 'geojson';
import type { CarteSchematique } from '../domain/carte-schematique/carte.ts';
import type { Emprise } from '../domain/geo/bornes.ts';
import type { LonLat } from '../domain/geo/cercle.ts';
import { type Projection, projectionLocale, type XY } from '../domain/geo/projection.ts';
import { CADRE_ENTIER } from './scene.ts';
import type { Fond } from './style.ts';

/** Le fond schématique prêt pour le SVG : des attributs `d`, et la projection qui les place. */
export interface FondSvg {
  readonly projection: Projection;
  readonly zones: readonly ZoneSvg[];
}

interface ZoneSvg {
  readonly zone: number;
  readonly trace: string;
  /** Les limites entre ses communes. */
  readonly filets: string;
  /** Le rectangle qui la contient, pour ne dessiner que ce qui se voit. */
  readonly bornes: Emprise;
}

const bornesDe = (points: readonly LonLat[]): Emprise => {
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return {
    ouest: Math.min(...lons),
    sud: Math.min(...lats),
    est: Math.max(...lons),
    nord: Math.max(...lats),
  };
};

const seTouchent = (a: Emprise, b: Emprise): boolean =>
  a.ouest <= b.est && b.ouest <= a.est && a.sud <= b.nord && b.sud <= a.nord;

/** Le fond, sans les zones que le cadre ne montre pas. */
export const fondDuCadre = ({ projection, zones }: FondSvg, cadre: Emprise): FondSvg => ({
  projection,
  zones: zones.filter(({ bornes }) => seTouchent(bornes, cadre)),
});

const LARGEUR = 1000;

/** Le fond d’une carte calculée à la construction. */
export const fondDeLaCarte = ({ projection, zones }: CarteSchematique): FondSvg => ({
  projection,
  zones: zones.map(({ zone, trace, filets, globe }) => ({
    zone,
    trace,
    filets,
    bornes: bornesDe(globe.flat()),
  })),
});

const anneauxDe = ({ geometry }: GeoJSON.Feature): LonLat[][] =>
  geometry.type === 'MultiPolygon'
    ? geometry.coordinates.flat().map((anneau) => anneau.map(([lon = 0, lat = 0]) => [lon, lat]))
    : [];

/** Le même fond, refait dans le navigateur à partir des polygones que lit MapLibre. */
export function fondDuGeoJson({ zones, communes }: Fond): FondSvg {
  const projection = projectionLocale(CADRE_ENTIER, LARGEUR);
  const traceDe = (entite: GeoJSON.Feature): string =>
    anneauxDe(entite)
      .map((anneau) => trace(anneau, projection))
      .join('');
  return {
    projection,
    zones: zones.features.map((entite) => {
      const zone = Number(entite.properties?.zone);
      const siennes = communes.features.filter(({ properties }) => properties?.zone === zone);
      return {
        zone,
        trace: traceDe(entite),
        filets: siennes.map(traceDe).join(''),
        bornes: bornesDe(anneauxDe(entite).flat()),
      };
    }),
  };
}

/** Un anneau du globe comme attribut `d`. */
export const trace = (anneau: readonly LonLat[], { versPlan }: Projection): string =>
  `M${anneau
    .map((point) =>
      versPlan(point)
        .map((n) => n.toFixed(1))
        .join(' '),
    )
    .join('L')}Z`;

/** Le cadrage d’un dessin : les unités du fond agrandies pour que le cadre fasse 1000 de large. */
export interface Cadrage {
  readonly largeur: number;
  readonly hauteur: number;
  /** L’attribut `transform` du fond. */
  readonly transform: string;
  versCadre(point: LonLat): XY;
}

export function cadrer({ versPlan }: Projection, { ouest, sud, est, nord }: Emprise): Cadrage {
  const [x0, y0] = versPlan([ouest, nord]);
  const [x1, y1] = versPlan([est, sud]);
  const k = LARGEUR / (x1 - x0);
  const dixieme = (n: number) => Math.round(n * 10) / 10;
  return {
    largeur: LARGEUR,
    hauteur: Math.round((y1 - y0) * k),
    transform: `scale(${k.toFixed(4)}) translate(${-x0.toFixed(2)} ${-y0.toFixed(2)})`,
    versCadre: (point) => {
      const [x, y] = versPlan(point);
      return [dixieme((x - x0) * k), dixieme((y - y0) * k)];
    },
  };
}
