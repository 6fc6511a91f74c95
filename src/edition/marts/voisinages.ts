import { distanceKm, enMetres, type Position } from '../../domain/geo/distance.ts';
import { dansLeRayon } from '../../domain/geo/rayon.ts';
import { PORTEE_DES_VOISINAGES, portee, voisinages } from '../../domain/tables/voisinages.ts';
import type { Base, Rangee } from '../base.ts';
import { remplir } from '../sql.ts';
import { lireSites, type SiteLu } from './lieux.ts';

function* voisins(sites: readonly SiteLu[]): Iterable<Rangee> {
  for (const site of sites) {
    for (const voisin of dansLeRayon(sites, site, PORTEE_DES_VOISINAGES)) {
      if (voisin.id === site.id) continue;
      yield {
        fase_implantation: site.id,
        voisine: voisin.id,
        metres: enMetres(voisin.distance),
        exacte: site.exacte && voisin.exacte,
      };
    }
  }
}

/** Calcule `voisinages` : chaque implantation publiée et celles qui l’entourent. */
export async function poserVoisinages(base: Base): Promise<void> {
  const sites = (await lireSites(base)).filter(({ publiee }) => publiee);
  await remplir(base, 'main', voisinages, voisins(sites));
}

const DISTANCES = {
  nom: 'distances',
  titre: '',
  sens: '',
  cle: ['nis', 'fase_implantation'],
  colonnes: {
    nis: portee.colonnes.nis,
    fase_implantation: portee.colonnes.fase_implantation,
    metres: portee.colonnes.metres,
  },
};

/** Une option d’aujourd’hui est là où elle, ou un code qu’elle remplace, compte un élève. */
export const PORTEE = `
WITH derniere AS (SELECT max(annee_scolaire) AS annee_scolaire FROM occurrences),
presences AS (
  SELECT DISTINCT l.code_obg, o.fase_implantation, o.caractere
  FROM occurrences o
  JOIN derniere USING (annee_scolaire)
  JOIN lignees l ON l.membre = o.code_obg
)
SELECT d.annee_scolaire, k.nis, p.code_obg,
  arg_min(k.fase_implantation, (k.metres, k.fase_implantation)) AS fase_implantation,
  min(k.metres) AS metres,
  min(k.metres) FILTER (p.caractere = 'confessionnel') AS metres_confessionnel,
  min(k.metres) FILTER (p.caractere = 'non confessionnel') AS metres_non_confessionnel,
  (SELECT bool_and(c.etat = 'connu') FROM connaissance c
    WHERE c."table" = 'inscriptions' AND c.annee_scolaire = d.annee_scolaire) AS sure
FROM presences p
CROSS JOIN derniere d
JOIN regle.distances k ON k.fase_implantation = p.fase_implantation
GROUP BY d.annee_scolaire, k.nis, p.code_obg`;

/** Écrit `regle.distances`, de chaque commune à chaque implantation publiée, que lit `PORTEE`. */
export async function poserDistances(base: Base): Promise<void> {
  const sites = (await lireSites(base)).filter(({ publiee }) => publiee);
  const communes = await base.lire<Position & { nis: string }>(
    'SELECT nis, lat, lon FROM source.communes ORDER BY 1',
  );
  const distances = communes.flatMap((commune) =>
    sites.map((site) => ({
      nis: commune.nis,
      fase_implantation: site.id,
      metres: enMetres(distanceKm(commune, site)),
    })),
  );
  await remplir(base, 'regle', DISTANCES, distances);
}
