import type { ListesDeZone } from '../domain/listes.ts';
import { type Requete, requete } from './moteur.ts';

/** SQL : les listes que lit chaque zone pour une année scolaire, celle du paramètre. */
export const EN_VIGUEUR = `(SELECT DISTINCT zone, annee_tc, annee_fc FROM besoins_options
  WHERE annee_scolaire = ?)`;

/** Les listes que lit une zone pour une année scolaire. */
export interface ListesDAnnee extends ListesDeZone {
  readonly annee_scolaire: string;
}

/** Les listes que lit chaque zone, année scolaire par année scolaire. */
export const LISTES: Requete = requete(`
  SELECT DISTINCT annee_scolaire, zone, annee_tc, annee_fc FROM besoins_options
  ORDER BY annee_scolaire, zone`);
