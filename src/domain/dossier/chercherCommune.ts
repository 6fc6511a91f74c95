import { distanceKm, type Position } from '../geo/distance.ts';
import { tousLesMots } from '../recherche/mots.ts';
import { commencent, enMots, plat } from '../recherche/texte.ts';
import type { CommuneDuDossier } from './types.ts';

/** Les communes dont chaque mot tapé commence un mot ou un code postal ; le nom exact d’abord. */
export function chercherCommune(
  communes: readonly CommuneDuDossier[],
  texte: string,
  limite = 10,
): readonly CommuneDuDossier[] {
  const cherche = plat(texte);
  const mots = enMots(texte);
  if (mots.length === 0) return [];
  const rang = ({ commune }: CommuneDuDossier): number => (plat(commune) === cherche ? 0 : 1);
  return communes
    .filter(({ commune, codesPostaux }) =>
      commencent(mots, [...tousLesMots(commune), ...codesPostaux]),
    )
    .toSorted((a, b) => rang(a) - rang(b) || a.commune.localeCompare(b.commune, 'fr'))
    .slice(0, limite);
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
