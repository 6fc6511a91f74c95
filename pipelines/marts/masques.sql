-- Une cellule cachée ne doit pas se déduire d’un total publié. Les totaux publiés sont, par année,
-- zone et option organisable, ceux de la première année d’étude et de toutes (donc des suivantes).
-- Dans chacun de ces deux groupes, on cache les plus petites cellules jusqu’à en avoir deux au
-- moins, qui fassent ensemble le seuil. Quand un groupe n’y suffit pas, les deux n’en font qu’un
-- et le total de la première année est caché ; quand cela ne suffit pas non plus, l’autre l’est.
CREATE TABLE regle.cellules AS
SELECT i.annee_scolaire, m.zone, i.code_obg, i.fase_implantation, i.annee_etude, i.mode, i.eleves,
  o.code_obg IS NOT NULL AS publiee,
  coalesce(i.annee_etude = p.annee_etude, false) AS premiere,
  p.annee_etude IS NULL AS sans_premiere
FROM source.inscriptions i
JOIN source.implantations m ON m.fase_implantation = i.fase_implantation AND m.zone IS NOT NULL
LEFT JOIN regle.organisables o ON o.code_obg = i.code_obg
LEFT JOIN regle.premieres_annees p
  ON p.annee_scolaire = i.annee_scolaire AND p.code_obg = i.code_obg
WHERE i.eleves > 0;

CREATE TABLE regle.totaux_faibles AS
SELECT DISTINCT annee_scolaire, zone, code_obg FROM (
  SELECT annee_scolaire, zone, code_obg, premiere
  FROM regle.cellules WHERE publiee
  GROUP BY ALL
  HAVING count(*) FILTER (eleves < $seuil) > 0 AND (count(*) < 2 OR sum(eleves) < $seuil)
);

CREATE TABLE regle.rangs AS
SELECT c.*, s.code_obg IS NOT NULL OR c.sans_premiere AS ensemble,
  row_number() OVER groupe AS rang,
  sum(eleves) OVER groupe - eleves AS cumul_avant,
  count(*) FILTER (eleves < $seuil) OVER (PARTITION BY c.annee_scolaire, c.zone, c.code_obg,
    premiere AND s.code_obg IS NULL) AS faibles
FROM regle.cellules c LEFT JOIN regle.totaux_faibles s USING (annee_scolaire, zone, code_obg)
WINDOW groupe AS (
  PARTITION BY c.annee_scolaire, c.zone, c.code_obg, premiere AND s.code_obg IS NULL
  ORDER BY eleves, fase_implantation, annee_etude, mode
  ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
);

CREATE TABLE regle.cellules_masquees AS
SELECT annee_scolaire, zone, code_obg, fase_implantation, annee_etude, mode, eleves
FROM regle.rangs
WHERE eleves < $seuil
  OR (publiee AND faibles > 0 AND (rang <= faibles OR rang <= 2 OR cumul_avant < $seuil));

CREATE TABLE regle.totaux_masques AS
SELECT annee_scolaire, zone, code_obg,
  bool_or(ensemble AND NOT sans_premiere) AS premiere,
  bool_or(ensemble) AND (count(*) < 2 OR sum(eleves) < $seuil)
    AND bool_or(eleves < $seuil) AS tous
FROM regle.rangs WHERE publiee
GROUP BY ALL
HAVING premiere OR tous;

-- Quand la population d’une zone, d’une année d’étude et d’une forme est la somme des effectifs,
-- elle est elle aussi un total : elle est cachée dès qu’une de ses cellules l’est.
CREATE TABLE regle.populations_masquees AS
SELECT p.annee_scolaire, p.zone, p.annee_etude, p.forme
FROM source.population p
LEFT JOIN (
  SELECT c.annee_scolaire, c.zone, c.annee_etude, o.forme, sum(c.eleves) AS eleves
  FROM regle.cellules c JOIN source.options o USING (code_obg) GROUP BY ALL
) s ON s.annee_scolaire = p.annee_scolaire AND s.zone = p.zone
  AND s.annee_etude = p.annee_etude AND s.forme = p.forme
WHERE (p.eleves > 0 AND p.eleves < $seuil) OR (s.eleves = p.eleves AND EXISTS (
  SELECT 1 FROM regle.cellules_masquees m JOIN source.options o USING (code_obg)
  WHERE m.annee_scolaire = p.annee_scolaire AND m.zone = p.zone
    AND m.annee_etude = p.annee_etude AND o.forme = p.forme
));
