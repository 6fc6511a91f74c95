/** Chaque effectif non nul des dix zones, ce qui le situe, et s’il se tait. */
export const PRESENCES = `
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
WHERE i.eleves > 0`;

export const OCCURRENCES = `
WITH comptees AS (
  SELECT annee_scolaire, fase_implantation, code_obg, zone, caractere, reseau,
    coalesce(sum(eleves) FILTER (NOT masque), 0)::INTEGER AS eleves,
    count(*) FILTER (masque)::INTEGER AS masques,
    coalesce(sum(eleves) FILTER (NOT masque AND mode = 'PE'), 0)::INTEGER AS eleves_pe,
    count(*) FILTER (masque AND mode = 'PE')::INTEGER AS masques_pe,
    coalesce(sum(eleves) FILTER (NOT masque AND mode = 'ALT'), 0)::INTEGER AS eleves_alt,
    count(*) FILTER (masque AND mode = 'ALT')::INTEGER AS masques_alt,
    coalesce(sum(eleves) FILTER (NOT masque AND annee_etude = 3), 0)::INTEGER AS eleves_3,
    count(*) FILTER (masque AND annee_etude = 3)::INTEGER AS masques_3,
    coalesce(sum(eleves) FILTER (NOT masque AND annee_etude = 4), 0)::INTEGER AS eleves_4,
    count(*) FILTER (masque AND annee_etude = 4)::INTEGER AS masques_4,
    coalesce(sum(eleves) FILTER (NOT masque AND annee_etude = 5), 0)::INTEGER AS eleves_5,
    count(*) FILTER (masque AND annee_etude = 5)::INTEGER AS masques_5,
    coalesce(sum(eleves) FILTER (NOT masque AND annee_etude = 6), 0)::INTEGER AS eleves_6,
    count(*) FILTER (masque AND annee_etude = 6)::INTEGER AS masques_6,
    coalesce(sum(eleves) FILTER (NOT masque AND annee_etude = 7), 0)::INTEGER AS eleves_7,
    count(*) FILTER (masque AND annee_etude = 7)::INTEGER AS masques_7,
    CASE WHEN bool_or(annees_dites)
      THEN coalesce(sum(eleves) FILTER (NOT masque AND premiere), 0)::INTEGER
    END AS eleves_premiere,
    CASE WHEN bool_or(annees_dites) THEN count(*) FILTER (masque AND premiere)::INTEGER
    END AS masques_premiere
  FROM regle.presences
  GROUP BY annee_scolaire, fase_implantation, code_obg, zone, caractere, reseau
)
SELECT c.*, s.statut, s.eleves AS comptes, s.norme, s.sous_norme
FROM comptees c
LEFT JOIN regle.suites u ON u.fase_implantation = c.fase_implantation AND u.ancien = c.code_obg
LEFT JOIN statuts s ON s.annee_scolaire = c.annee_scolaire
  AND s.fase_implantation = c.fase_implantation AND s.code_obg = coalesce(u.nouveau, c.code_obg)`;
