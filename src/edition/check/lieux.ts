import { distanceKm } from '../../domain/geo/distance.ts';
import type { Base } from '../base.ts';
import type { Constat, Controle } from './controle.ts';

/** La plus étendue des communes (Tournai) n’a aucun point à plus de 17 km de son centre. */
const PORTEE_KM = 20;

interface Site {
  ligne: number;
  nom: string;
  commune: string;
  lat: number;
  lon: number;
  lat_commune: number;
  lon_commune: number;
}

interface Centre {
  commune: string;
  lat: number;
  lon: number;
}

const un = (km: number): string => String(Math.round(km)).replace('.', ',');

async function horsDePortee(base: Base, table: string, nom: string): Promise<Constat[]> {
  const sites = await base.lire<Site>(`
    SELECT t._ligne AS ligne, t."${nom}" AS nom, t.commune, t.lat, t.lon,
      c.lat AS lat_commune, c.lon AS lon_commune
    FROM source."${table}" t JOIN source.communes c USING (commune)
    WHERE t.lat IS NOT NULL AND t.lon IS NOT NULL ORDER BY t._ligne`);
  const loin = sites.filter(
    (s) => distanceKm(s, { lat: s.lat_commune, lon: s.lon_commune }) > PORTEE_KM,
  );
  if (loin.length === 0) return [];
  const communes = await base.lire<Centre>(
    'SELECT commune, lat, lon FROM source.communes ORDER BY nis',
  );
  return loin.map((site) => {
    const km = distanceKm(site, { lat: site.lat_commune, lon: site.lon_commune });
    const proche = communes
      .map(({ commune, ...centre }) => ({ commune, km: distanceKm(site, centre) }))
      .sort((a, b) => a.km - b.km)[0];
    const suite = proche ? ` La plus proche est ${proche.commune}, à ${un(proche.km)} km.` : '';
    const message =
      `« ${site.lat}, ${site.lon} » est à ${un(km)} km de ${site.commune} ` +
      `(${PORTEE_KM} km au plus).${suite}`;
    return { ligne: site.ligne, colonne: 'lat, lon', valeur: site.nom, message };
  });
}

const PLACES = 'lat IS NOT NULL AND lon IS NOT NULL';

/** Une position est à portée du point central de sa commune. */
export const positions: readonly Controle[] = (
  [
    ['implantations', 'fase_implantation'],
    ['centres', 'id'],
  ] as const
).map(([table, nom]) => ({
  code: 'OAD-POSITION',
  titre: `Chaque position est à moins de ${PORTEE_KM} km du centre de sa commune`,
  table,
  gravite: 'erreur',
  verifies: `SELECT count(*) FROM source."${table}" WHERE ${PLACES}`,
  chercher: ({ base }) => horsDePortee(base, table, nom),
}));

/** La zone d’une implantation est celle de sa commune. */
export const zonesDesCommunes: Controle = {
  code: 'OAD-ZONE',
  titre: 'La zone de chaque implantation est celle de sa commune',
  table: 'implantations',
  gravite: 'erreur',
  verifies: 'SELECT count(*) FROM source.implantations',
  chercher: async ({ base }) => {
    const lignes = await base.lire<{
      ligne: number;
      zone: number | null;
      commune: string;
      c: number;
    }>(`
      SELECT i._ligne AS ligne, i.zone, i.commune, c.zone AS c
      FROM source.implantations i JOIN source.communes c USING (commune)
      WHERE i.zone IS DISTINCT FROM c.zone ORDER BY i._ligne`);
    return lignes.map(({ ligne, zone, commune, c }) => {
      const message = `${commune} est dans la zone ${c}, pas « ${zone ?? 'hors zone'} ». Écrivez ${c}.`;
      return { ligne, colonne: 'zone', valeur: String(zone ?? 'hors zone'), message };
    });
  },
};

/** Les implantations hors des dix zones sont dites, avec les élèves qu’elles comptent. */
export const horsZone: Controle = {
  code: 'OAD-HORS-ZONE',
  titre: 'Les implantations hors des dix zones sont comptées à part',
  table: 'implantations',
  gravite: 'avertissement',
  verifies: 'SELECT count(*) FROM source.implantations',
  chercher: async ({ base }) => {
    const lignes = await base.lire<{
      ligne: number;
      fase: string;
      commune: string;
      eleves: number;
    }>(`
      SELECT i._ligne AS ligne, i.fase_implantation AS fase, i.commune,
        coalesce(sum(e.eleves), 0)::DOUBLE AS eleves
      FROM source.implantations i LEFT JOIN source.inscriptions e USING (fase_implantation)
      WHERE i.zone IS NULL GROUP BY ALL ORDER BY ligne`);
    return lignes.map(({ ligne, fase, commune, eleves }) => {
      const message =
        `l’implantation ${fase} (${commune}) est hors zone : elle n’est dans aucun tableau, ` +
        `ni ses ${eleves} élèves, toutes années comprises.`;
      return { ligne, colonne: 'zone', valeur: fase, message };
    });
  },
};
