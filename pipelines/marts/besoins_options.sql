SELECT b.zone, b.annee, l.code_obg, bool_or(b.tc) AS tc, bool_or(b.fc) AS fc
FROM besoins b JOIN source.options_metiers l USING (metier)
GROUP BY b.zone, b.annee, l.code_obg
