import {
  COMPTES_PAR_IMPLANTATION,
  COUVERTES,
  compteConnu,
  joindreConnaissance,
} from './comptes.ts';

/** SQL : des bornes réunies ; un code masqué n’en a pas, et ne compte alors que pour un minimum. */
const bornesReunies = (nom: string): string => `
    CASE WHEN count(i.${nom}_au_moins) > 0
      THEN sum(coalesce(i.${nom}_au_moins, i.${nom}, 0))::INTEGER END AS ${nom}_au_moins,
    CASE WHEN count(i.${nom}_au_moins) > 0 AND count(coalesce(i.${nom}_au_plus, i.${nom})) = count(*)
      THEN sum(coalesce(i.${nom}_au_plus, i.${nom}))::INTEGER END AS ${nom}_au_plus`;

/**
 * Les mêmes comptes, anciens codes réunis à l’option qui les remplace. Des totaux de zone ne disent
 * pas si deux codes partagent une implantation : on y garde le plus grand compte, un minimum.
 */
export const INDICATEURS_LIGNEES = `
WITH remplacantes AS (
  SELECT code_obg FROM lignees GROUP BY code_obg HAVING count(*) > 1
), presentes AS (
  SELECT o.annee_scolaire, o.zone, l.code_obg, o.fase_implantation, o.caractere,
    bool_or(l.membre = l.code_obg) AS nouveau, bool_or(o.sous_norme) AS sous_norme,
    max(o.comptes) AS comptes
  FROM occurrences o
  JOIN lignees l ON l.membre = o.code_obg
  JOIN remplacantes r ON r.code_obg = l.code_obg
  GROUP BY o.annee_scolaire, o.zone, l.code_obg, o.fase_implantation, o.caractere
), occupees AS (
  SELECT annee_scolaire, zone, code_obg,
    count(*)::INTEGER AS occurrences,
    count(*) FILTER (NOT nouveau)::INTEGER AS ancien_code,
    ${COMPTES_PAR_IMPLANTATION}
  FROM presentes GROUP BY annee_scolaire, zone, code_obg
), totaux AS (
  SELECT i.annee_scolaire, i.zone, l.code_obg,
    sum(i.eleves)::INTEGER AS eleves, bool_or(i.eleves_masque) AS masque,
    ${bornesReunies('eleves')},
    ${bornesReunies('eleves_premiere_annee')},
    sum(i.eleves_premiere_annee)::INTEGER AS premiere,
    max(s.occurrences)::INTEGER AS au_moins,
    max(CASE WHEN i.code_obg <> l.code_obg THEN s.occurrences END)::INTEGER AS des_anciens,
    bool_or(i.code_obg = l.code_obg AND s.occurrences > 0) AS sous_son_code,
    bool_or(i.eleves_premiere_annee IS NULL) AS premiere_tue,
    bool_or(i.eleves_premiere_annee_masque) AS premiere_masque
  FROM indicateurs i
  JOIN lignees l ON l.membre = i.code_obg
  JOIN remplacantes r ON r.code_obg = l.code_obg
  LEFT JOIN totaux_zones s ON s.annee_scolaire = i.annee_scolaire AND s.zone = i.zone
    AND s.code_obg = i.code_obg
  GROUP BY i.annee_scolaire, i.zone, l.code_obg
)
SELECT t.annee_scolaire, t.zone, t.code_obg,
  ${compteConnu('coalesce(o.occurrences, t.au_moins)', 'z')} AS occurrences,
  CASE WHEN t.au_moins IS NOT NULL THEN CASE WHEN t.sous_son_code THEN 0 ELSE t.des_anciens END
    ELSE ${compteConnu('o.ancien_code', 'k')} END AS occurrences_ancien_code,
  ${compteConnu('o.confessionnel', 'k')} AS occurrences_confessionnel,
  ${compteConnu('o.non_confessionnel', 'k')} AS occurrences_non_confessionnel,
  CASE WHEN NOT t.masque THEN t.eleves END AS eleves,
  t.masque AS eleves_masque, t.eleves_au_moins, t.eleves_au_plus,
  CASE WHEN NOT t.premiere_tue THEN t.premiere END AS eleves_premiere_annee,
  t.premiere_masque AS eleves_premiere_annee_masque,
  t.eleves_premiere_annee_au_moins, t.eleves_premiere_annee_au_plus,
  ${compteConnu('o.sous_norme', 'ke', 'km')} AS occurrences_sous_norme,
  ${compteConnu('o.atteinte', 'ke', 'km')} AS occurrences_norme_atteinte,
  d.annees_comptees, d.tendance_annees, d.tendance_debut, d.tendance_fin
FROM totaux t
${joindreConnaissance(COUVERTES, 't')}
LEFT JOIN occupees o ON o.annee_scolaire = t.annee_scolaire AND o.zone = t.zone
  AND o.code_obg = t.code_obg
LEFT JOIN regle.tendances_lignees d ON d.annee_scolaire = t.annee_scolaire AND d.zone = t.zone
  AND d.code_obg = t.code_obg`;
