WITH lignes AS (
  SELECT a.annee_scolaire, a.annee_liste, z.zone, o.code_obg,
    a.annee_scolaire = e.annee_scolaire AS derniere
  FROM regle.annees a, source.zones z, regle.organisables o, source.edition e
), occurrences AS (
  SELECT i.annee_scolaire, m.zone, i.code_obg, m.caractere, i.fase_implantation,
    sum(i.eleves) AS eleves,
    sum(i.eleves) FILTER (i.annee_etude = p.annee_etude) AS premiere
  FROM source.inscriptions i
  JOIN source.implantations m USING (fase_implantation)
  LEFT JOIN regle.premieres_annees p USING (annee_scolaire, code_obg)
  GROUP BY ALL
  HAVING sum(i.eleves) > 0
), offre AS (
  SELECT annee_scolaire, zone, code_obg,
    count(*) AS occurrences,
    count(*) FILTER (caractere = 'confessionnel') AS confessionnel,
    count(*) FILTER (caractere = 'non confessionnel') AS non_confessionnel,
    sum(eleves) AS eleves,
    coalesce(sum(premiere), 0) AS premiere
  FROM occurrences GROUP BY ALL
), sous_norme AS (
  SELECT s.annee_scolaire, m.zone, s.code_obg,
    count(*) FILTER (s.sous_norme) AS nombre,
    count(*) FILTER (NOT s.sous_norme) AS atteinte
  FROM statuts s JOIN source.implantations m USING (fase_implantation)
  WHERE s.eleves > 0 GROUP BY ALL
)
SELECT l.annee_scolaire, l.zone, l.code_obg,
  coalesce(o.occurrences, 0)::INTEGER AS occurrences,
  coalesce(o.confessionnel, 0)::INTEGER AS occurrences_confessionnel,
  coalesce(o.non_confessionnel, 0)::INTEGER AS occurrences_non_confessionnel,
  CASE WHEN NOT coalesce(x.tous, false)
    THEN coalesce(o.eleves, 0)::INTEGER END AS eleves,
  coalesce(x.tous, false) AS eleves_masque,
  CASE WHEN p.annee_etude IS NOT NULL AND NOT coalesce(x.premiere, false)
    THEN coalesce(o.premiere, 0)::INTEGER END AS eleves_premiere_annee,
  coalesce(s.nombre, 0)::INTEGER AS occurrences_sous_norme,
  coalesce(s.atteinte, 0)::INTEGER AS occurrences_norme_atteinte,
  coalesce(x.premiere, false) AS eleves_premiere_annee_masque,
  coalesce(b.tc, false) AS tc,
  coalesce(b.fc, false) AS fc,
  coalesce(b.tc, false) AND coalesce(b.fc, false) AS tc_fc,
  coalesce(b.fc_quantitative, false) AS fc_quantitative,
  coalesce(b.fc_structurelle, false) AS fc_structurelle,
  pe.valeur AS norme_creation, pe.regle AS norme_creation_regle, pe.motif AS norme_creation_motif,
  alt.valeur AS norme_creation_alt,
  alt.regle AS norme_creation_alt_regle,
  alt.motif AS norme_creation_alt_motif
FROM lignes l
LEFT JOIN offre o USING (annee_scolaire, zone, code_obg)
JOIN regle.premieres_annees p USING (annee_scolaire, code_obg)
LEFT JOIN sous_norme s USING (annee_scolaire, zone, code_obg)
LEFT JOIN regle.totaux_masques x USING (annee_scolaire, zone, code_obg)
LEFT JOIN regle.besoins_options b ON b.annee = l.annee_liste AND b.zone = l.zone
  AND b.code_obg = l.code_obg
LEFT JOIN normes_applicables pe ON pe.code_obg = l.code_obg AND pe.zone = l.zone
  AND pe.mode = 'PE' AND pe.groupement = 'seule' AND l.derniere
LEFT JOIN normes_applicables alt ON alt.code_obg = l.code_obg AND alt.zone = l.zone
  AND alt.mode = 'ALT' AND alt.groupement = 'seule' AND l.derniere
