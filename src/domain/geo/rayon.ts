import { bornesAutour, contient } from './bornes.ts';
import { distanceKm, type Position } from './distance.ts';

/** Un site repéré par son identifiant : le numéro FASE d’une implantation, par exemple. */
export interface Site extends Position {
  readonly id: string;
}

/**
 * Les sites à `km` kilomètres ou moins de `centre`, chacun avec sa `distance` géodésique en
 * kilomètres, du plus proche au plus lointain, puis par identifiant.
 */
export function dansLeRayon<S extends Site>(
  sites: readonly S[],
  centre: Position,
  km: number,
): (S & { distance: number })[] {
  const bornes = bornesAutour(centre, km);
  return sites
    .filter((site) => contient(bornes, site))
    .map((site) => ({ ...site, distance: distanceKm(centre, site) }))
    .filter(({ distance }) => distance <= km)
    .sort((a, b) => a.distance - b.distance || compareId(a.id, b.id));
}

function compareId(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Les `limite` sites les plus proches d’une position, et leur distance en kilomètres. */
export const sitesProches = <T extends Position & { readonly id: string }>(
  sites: readonly T[],
  position: Position,
  limite = 5,
): readonly { readonly site: T; readonly km: number }[] =>
  sites
    .map((site) => ({ site, km: distanceKm(position, site) }))
    .sort((a, b) => a.km - b.km || (a.site.id < b.site.id ? -1 : 1))
    .slice(0, limite);
