SELECT i.annee_scolaire, i.fase_implantation, i.code_obg, i.annee_etude, i.mode,
  CASE WHEN c.code_obg IS NULL THEN i.eleves END AS eleves,
  c.code_obg IS NOT NULL AS eleves_masque
FROM source.inscriptions i
JOIN source.implantations m ON m.fase_implantation = i.fase_implantation AND m.zone IS NOT NULL
LEFT JOIN regle.cellules_masquees c ON c.annee_scolaire = i.annee_scolaire
  AND c.fase_implantation = i.fase_implantation AND c.code_obg = i.code_obg
  AND c.annee_etude = i.annee_etude AND c.mode = i.mode
