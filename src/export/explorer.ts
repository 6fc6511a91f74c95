import { sqlDesImplantations } from '../domain/explorer/depuis.ts';
import { encodeSql } from '../domain/url/sql.ts';
import type { VueDeLaCarte } from './carte.ts';

/** Le chemin d’Explorer où les implantations d’une carte se suivent année après année. */
export function requeteDeLaCarte({ resultat }: VueDeLaCarte, options: readonly string[]): string {
  const trouves = [...(resultat.choisie ? [resultat.choisie] : []), ...resultat.sites];
  const zones = [...new Set(trouves.map(({ site }) => site.zone))].sort((a, b) => a - b);
  const sites = trouves.map(({ site }) => site.id);
  return `/explorer/sql/${encodeSql(sqlDesImplantations(sites, zones, options))}`;
}
