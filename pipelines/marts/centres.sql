SELECT c.id, c.type, c.nom, c.domaine, c.secteurs, c.adresse, c.commune, c.zone,
  coalesce(c.lat, m.lat) AS lat, coalesce(c.lon, m.lon) AS lon, c.precision, c.confiance, c.source
FROM source.centres c
LEFT JOIN source.communes m ON c.precision = 'commune' AND m.commune = c.commune
