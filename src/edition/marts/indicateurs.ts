import {
  COMPTES_PAR_IMPLANTATION,
  COUVERTES,
  compteConnu,
  joindreConnaissance,
} from './comptes.ts';

/** SQL : les bornes d’une somme où la source tait quelque chose, sur ce qui est publié. */
const bornes = (lesquels: string, nom: string): string => `
    CASE WHEN count(*) FILTER (tu AND ${lesquels}) > 0 THEN
      (coalesce(sum(eleves) FILTER (NOT masque AND ${lesquels}), 0)
        + sum(au_moins) FILTER (tu AND ${lesquels}))::INTEGER END AS ${nom}_au_moins,
    CASE WHEN count(*) FILTER (tu AND ${lesquels}) > 0
        AND count(*) FILTER (masque AND ${lesquels} AND (NOT tu OR au_plus IS NULL)) = 0 THEN
      (coalesce(sum(eleves) FILTER (NOT masque AND ${lesquels}), 0)
        + sum(au_plus) FILTER (tu AND ${lesquels}))::INTEGER END AS ${nom}_au_plus`;

const NON_PUBLIE = '(coalesce(x.tous, s.eleves_masque, false) OR coalesce(t.tu, false))';
const PREMIERE_NON_PUBLIEE = '(coalesce(x.premiere, false) OR coalesce(t.premiere_tue, false))';

export const INDICATEURS = `
WITH occupees AS (
  SELECT annee_scolaire, zone, code_obg,
    count(*)::INTEGER AS occurrences,
    ${COMPTES_PAR_IMPLANTATION}
  FROM occurrences GROUP BY annee_scolaire, zone, code_obg
), totaux AS (
  SELECT annee_scolaire, zone, code_obg, sum(eleves)::INTEGER AS eleves,
    coalesce(sum(eleves) FILTER (premiere), 0)::INTEGER AS premiere,
    bool_or(tu) AS tu, coalesce(bool_or(tu) FILTER (premiere), false) AS premiere_tue,
    ${bornes('true', 'total')},
    ${bornes('premiere', 'premiere')}
  FROM regle.presences GROUP BY annee_scolaire, zone, code_obg
)
SELECT b.annee_scolaire, b.zone, b.code_obg,
  ${compteConnu('coalesce(o.occurrences, s.occurrences)', 'z')} AS occurrences,
  ${compteConnu('o.confessionnel', 'k')} AS occurrences_confessionnel,
  ${compteConnu('o.non_confessionnel', 'k')} AS occurrences_non_confessionnel,
  CASE WHEN NOT ${NON_PUBLIE}
    THEN ${compteConnu('coalesce(t.eleves, s.eleves)', 'z')} END AS eleves,
  ${NON_PUBLIE} AS eleves_masque,
  coalesce(t.total_au_moins, s.eleves_au_moins) AS eleves_au_moins,
  coalesce(t.total_au_plus, s.eleves_au_plus) AS eleves_au_plus,
  CASE WHEN p.annee_etude IS NOT NULL AND NOT ${PREMIERE_NON_PUBLIEE}
    THEN ${compteConnu('t.premiere', 'ke')} END AS eleves_premiere_annee,
  ${PREMIERE_NON_PUBLIEE} AS eleves_premiere_annee_masque,
  t.premiere_au_moins AS eleves_premiere_annee_au_moins,
  t.premiere_au_plus AS eleves_premiere_annee_au_plus,
  ${compteConnu('o.sous_norme', 'ke', 'km')} AS occurrences_sous_norme,
  ${compteConnu('o.atteinte', 'ke', 'km')} AS occurrences_norme_atteinte,
  d.annees_comptees, d.tendance_annees, d.tendance_debut, d.tendance_fin,
  b.tc, b.fc, b.tc_fc, b.fc_quantitative, b.fc_structurelle,
  pe.valeur AS norme_creation, pe.regle AS norme_creation_regle, pe.motif AS norme_creation_motif,
  alt.valeur AS norme_creation_alt,
  alt.regle AS norme_creation_alt_regle,
  alt.motif AS norme_creation_alt_motif
FROM besoins_options b
CROSS JOIN source.edition e
JOIN regle.premieres_annees p ON p.annee_scolaire = b.annee_scolaire AND p.code_obg = b.code_obg
${joindreConnaissance(COUVERTES, 'b')}
LEFT JOIN totaux_zones s ON s.annee_scolaire = b.annee_scolaire AND s.zone = b.zone
  AND s.code_obg = b.code_obg
LEFT JOIN occupees o ON o.annee_scolaire = b.annee_scolaire AND o.zone = b.zone
  AND o.code_obg = b.code_obg
LEFT JOIN totaux t ON t.annee_scolaire = b.annee_scolaire AND t.zone = b.zone
  AND t.code_obg = b.code_obg
LEFT JOIN regle.totaux_masques x ON x.annee_scolaire = b.annee_scolaire AND x.zone = b.zone
  AND x.code_obg = b.code_obg
LEFT JOIN regle.tendances d ON d.annee_scolaire = b.annee_scolaire AND d.zone = b.zone
  AND d.code_obg = b.code_obg
LEFT JOIN normes_applicables pe ON pe.code_obg = b.code_obg AND pe.zone = b.zone
  AND pe.mode = 'PE' AND pe.groupement = 'seule' AND b.annee_scolaire = e.annee_scolaire
LEFT JOIN normes_applicables alt ON alt.code_obg = b.code_obg AND alt.zone = b.zone
  AND alt.mode = 'ALT' AND alt.groupement = 'seule' AND b.annee_scolaire = e.annee_scolaire`;
