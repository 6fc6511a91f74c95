-- Une cellule cachée ne doit pas se déduire d’un total publié. Les totaux publiés sont, par année,
-- zone et option, ceux de la première année d’étude et de toutes (donc des suivantes).
-- Dans chacun de ces deux groupes, on cache les plus petites cellules jusqu’à en avoir deux au
-- moins, qui fassent ensemble le seuil. Quand un groupe n’y suffit pas, les deux n’en font qu’un
-- et le total de la première année est caché ; quand cela ne suffit pas non plus, l’autre l’est.
CREATE TABLE regle.cellules AS
SELECT i.annee_scolaire, m.zone, i.code_obg, i.fase_implantation, i.annee_etude, i.mode, i.eleves,
  coalesce(i.annee_etude = p.annee_etude, false) AS premiere,
  p.annee_etude IS NULL AS sans_premiere
FROM source.inscriptions i
JOIN source.implantations m ON m.fase_implantation = i.fase_implantation AND m.zone IS NOT NULL
LEFT JOIN regle.premieres_annees p
  ON p.annee_scolaire = i.annee_scolaire AND p.code_obg = i.code_obg
WHERE i.eleves > 0;

CREATE TABLE regle.totaux_faibles AS
SELECT DISTINCT annee_scolaire, zone, code_obg FROM (
  SELECT annee_scolaire, zone, code_obg, premiere
  FROM regle.cellules
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
  OR (faibles > 0 AND (rang <= faibles OR rang <= 2 OR cumul_avant < $seuil));

CREATE TABLE regle.totaux_masques AS
SELECT annee_scolaire, zone, code_obg,
  bool_or(ensemble AND NOT sans_premiere) AS premiere,
  bool_or(ensemble) AND (count(*) < 2 OR sum(eleves) < $seuil)
    AND bool_or(eleves < $seuil) AS tous
FROM regle.rangs
GROUP BY ALL
HAVING premiere OR tous;

-- Quand la population d’une zone, d’une année d’étude et d’une forme est la somme des effectifs,
-- elle est elle aussi un total : elle est cachée dès qu’une de ses cellules l’est. Les options
-- sans forme (article 45) peuvent y être comptées : on essaie avec elles et sans elles.
CREATE TABLE regle.populations_masquees AS
SELECT p.annee_scolaire, p.zone, p.annee_etude, p.forme
FROM source.population p
LEFT JOIN (
  SELECT q.annee_scolaire, q.zone, q.annee_etude, q.forme,
    coalesce(sum(c.eleves) FILTER (o.forme = q.forme), 0) AS eleves,
    coalesce(sum(c.eleves), 0) AS eleves_et_sans_forme,
    bool_or(m.code_obg IS NOT NULL) AS masquee
  FROM source.population q
  JOIN regle.cellules c ON c.annee_scolaire = q.annee_scolaire AND c.zone = q.zone
    AND c.annee_etude = q.annee_etude
  JOIN source.options o ON o.code_obg = c.code_obg AND (o.forme = q.forme OR o.forme IS NULL)
  LEFT JOIN regle.cellules_masquees m ON m.annee_scolaire = c.annee_scolaire
    AND m.fase_implantation = c.fase_implantation AND m.code_obg = c.code_obg
    AND m.annee_etude = c.annee_etude AND m.mode = c.mode
  GROUP BY ALL
) s ON s.annee_scolaire = p.annee_scolaire AND s.zone = p.zone
  AND s.annee_etude = p.annee_etude AND s.forme = p.forme
WHERE (p.eleves > 0 AND p.eleves < $seuil)
  OR (s.masquee AND p.eleves IN (s.eleves, s.eleves_et_sans_forme));
