import type { TableCouverte } from '../../domain/connaissance.ts';

/** SQL : les zones et les années de liste où une table de besoins est connue. */
const listesConnues = (table: TableCouverte, annee: string): string => `
  SELECT k.zone, v.${annee} AS annee, bool_and(k.etat = 'connu') AS connue
  FROM connaissance k
  JOIN regle.listes v ON v.annee_scolaire = k.annee_scolaire AND v.zone = k.zone
  WHERE k."table" = '${table}' GROUP BY k.zone, v.${annee}`;

/**
 * Les métiers que les zones disent manquer, une liste par année. Une liste d’une année que l’édition
 * ne suit pas est tenue pour connue dès qu’elle a un métier.
 */
export const BESOINS = `
WITH tc AS (
  SELECT DISTINCT zone, annee, metier FROM source.thematiques_communes
), fc AS (
  SELECT z.zone, f.annee, f.metier, f.nature_fc
  FROM source.fonctions_critiques f JOIN source.zones z USING (region)
), listes_tc AS (${listesConnues('thematiques_communes', 'annee_tc')}
), listes_fc AS (${listesConnues('fonctions_critiques', 'annee_fc')}
), reunis AS (
  SELECT zone, annee, metier, tc.metier IS NOT NULL AS tc, fc.metier IS NOT NULL AS fc, fc.nature_fc
  FROM tc FULL JOIN fc USING (zone, annee, metier)
)
SELECT r.zone, r.annee, r.metier,
  CASE WHEN r.tc THEN true
    WHEN coalesce(t.connue, (r.zone, r.annee) IN (SELECT (zone, annee) FROM tc)) THEN false
  END AS tc,
  CASE WHEN r.fc THEN true
    WHEN coalesce(f.connue, (r.zone, r.annee) IN (SELECT (zone, annee) FROM fc)) THEN false
  END AS fc,
  r.nature_fc
FROM reunis r
LEFT JOIN listes_tc t ON t.zone = r.zone AND t.annee = r.annee
LEFT JOIN listes_fc f ON f.zone = r.zone AND f.annee = r.annee`;

const siConnue = (valeur: string, connaissance: string): string =>
  `CASE WHEN ${valeur} THEN true WHEN ${connaissance}.etat = 'connu' THEN false END`;

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
), lues AS (
  SELECT v.annee_scolaire, v.zone, o.code_obg, v.annee_tc, v.annee_fc,
    ${siConnue('l.tc', 't')} AS tc,
    ${siConnue('l.fc', 'f')} AS fc,
    ${siConnue('l.fc_quantitative', 'f')} AS fc_quantitative,
    ${siConnue('l.fc_structurelle', 'f')} AS fc_structurelle,
    l.metiers_tc, l.metiers_fc
  FROM regle.listes v
  CROSS JOIN source.options o
  JOIN connaissance t ON t."table" = 'thematiques_communes' AND t.zone = v.zone
    AND t.annee_scolaire = v.annee_scolaire
  JOIN connaissance f ON f."table" = 'fonctions_critiques' AND f.zone = v.zone
    AND f.annee_scolaire = v.annee_scolaire
  LEFT JOIN liens l ON l.annee_scolaire = v.annee_scolaire AND l.zone = v.zone
    AND l.code_obg = o.code_obg
)
SELECT *, tc AND fc AS tc_fc FROM lues`;
