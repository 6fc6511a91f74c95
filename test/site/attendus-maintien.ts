/** Les statuts de maintien des occurrences ouvertes, cette année et celle d’avant. */
export const VUES_MAINTIEN = (annee: string, avant: string): string => `
CREATE VIEW tenue AS SELECT z.slug, i.*, s.statut, s.norme, s.eleves AS comptes,
  s.sous_norme::INT AS sous FROM ici i JOIN z USING (zone)
  LEFT JOIN (FROM statuts WHERE annee_scolaire = '${annee}') s USING (fase_implantation, code_obg);
CREATE VIEW passage AS SELECT t.*, s.eleves AS comptes_avant, s.sous_norme::INT AS sous_avant
  FROM tenue t JOIN avant a USING (fase_implantation, code_obg)
  JOIN (FROM statuts WHERE annee_scolaire = '${avant}') s USING (fase_implantation, code_obg)
  WHERE t.sous IS NOT NULL AND s.sous_norme IS NOT NULL`;

/** Les requêtes des figures « Sous la norme de maintien » et « La norme franchie ». */
export const attendusMaintien: readonly string[] = [
  `WITH c AS (SELECT slug, coalesce(sous, 0) AS sous, CASE WHEN eleves < 6 THEN '1-5'
      WHEN eleves < 10 THEN '6-9' WHEN eleves < 15 THEN '10-14' WHEN eleves < 25 THEN '15-24'
      WHEN eleves < 50 THEN '25-49' ELSE '50' END AS t FROM tenue)
    SELECT z.slug AS page, 'tailles.' || w.t || '.sous-norme' AS cle,
      coalesce(sum(c.sous), 0) AS valeur FROM z
    CROSS JOIN (VALUES ('1-5'), ('6-9'), ('10-14'), ('15-24'), ('25-49'), ('50')) w(t)
    LEFT JOIN c ON c.slug = z.slug AND c.t = w.t GROUP BY ALL`,
  `WITH n AS (SELECT DISTINCT norme FROM tenue WHERE sous IS NOT NULL),
      c AS (SELECT z.slug, n.norme, count(t.sous) AS d, coalesce(sum(t.sous), 0) AS k
        FROM z CROSS JOIN n LEFT JOIN tenue t ON t.slug = z.slug AND t.norme = n.norme
        AND t.sous IS NOT NULL GROUP BY ALL)
    SELECT slug AS page, 'maintien.' || norme || '.norme' AS cle, norme AS valeur FROM c
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
    LEFT JOIN tenue t ON t.slug = z.slug AND t.statut = s.statut GROUP BY ALL`,
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
    UNION ALL SELECT slug, c || '.norme', norme FROM p`,
];
