/** Les métiers que les zones disent manquer, une liste par année. */
export const BESOINS = `
WITH tc AS (
  SELECT DISTINCT zone, annee, metier FROM source.thematiques_communes
), fc AS (
  SELECT z.zone, f.annee, f.metier, f.nature_fc
  FROM source.fonctions_critiques f JOIN source.zones z USING (region)
)
SELECT zone, annee, metier,
  tc.metier IS NOT NULL AS tc,
  fc.metier IS NOT NULL AS fc,
  fc.nature_fc
FROM tc FULL JOIN fc USING (zone, annee, metier)`;

/** Les options qui mènent à ces métiers : chacune du répertoire, dans chaque zone. */
export const BESOINS_OPTIONS = `
WITH en_vigueur AS (
  SELECT v.annee_scolaire, b.zone, b.metier, b.nature_fc,
    b.tc AND b.annee IS NOT DISTINCT FROM v.annee_tc AS tc,
    b.fc AND b.annee IS NOT DISTINCT FROM v.annee_fc AS fc
  FROM regle.listes v JOIN besoins b ON b.zone = v.zone AND b.annee IN (v.annee_tc, v.annee_fc)
), liens AS (
  SELECT b.annee_scolaire, b.zone, l.code_obg, bool_or(b.tc) AS tc, bool_or(b.fc) AS fc,
    bool_or(b.fc AND b.nature_fc = 'quantitative') AS fc_quantitative,
    bool_or(b.fc AND b.nature_fc = 'structurelle') AS fc_structurelle,
    string_agg(b.metier, ' ' ORDER BY b.metier) FILTER (b.tc) AS metiers_tc,
    string_agg(b.metier, ' ' ORDER BY b.metier) FILTER (b.fc) AS metiers_fc
  FROM en_vigueur b JOIN source.options_metiers l ON l.metier = b.metier
  GROUP BY b.annee_scolaire, b.zone, l.code_obg
)
SELECT v.annee_scolaire, v.zone, o.code_obg, v.annee_tc, v.annee_fc,
  coalesce(l.tc, false) AS tc,
  coalesce(l.fc, false) AS fc,
  coalesce(l.tc AND l.fc, false) AS tc_fc,
  coalesce(l.fc_quantitative, false) AS fc_quantitative,
  coalesce(l.fc_structurelle, false) AS fc_structurelle,
  l.metiers_tc, l.metiers_fc
FROM regle.listes v
CROSS JOIN source.options o
LEFT JOIN liens l ON l.annee_scolaire = v.annee_scolaire AND l.zone = v.zone
  AND l.code_obg = o.code_obg`;
