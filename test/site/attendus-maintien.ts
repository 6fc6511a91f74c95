/** Les statuts de maintien des occurrences ouvertes, cette année et celle d’avant. */
export const VUES_MAINTIEN = (annee: string, avant: string): string => `
CREATE VIEW suivie AS SELECT o.*, s.statut, s.norme, s.eleves AS comptes,
  CASE WHEN s.eleves > 0 THEN s.sous_norme::INT END AS sous
  FROM occ o LEFT JOIN (
    SELECT i.annee_scolaire, i.fase_implantation, i.code_obg, s.* EXCLUDE (annee_scolaire,
      fase_implantation, code_obg), row_number() OVER (PARTITION BY i.annee_scolaire,
      i.fase_implantation, s.code_obg ORDER BY i.code_obg = s.code_obg DESC) AS rang
    FROM occ i JOIN lignee l ON l.membre = i.code_obg
    JOIN statuts s ON s.annee_scolaire = i.annee_scolaire
      AND s.fase_implantation = i.fase_implantation AND s.code_obg = l.code_obg) s
  ON s.annee_scolaire = o.annee_scolaire AND s.fase_implantation = o.fase_implantation
    AND s.code_obg = o.code_obg AND s.rang = 1;
CREATE VIEW tenue AS SELECT z.slug, s.* FROM suivie s JOIN z USING (zone)
  WHERE annee_scolaire = '${annee}';
CREATE VIEW passage AS SELECT t.*, s.comptes AS comptes_avant, s.sous AS sous_avant
  FROM tenue t JOIN (SELECT p.code_obg, a.fase_implantation, max(a.comptes) AS comptes,
      max(a.sous) AS sous FROM suivie a JOIN parente p ON p.parent = a.code_obg
    WHERE a.annee_scolaire = '${avant}' GROUP BY ALL) s USING (fase_implantation, code_obg)
  WHERE t.sous IS NOT NULL AND s.sous IS NOT NULL`;

/** Les requêtes des figures « Sous la norme de maintien » et « La norme franchie ». */
export const attendusMaintien: readonly string[] = [
  `WITH c AS (SELECT slug, coalesce(sous, 0) AS sous, CASE WHEN eleves < 6 THEN '1-5'
      WHEN eleves < 10 THEN '6-9' WHEN eleves < 15 THEN '10-14' WHEN eleves < 25 THEN '15-24'
      WHEN eleves < 50 THEN '25-49' ELSE '50' END AS t FROM tenue)
    SELECT z.slug AS page, 'tailles.' || w.t || '.sous-norme' AS cle,
      coalesce(sum(c.sous), 0) AS valeur FROM z
    CROSS JOIN (VALUES ('1-5'), ('6-9'), ('10-14'), ('15-24'), ('25-49'), ('50')) w(t)
    LEFT JOIN c ON c.slug = z.slug AND c.t = w.t GROUP BY ALL`,
  `WITH t AS (SELECT slug, coalesce(norme::TEXT, 'selon') AS norme, sous FROM tenue
        WHERE sous IS NOT NULL),
      n AS (SELECT DISTINCT norme FROM t),
      c AS (SELECT z.slug, n.norme, count(t.sous) AS d, coalesce(sum(t.sous), 0) AS k
        FROM z CROSS JOIN n LEFT JOIN t ON t.slug = z.slug AND t.norme = n.norme GROUP BY ALL)
    SELECT slug AS page, 'maintien.' || norme || '.norme' AS cle, TRY_CAST(norme AS INT) AS valeur FROM c
      WHERE norme <> 'selon'
    UNION ALL SELECT slug, 'maintien.' || norme || '.soumises', d FROM c
    UNION ALL SELECT slug, 'maintien.' || norme || '.sous', k FROM c
    UNION ALL SELECT slug, 'maintien.' || norme || '.part', k / nullif(d, 0) FROM c
    UNION ALL SELECT slug, 'maintien.' || norme || '.fwb',
      sum(k) OVER (PARTITION BY norme) / sum(d) OVER (PARTITION BY norme) FROM c
    UNION ALL SELECT slug, 'maintien.soumises', sum(d) FROM c GROUP BY ALL
    UNION ALL SELECT slug, 'maintien.sous', sum(k) FROM c GROUP BY ALL
    UNION ALL SELECT slug, 'maintien.part', sum(k) / sum(d) FROM c GROUP BY ALL
    UNION ALL SELECT slug, 'maintien.fwb', (SELECT sum(k) / sum(d) FROM c) FROM z`,
  `SELECT z.slug AS page, 'maintien.statut.' || s.statut AS cle, count(t.statut) AS valeur
    FROM z CROSS JOIN (VALUES ('creation'), ('atteinte'), ('M1'), ('M2'), ('S1'), ('S2'),
      ('derogation'), ('fermee'), ('indetermine')) s(statut)
    LEFT JOIN tenue t ON t.slug = z.slug AND t.statut = s.statut GROUP BY ALL
    UNION ALL SELECT slug, 'maintien.statut.' || statut, count(*) FROM tenue
    WHERE statut = 'selon_lieu' GROUP BY ALL`,
  `WITH c AS (SELECT z.slug, count(p.sous) AS d,
        count(*) FILTER (WHERE p.sous = 1 AND p.sous_avant = 0) AS bas,
        count(*) FILTER (WHERE p.sous = 0 AND p.sous_avant = 1) AS haut
        FROM z LEFT JOIN passage p ON p.slug = z.slug GROUP BY ALL)
    SELECT slug AS page, 'franchies.comparables' AS cle, d AS valeur FROM c
    UNION ALL SELECT slug, 'franchies.bas', bas FROM c
    UNION ALL SELECT slug, 'franchies.haut', haut FROM c
    UNION ALL SELECT slug, 'franchies.bas.part', bas / nullif(d, 0) FROM c
    UNION ALL SELECT slug, 'franchies.haut.part', haut / nullif(d, 0) FROM c
    UNION ALL SELECT slug, 'franchies.bas.fwb', sum(bas) OVER () / sum(d) OVER () FROM c
    UNION ALL SELECT slug, 'franchies.haut.fwb', sum(haut) OVER () / sum(d) OVER () FROM c`,
  `WITH p AS (SELECT *, 'franchies.' || fase_implantation || '.' || code_obg AS c FROM passage
      WHERE sous <> sous_avant)
    SELECT slug AS page, c || '.avant' AS cle, comptes_avant AS valeur FROM p
    UNION ALL SELECT slug, c || '.comptes', comptes FROM p
    UNION ALL SELECT slug, c || '.norme', norme FROM p WHERE norme IS NOT NULL`,
];
