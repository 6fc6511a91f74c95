import type { Zone } from '../domain/tables/territoire.ts';
import { requete } from './moteur.ts';

export type { Commune, Zone } from '../domain/tables/territoire.ts';

/** Les dix zones, dans l’ordre de leur numéro. */
export const ZONES = requete(
  'SELECT zone, slug, nom, region, spe, source FROM zones ORDER BY zone',
);

/** Les communes et leur point central, dans l’ordre des codes NIS. */
export const COMMUNES = requete(
  'SELECT nis, commune, zone, codes_postaux, lat, lon FROM communes ORDER BY nis',
);

export type ZoneCourte = Pick<Zone, 'zone' | 'slug' | 'nom'>;
