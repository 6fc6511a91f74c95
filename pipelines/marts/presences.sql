-- Chaque effectif non nul des dix zones, ce qui le situe, et s’il se tait.
CREATE TABLE regle.presences AS
SELECT i.annee_scolaire, i.fase_implantation, i.code_obg, m.zone, m.caractere, m.reseau,
  i.annee_etude, i.mode, i.eleves, c.code_obg IS NOT NULL AS masque,
  p.annee_etude IS NOT NULL AS annees_dites,
  coalesce(i.annee_etude = p.annee_etude, false) AS premiere
FROM source.inscriptions i
JOIN source.implantations m ON m.fase_implantation = i.fase_implantation AND m.zone IS NOT NULL
LEFT JOIN regle.cellules_masquees c ON c.annee_scolaire = i.annee_scolaire
  AND c.fase_implantation = i.fase_implantation AND c.code_obg = i.code_obg
  AND c.annee_etude = i.annee_etude AND c.mode = i.mode
LEFT JOIN regle.premieres_annees p ON p.annee_scolaire = i.annee_scolaire
  AND p.code_obg = i.code_obg
WHERE i.eleves > 0
