/** Ce qu’une option compte dans une zone, d’une rangée par implantation où elle est organisée. */
export const COMPTES_PAR_IMPLANTATION = `count(*) FILTER (caractere = 'confessionnel')::INTEGER AS confessionnel,
    count(*) FILTER (caractere = 'non confessionnel')::INTEGER AS non_confessionnel,
    count(*) FILTER (sous_norme AND comptes > 0)::INTEGER AS sous_norme,
    count(*) FILTER (NOT sous_norme AND comptes > 0)::INTEGER AS atteinte`;

/** SQL : un compte, vide là où l’offre n’est pas connue (`k`, la connaissance) et où rien ne le dit. */
export const compteConnu = (valeur: string): string =>
  `CASE WHEN ${valeur} > 0 OR k.etat = 'connu' THEN coalesce(${valeur}, 0) END`;
