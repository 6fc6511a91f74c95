SELECT p.annee_scolaire, p.zone, p.annee_etude, p.forme,
  CASE WHEN m.zone IS NULL THEN p.eleves END AS eleves,
  m.zone IS NOT NULL AS eleves_masque
FROM source.population p
LEFT JOIN regle.populations_masquees m ON m.annee_scolaire = p.annee_scolaire
  AND m.zone = p.zone AND m.annee_etude = p.annee_etude AND m.forme = p.forme
