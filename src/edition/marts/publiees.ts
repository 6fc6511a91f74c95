/** Les tables lues qui se publient sans leur numéro de ligne, ce qui se tait vidé. */
export const IMPLANTATIONS = `
SELECT * EXCLUDE (_ligne) REPLACE (
  CASE WHEN adresse IS NOT NULL AND count(*) OVER (PARTITION BY nom) > 1
    THEN nom || ', ' || adresse ELSE nom END AS nom
) FROM source.implantations WHERE zone IS NOT NULL`;

/** Un centre connu à la commune près prend le point central de sa commune. */
export const CENTRES = `
SELECT c.id, c.type, c.nom, c.domaine, c.secteurs, c.adresse, c.commune, c.zone,
  coalesce(c.lat, m.lat) AS lat, coalesce(c.lon, m.lon) AS lon, c.precision, c.confiance, c.source
FROM source.centres c
LEFT JOIN source.communes m ON c.precision = 'commune' AND m.commune = c.commune`;

export const OFFRE = `
SELECT i.annee_scolaire, i.fase_implantation, i.code_obg, i.annee_etude, i.mode,
  CASE WHEN c.code_obg IS NULL THEN i.eleves END AS eleves,
  c.code_obg IS NOT NULL OR i.eleves IS NULL AS eleves_masque,
  CASE WHEN i.eleves IS NULL THEN coalesce(i.eleves_au_moins, 1) END AS eleves_au_moins,
  i.eleves_au_plus
FROM source.inscriptions i
JOIN source.implantations m ON m.fase_implantation = i.fase_implantation AND m.zone IS NOT NULL
LEFT JOIN regle.cellules_masquees c ON c.annee_scolaire = i.annee_scolaire
  AND c.fase_implantation = i.fase_implantation AND c.code_obg = i.code_obg
  AND c.annee_etude IS NOT DISTINCT FROM i.annee_etude AND c.mode IS NOT DISTINCT FROM i.mode`;

/** Les totaux des zones et des années où aucune inscription ne répond. */
export const TOTAUX_ZONES = `
SELECT t.annee_scolaire, t.zone, t.code_obg, t.occurrences,
  CASE WHEN NOT coalesce(x.tous, false) THEN t.eleves END AS eleves,
  coalesce(x.tous, false) OR t.eleves IS NULL AS eleves_masque,
  CASE WHEN t.eleves IS NULL THEN coalesce(t.eleves_au_moins, 1) END AS eleves_au_moins,
  t.eleves_au_plus
FROM regle.totaux_seuls t
LEFT JOIN regle.totaux_masques x ON x.annee_scolaire = t.annee_scolaire AND x.zone = t.zone
  AND x.code_obg = t.code_obg`;

export const POPULATION = `
SELECT p.annee_scolaire, p.zone, p.annee_etude, p.forme,
  CASE WHEN m.zone IS NULL THEN p.eleves END AS eleves,
  m.zone IS NOT NULL AS eleves_masque
FROM source.population p
LEFT JOIN regle.populations_masquees m ON m.annee_scolaire = p.annee_scolaire
  AND m.zone = p.zone AND m.annee_etude = p.annee_etude AND m.forme = p.forme`;
