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
WITH liens AS (
  SELECT b.zone, b.annee, l.code_obg, bool_or(b.tc) AS tc, bool_or(b.fc) AS fc,
    bool_or(b.nature_fc IS NOT DISTINCT FROM 'quantitative') AS fc_quantitative,
    bool_or(b.nature_fc IS NOT DISTINCT FROM 'structurelle') AS fc_structurelle,
    string_agg(b.metier, ' ' ORDER BY b.metier) FILTER (b.tc) AS metiers_tc,
    string_agg(b.metier, ' ' ORDER BY b.metier) FILTER (b.fc) AS metiers_fc
  FROM besoins b JOIN source.options_metiers l ON l.metier = b.metier
  GROUP BY b.zone, b.annee, l.code_obg
)
SELECT a.annee_scolaire, z.zone, o.code_obg, a.annee_liste,
  coalesce(l.tc, false) AS tc,
  coalesce(l.fc, false) AS fc,
  coalesce(l.tc AND l.fc, false) AS tc_fc,
  coalesce(l.fc_quantitative, false) AS fc_quantitative,
  coalesce(l.fc_structurelle, false) AS fc_structurelle,
  l.metiers_tc, l.metiers_fc
FROM regle.annees a
CROSS JOIN source.zones z
CROSS JOIN source.options o
LEFT JOIN liens l ON l.zone = z.zone AND l.annee = a.annee_liste AND l.code_obg = o.code_obg`;
