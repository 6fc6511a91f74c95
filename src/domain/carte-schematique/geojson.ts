import type { LonLat } from '../geo/cercle.ts';
import { aireSignee } from '../geo/polygone.ts';
import type { CarteSchematique } from './carte.ts';

/** Une collection GeoJSON de polygones (RFC 7946), telle que MapLibre la lit. */
export interface Polygones<P> {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly properties: P;
    readonly geometry: {
      readonly type: 'MultiPolygon';
      readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
    };
  }[];
}

/** Les cellules des communes, avec leur zone. */
export function communesGeoJson({
  communes,
}: CarteSchematique): Polygones<{ nis: string; commune: string; zone: number }> {
  return collection(
    communes.map(({ nis, commune, zone, globe }) => [{ nis, commune, zone }, [globe]]),
  );
}

/** Les contours des zones, avec leur nom. */
export function zonesGeoJson({
  zones,
}: CarteSchematique): Polygones<{ zone: number; nom: string }> {
  return collection(zones.map(({ zone, nom, globe }) => [{ zone, nom }, globe]));
}

function collection<P>(
  entites: readonly (readonly [P, readonly (readonly LonLat[])[]])[],
): Polygones<P> {
  return {
    type: 'FeatureCollection',
    features: entites.map(([properties, anneaux]) => ({
      type: 'Feature',
      properties,
      geometry: {
        type: 'MultiPolygon',
        coordinates: anneaux.map((anneau) => [antihoraire(anneau)]),
      },
    })),
  };
}

function antihoraire(anneau: readonly LonLat[]): readonly LonLat[] {
  return aireSignee(anneau) < 0 ? anneau.toReversed() : anneau;
}
