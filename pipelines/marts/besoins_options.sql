SELECT b.zone, b.annee, l.code_obg, bool_or(b.tc) AS tc, bool_or(b.fc) AS fc,
  bool_or(b.nature_fc IS NOT DISTINCT FROM 'quantitative') AS fc_quantitative,
  bool_or(b.nature_fc IS NOT DISTINCT FROM 'structurelle') AS fc_structurelle
FROM besoins b JOIN source.options_metiers l USING (metier)
GROUP BY b.zone, b.annee, l.code_obg
