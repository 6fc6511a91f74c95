import { anneeDesListes, anneesDe } from '../domain/annees.ts';
import { TABLES_COUVERTES } from '../domain/connaissance.ts';
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
 * @param annees SQL des années de l’édition : `annee_scolaire`, `annee_liste`
 * @param selonLEditeur faux : les seules lignes parlent
 */
export const connaissanceSql = (annees: string, selonLEditeur = true): string => `
WITH annees AS (${annees}), suivies AS (
  SELECT unnest([${TABLES_COUVERTES.map((nom) => `'${nom}'`).join(', ')}]) AS nom
), presentes AS (
  SELECT 'inscriptions' AS nom, m.zone, i.annee_scolaire
  FROM source.inscriptions i
  JOIN source.implantations m ON m.fase_implantation = i.fase_implantation
  UNION SELECT 'population', zone, annee_scolaire FROM source.population
  UNION SELECT 'thematiques_communes', t.zone, a.annee_scolaire
  FROM annees a JOIN source.thematiques_communes t ON t.annee = a.annee_liste
  UNION SELECT 'fonctions_critiques', z.zone, a.annee_scolaire
  FROM annees a JOIN source.fonctions_critiques f ON f.annee = a.annee_liste
  JOIN source.zones z ON z.region = f.region
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

/** Les années de l’édition et la liste qui vaut pour chacune, en SQL : avant que les marts les posent. */
export const anneesEnSql = (annees: readonly string[]): string =>
  annees.length === 0
    ? `SELECT '' AS annee_scolaire, 0 AS annee_liste WHERE false`
    : `SELECT * FROM (VALUES ${annees
        .map((annee) => `('${annee}', ${anneeDesListes(annee)})`)
        .join(', ')}) v(annee_scolaire, annee_liste)`;
