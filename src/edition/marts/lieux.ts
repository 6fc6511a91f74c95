import type { Site } from '../../domain/geo/rayon.ts';
import type { CommuneDense } from '../../domain/normes/distance.ts';
import type { Base } from '../base.ts';

/** Une implantation où qu’elle soit, sa commune à défaut d’adresse. */
export interface SiteLu extends Site, CommuneDense {
  readonly etablissement: string;
  readonly caractere: string;
  /** Sa position est celle de son adresse, et non de sa commune. */
  readonly exacte: boolean;
  /** Une implantation hors des dix zones ne se publie pas. */
  readonly publiee: boolean;
}

/** Les implantations de l’édition et leur position, par numéro FASE. */
export const lireSites = (base: Base): Promise<SiteLu[]> =>
  base.lire<SiteLu>(`
  SELECT i.fase_implantation AS id, i.fase_etablissement AS etablissement, i.caractere,
    coalesce(i.lat, c.lat) AS lat, coalesce(i.lon, c.lon) AS lon,
    i.lat IS NOT NULL AND i.precision = 'adresse' AS exacte, i.zone IS NOT NULL AS publiee,
    c.commune, c.densite_2001 AS densite, c.densite_2001_sure AS "densiteSure"
  FROM source.implantations i JOIN source.communes c ON c.commune = i.commune
  ORDER BY 1`);
