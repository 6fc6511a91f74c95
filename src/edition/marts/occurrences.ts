import { ANNEES_D_ETUDE } from '../../domain/tendance.ts';

/** Chaque effectif non nul des dix zones, ce qui le situe, s’il se tait, ici ou à la source. */
export const PRESENCES = `
CREATE TABLE regle.presences AS
SELECT i.annee_scolaire, i.fase_implantation, i.code_obg, m.zone, m.caractere, m.reseau,
  i.annee_etude, i.mode, i.eleves, c.code_obg IS NOT NULL OR i.eleves IS NULL AS masque,
  i.eleves IS NULL AS tu, coalesce(i.eleves_au_moins, 1) AS au_moins, i.eleves_au_plus AS au_plus,
  p.annee_etude IS NOT NULL AS annees_dites,
  coalesce(i.annee_etude = p.annee_etude, false) AS premiere
FROM source.inscriptions i
JOIN source.implantations m ON m.fase_implantation = i.fase_implantation AND m.zone IS NOT NULL
LEFT JOIN regle.cellules_masquees c ON c.annee_scolaire = i.annee_scolaire
  AND c.fase_implantation = i.fase_implantation AND c.code_obg = i.code_obg
  AND c.annee_etude IS NOT DISTINCT FROM i.annee_etude AND c.mode IS NOT DISTINCT FROM i.mode
LEFT JOIN regle.premieres_annees p ON p.annee_scolaire = i.annee_scolaire
  AND p.code_obg = i.code_obg
WHERE coalesce(i.eleves, 1) > 0`;

/** Des effectifs que la source tait : combien, et ce qu’ils comptent au moins et au plus, ensemble. */
export const TUS = `count(*) FILTER (tu)::INTEGER AS tus,
    coalesce(sum(au_moins) FILTER (tu), 0)::INTEGER AS tus_au_moins,
    CASE WHEN count(*) FILTER (tu AND au_plus IS NULL) = 0
      THEN coalesce(sum(au_plus) FILTER (tu), 0)::INTEGER END AS tus_au_plus`;

/** Les élèves d’un mode ou d’une année d’étude ; vides si une ligne ne dit pas le sien. */
const selon = (suffixe: string, colonne: string, valeur: string | number): string =>
  `CASE WHEN count(${colonne}) = count(*)
      THEN coalesce(sum(eleves) FILTER (NOT masque AND ${colonne} = ${valeur}), 0)::INTEGER
    END AS eleves_${suffixe},
    CASE WHEN count(${colonne}) = count(*)
      THEN count(*) FILTER (masque AND ${colonne} = ${valeur})::INTEGER
    END AS masques_${suffixe}`;

export const OCCURRENCES = `
WITH comptees AS (
  SELECT annee_scolaire, fase_implantation, code_obg, zone, caractere, reseau,
    coalesce(sum(eleves) FILTER (NOT masque), 0)::INTEGER AS eleves,
    count(*) FILTER (masque)::INTEGER AS masques,
    ${TUS},
    ${selon('pe', 'mode', "'PE'")},
    ${selon('alt', 'mode', "'ALT'")},
    ${ANNEES_D_ETUDE.map((annee) => selon(String(annee), 'annee_etude', annee)).join(',\n    ')},
    CASE WHEN bool_or(annees_dites) AND count(annee_etude) = count(*)
      THEN coalesce(sum(eleves) FILTER (NOT masque AND premiere), 0)::INTEGER
    END AS eleves_premiere,
    CASE WHEN bool_or(annees_dites) AND count(annee_etude) = count(*)
      THEN count(*) FILTER (masque AND premiere)::INTEGER
    END AS masques_premiere
  FROM regle.presences
  GROUP BY annee_scolaire, fase_implantation, code_obg, zone, caractere, reseau
)
SELECT c.*, s.statut, s.eleves AS comptes, s.norme, s.sous_norme
FROM comptees c
LEFT JOIN regle.suites u ON u.fase_implantation = c.fase_implantation AND u.ancien = c.code_obg
LEFT JOIN statuts s ON s.annee_scolaire = c.annee_scolaire
  AND s.fase_implantation = c.fase_implantation AND s.code_obg = coalesce(u.nouveau, c.code_obg)`;
