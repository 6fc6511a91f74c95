import { anneesDe } from '../domain/annees.ts';
import { TABLES_COUVERTES } from '../domain/connaissance.ts';
import type { ListesDeZone } from '../domain/listes.ts';
import type { Base } from './base.ts';

/** Les années scolaires de l’édition, sans trou : une année sans rien y est une année inconnue. */
export async function anneesDeLEdition(base: Base): Promise<readonly string[]> {
  const lues = await base.lire<{ annee: string }>(`
    SELECT annee_scolaire AS annee FROM source.inscriptions
    UNION SELECT annee_scolaire FROM source.edition ORDER BY 1`);
  return anneesDe(lues.map(({ annee }) => annee));
}

/**
 * SQL : l’état de chaque table, zone et année scolaire. Ce que dit `couverture.csv` l’emporte, le
 * plus précis d’abord ; sinon, une zone qui n’a aucune ligne n’est pas connue.
 * @param listes SQL des listes que lit chaque zone, chaque année de l’édition : `annee_scolaire`,
 * `zone`, `annee_tc`, `annee_fc`
 * @param selonLEditeur faux : les seules lignes parlent
 */
export const connaissanceSql = (listes: string, selonLEditeur = true): string => `
WITH listes AS (${listes}), annees AS (
  SELECT DISTINCT annee_scolaire FROM listes
), suivies AS (
  SELECT unnest([${TABLES_COUVERTES.map((nom) => `'${nom}'`).join(', ')}]) AS nom
), presentes AS (
  SELECT 'inscriptions' AS nom, m.zone, i.annee_scolaire
  FROM source.inscriptions i
  JOIN source.implantations m ON m.fase_implantation = i.fase_implantation
  UNION SELECT 'population', zone, annee_scolaire FROM source.population
  UNION SELECT 'thematiques_communes', zone, annee_scolaire FROM listes WHERE annee_tc IS NOT NULL
  UNION SELECT 'fonctions_critiques', zone, annee_scolaire FROM listes WHERE annee_fc IS NOT NULL
), dites AS (
  SELECT s.nom, z.zone, a.annee_scolaire, c.etat, c.raison, row_number() OVER (
    PARTITION BY s.nom, z.zone, a.annee_scolaire
    ORDER BY c.zone IS NULL, c.annee_scolaire IS NULL
  ) AS rang
  FROM suivies s
  CROSS JOIN source.zones z
  CROSS JOIN annees a
  JOIN source.couverture c ON ${selonLEditeur} AND c."table" = s.nom AND coalesce(c.zone, z.zone) = z.zone
    AND coalesce(c.annee_scolaire, a.annee_scolaire) = a.annee_scolaire
)
SELECT s.nom AS "table", z.zone, a.annee_scolaire,
  coalesce(d.etat, CASE WHEN p.nom IS NULL THEN 'inconnu' ELSE 'connu' END) AS etat, d.raison
FROM suivies s
CROSS JOIN source.zones z
CROSS JOIN annees a
LEFT JOIN presentes p ON p.nom = s.nom AND p.zone = z.zone AND p.annee_scolaire = a.annee_scolaire
LEFT JOIN dites d ON d.nom = s.nom AND d.zone = z.zone AND d.annee_scolaire = a.annee_scolaire
  AND d.rang = 1`;

/** Les listes que lit chaque zone, en SQL : avant que les marts les posent. */
export const listesEnSql = (
  lues: readonly (ListesDeZone & { readonly annee_scolaire: string })[],
): string =>
  lues.length === 0
    ? `SELECT '' AS annee_scolaire, 0 AS zone, 0 AS annee_tc, 0 AS annee_fc WHERE false`
    : `SELECT annee_scolaire, zone, annee_tc::INTEGER AS annee_tc, annee_fc::INTEGER AS annee_fc
       FROM (VALUES ${lues
         .map((l) => `('${l.annee_scolaire}', ${l.zone}, ${l.annee_tc}, ${l.annee_fc})`)
         .join(', ')}) v(annee_scolaire, zone, annee_tc, annee_fc)`;
