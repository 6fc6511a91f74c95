import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SiteTrouve } from '../../domain/autour/autour.ts';
import type { ImplantationSituee } from '../../domain/autour/types.ts';

const AUCUNE: ReadonlySet<number> = new Set();

/** Les zones dont l’offre n’est pas connue, l’année montrée. */
export const SansOffre = createContext(AUCUNE);

/** Celles où l’année d’étude ou le mode des élèves n’est pas connu : leurs degrés non plus. */
export const SansDetail = createContext(AUCUNE);

/** L’offre d’un site n’est pas connue : rien ne s’y compte, et rien n’y manque. */
export function useSansOffre() {
  const zones = useContext(SansOffre);
  return ({ site, occurrences }: Pick<SiteTrouve, 'occurrences'> & { site: ImplantationSituee }) =>
    occurrences.length === 0 && zones.has(site.zone);
}
