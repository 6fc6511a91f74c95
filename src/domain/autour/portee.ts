import { distanceKm, enMetres } from '../geo/distance.ts';
import type {
  Caractere,
  CommuneDeLaCarte,
  ImplantationSituee,
  Lieux,
  OffreParSite,
} from './types.ts';

/** Les bornes des classes de distance, en kilomètres : jusqu’à 5, à 10, à 20, à 30, au-delà. */
export const BORNES_DE_PORTEE = [5, 10, 20, 30] as const;

/** D’une commune, l’implantation la plus proche qui organise une option. */
export interface Portee {
  readonly commune: CommuneDeLaCarte;
  readonly proche: ImplantationSituee;
  /** Depuis le point central de la commune, au mètre supérieur. */
  readonly metres: number;
}

/** Le rang de la classe d’une distance, de 0 (la plus proche) à 4. */
export function classeDePortee(metres: number): number {
  const rang = BORNES_DE_PORTEE.findIndex((km) => metres <= km * 1000);
  return rang < 0 ? BORNES_DE_PORTEE.length : rang;
}

/** Les implantations qui organisent une option, sous son code ou sous un code qu’elle remplace. */
export const organisent = (
  { implantations }: Lieux,
  offre: OffreParSite,
  code: string,
): readonly ImplantationSituee[] =>
  implantations.filter((site) =>
    offre
      .get(site.id)
      ?.some(({ option }) => option.code === code || option.nouveaux.includes(code)),
  );

/**
 * De chaque commune, l’implantation la plus proche d’une option : ce que dit le mart `portee`.
 * @param caractere celui qu’on cherche ; `null` : l’un ou l’autre
 * @returns rien si aucune ne l’organise
 */
export function porteeDe(
  lieux: Lieux,
  offre: OffreParSite,
  code: string,
  caractere: Caractere | null,
): readonly Portee[] {
  const sites = organisent(lieux, offre, code)
    .filter((site) => caractere === null || site.caractere === caractere)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return lieux.communes.flatMap((commune) => {
    let [proche] = sites;
    if (!proche) return [];
    let metres = Number.POSITIVE_INFINITY;
    for (const site of sites) {
      const distance = enMetres(distanceKm(commune, site));
      if (distance < metres) [metres, proche] = [distance, site];
    }
    return [{ commune, proche, metres }];
  });
}
