import { anneesDe } from '../domain/annees.ts';
import { TABLES_COUVERTES } from '../domain/connaissance.ts';
import type { ListesDeZone } from '../domain/listes.ts';
import type { Base } from './base.ts';

/** Les années scolaires de l’édition, sans trou : une année sans rien y est une année inconnue. */
export async function anneesDeLEdition(base: Base): Promise<readonly string[]> {
  const lues = await base.lire<{ annee: string }>(`
    SELECT annee_scolaire AS annee FROM source.inscriptions
    UNION SELECT annee_scolaire FROM source.totaux_zones
    UNION SELECT annee_scolaire FROM source.edition ORDER BY 1`);
  return anneesDe(lues.map(({ annee }) => annee));
}

/** SQL : l’état d’une colonne des inscriptions : vide partout, en partie, ou nulle part. */
const colonneDite = (colonne: string): string => `
  SELECT 'inscriptions.${colonne}', m.zone, i.annee_scolaire,
    CASE WHEN count(i.${colonne}) = count(*) THEN 'connu'
      WHEN count(i.${colonne}) > 0 THEN 'partiel' ELSE 'inconnu' END
  FROM source.inscriptions i
  JOIN source.implantations m ON m.fase_implantation = i.fase_implantation
  WHERE coalesce(i.eleves, 1) > 0 GROUP BY m.zone, i.annee_scolaire`;

/**
 * SQL : l’état de chaque table, zone et année scolaire. Ce que dit `couverture.csv` l’emporte, le
 * plus précis d’abord ; sinon, une zone qui n’a aucune ligne n’est pas connue. Une colonne des
 * inscriptions n’est jamais mieux connue qu’elles ; les totaux d’une zone sont les leurs, ou ceux
 * qu’on donne à leur place.
 * @param listes SQL des listes que lit chaque zone, chaque année de l’édition : `annee_scolaire`,
 * `zone`, `annee_tc`, `annee_fc`
 * @param selonLEditeur faux : les seules lignes parlent
 */
export const connaissanceSql = (listes: string, selonLEditeur = true): string => `
WITH listes AS (${listes}), annees AS (
  SELECT DISTINCT annee_scolaire FROM listes
), suivies AS (
  SELECT unnest([${TABLES_COUVERTES.map((nom) => `'${nom}'`).join(', ')}]) AS nom
), presentes(nom, zone, annee_scolaire, etat) AS (
  SELECT DISTINCT 'inscriptions', m.zone, i.annee_scolaire, 'connu'
  FROM source.inscriptions i
  JOIN source.implantations m ON m.fase_implantation = i.fase_implantation
  UNION ALL ${colonneDite('annee_etude')}
  UNION ALL ${colonneDite('mode')}
  UNION ALL SELECT DISTINCT 'totaux_zones', zone, annee_scolaire, 'connu' FROM source.totaux_zones
  UNION ALL SELECT DISTINCT 'population', zone, annee_scolaire, 'connu' FROM source.population
  UNION ALL SELECT 'thematiques_communes', zone, annee_scolaire, 'connu' FROM listes
    WHERE annee_tc IS NOT NULL
  UNION ALL SELECT 'fonctions_critiques', zone, annee_scolaire, 'connu' FROM listes
    WHERE annee_fc IS NOT NULL
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
), lues AS (
  SELECT s.nom, z.zone, a.annee_scolaire, d.raison, coalesce(d.etat, p.etat,
    CASE WHEN s.nom LIKE 'inscriptions.%' THEN 'connu' ELSE 'inconnu' END) AS etat
  FROM suivies s
  CROSS JOIN source.zones z
  CROSS JOIN annees a
  LEFT JOIN presentes p ON p.nom = s.nom AND p.zone = z.zone
    AND p.annee_scolaire = a.annee_scolaire
  LEFT JOIN dites d ON d.nom = s.nom AND d.zone = z.zone AND d.annee_scolaire = a.annee_scolaire
    AND d.rang = 1
), suivantes AS (
  SELECT l.nom, l.zone, l.annee_scolaire, CASE
    WHEN l.nom = 'totaux_zones' THEN i.etat <> 'inconnu' OR l.etat = 'inconnu'
    WHEN l.nom LIKE 'inscriptions.%' THEN i.etat = 'inconnu' OR l.etat = 'connu'
    ELSE false END AS suit, l.etat, l.raison, i.etat AS etat_i, i.raison AS raison_i
  FROM lues l
  JOIN lues i ON i.nom = 'inscriptions' AND i.zone = l.zone
    AND i.annee_scolaire = l.annee_scolaire
)
SELECT nom AS "table", zone, annee_scolaire,
  CASE WHEN suit THEN etat_i ELSE etat END AS etat,
  CASE WHEN suit THEN raison_i ELSE raison END AS raison
FROM suivantes`;

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
