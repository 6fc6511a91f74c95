/** Une ligne d’`offre` qui compte un élève au moins, publié ou masqué. */
export const PRESENTE = '(eleves > 0 OR eleves_masque)';

/** La somme de ce qui est publié et le nombre de ce qui ne l’est pas, avec une condition. */
export const effectif = (suffixe = '', condition = 'true'): string =>
  `coalesce(sum(eleves) FILTER (${condition}), 0)::INTEGER AS eleves${suffixe},
    count(*) FILTER (eleves_masque AND ${condition})::INTEGER AS masques${suffixe}`;

/** Ce que la source tait dans des occurrences réunies : combien, au moins, et au plus si elle le dit. */
export const sommeDesTus = (de = ''): string =>
  `sum(${de}tus)::INTEGER AS tus, sum(${de}tus_au_moins)::INTEGER AS tus_au_moins,
    CASE WHEN count(${de}tus_au_plus) = count(*) THEN sum(${de}tus_au_plus)::INTEGER END
      AS tus_au_plus`;

/** Les mêmes colonnes, d’une ligne de `totaux_zones` ou d’`indicateurs` : un seul effectif. */
export const tusDuTotal = (de = ''): string =>
  `(${de}eleves_au_moins IS NOT NULL)::INTEGER AS tus,
    coalesce(${de}eleves_au_moins, 0) AS tus_au_moins,
    CASE WHEN ${de}eleves_au_moins IS NULL THEN 0 ELSE ${de}eleves_au_plus END AS tus_au_plus`;
