/** Une ligne d’`offre` qui compte un élève au moins, publié ou masqué. */
export const PRESENTE = '(eleves > 0 OR eleves_masque)';

/** La somme de ce qui est publié et le nombre de ce qui ne l’est pas, avec une condition. */
export const effectif = (suffixe = '', condition = 'true'): string =>
  `coalesce(sum(eleves) FILTER (${condition}), 0)::INTEGER AS eleves${suffixe},
    count(*) FILTER (eleves_masque AND ${condition})::INTEGER AS masques${suffixe}`;
