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
FROM tc FULL JOIN fc USING (zone, annee, metier)
