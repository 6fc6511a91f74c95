import type { TableCouverte } from '../../domain/connaissance.ts';

/** Ce qu’une option compte dans une zone, d’une rangée par implantation où elle est organisée. */
export const COMPTES_PAR_IMPLANTATION = `count(*) FILTER (caractere = 'confessionnel')::INTEGER AS confessionnel,
    count(*) FILTER (caractere = 'non confessionnel')::INTEGER AS non_confessionnel,
    count(*) FILTER (sous_norme AND comptes > 0)::INTEGER AS sous_norme,
    count(*) FILTER (NOT sous_norme AND comptes > 0)::INTEGER AS atteinte`;

/** SQL : la jointure des rangées de `connaissance` dont un mart dépend, sous le nom de chacune. */
export const joindreConnaissance = (
  couvertes: Readonly<Record<string, TableCouverte>>,
  avec: string,
): string =>
  Object.entries(couvertes)
    .map(
      ([k, nom]) => `JOIN connaissance ${k} ON ${k}."table" = '${nom}'
  AND ${k}.annee_scolaire = ${avec}.annee_scolaire AND ${k}.zone = ${avec}.zone`,
    )
    .join('\n');

/** SQL : un compte, vide là où ce dont il se fait n’est pas connu et où rien ne le dit. */
export const compteConnu = (valeur: string, ...connaissances: readonly string[]): string => {
  const connu = connaissances.map((k) => `${k}.etat = 'connu'`).join(' AND ');
  return `CASE WHEN ${valeur} > 0 OR ${connu} THEN coalesce(${valeur}, 0) END`;
};

/** Ce que les deux tableaux d’indicateurs demandent de connaître. */
export const COUVERTES = {
  z: 'totaux_zones',
  k: 'inscriptions',
  ke: 'inscriptions.annee_etude',
  km: 'inscriptions.mode',
} as const;
