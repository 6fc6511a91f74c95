/** Le nom de la table où se pose la dernière réponse : une requête peut la reprendre. */
export const REPONSE = 'reponse';

/**
 * Le SQL qui garde la réponse d’une requête. Sans table où la poser, DuckDB rendrait une réponse vide
 * d’une conversion ratée, sans rien en dire.
 */
export const enTable = (sql: string): string =>
  `CREATE OR REPLACE TEMP TABLE ${REPONSE} AS SELECT * FROM (\n${sql}\n)`;

/** Le texte d’une requête sans le point-virgule qui la termine. */
export const sansFin = (texte: string): string => texte.replace(/[;\s]+$/, '');

/** L’ordre d’une colonne, ses absences à la fin ; un texte se range sans ses accents ni sa casse. */
export function ordreDe(colonne: string, texte: boolean, sens: 'ASC' | 'DESC'): string {
  const citee = `"${colonne.replaceAll('"', '""')}"`;
  return `ORDER BY ${texte ? `strip_accents(lower(${citee}))` : citee} ${sens} NULLS LAST`;
}
