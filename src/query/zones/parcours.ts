import { requete } from '../moteur.ts';

/** Une zone, une année scolaire. Les options comptent tous leurs élèves, organisables ou non. */
export interface Parcours {
  readonly annee_scolaire: string;
  readonly zone: number;
  /** Élèves du secondaire ordinaire, toutes années d’étude. */
  readonly eleves: number;
  /** Élèves de la 3e à la 7e année : le premier degré est commun. */
  readonly eleves_3_7: number;
  /** Élèves des formes P, TQ et AQ. */
  readonly qualifiant: number;
  /** Implantations où au moins une option compte un élève. */
  readonly implantations: number;
  readonly options: number;
  readonly occurrences: number;
  readonly eleves_options: number;
}

/** Les dix zones, toutes les années scolaires de l’édition. */
export const requeteParcours = requete(`
WITH secondaire AS (
  SELECT annee_scolaire, zone, sum(eleves) AS eleves,
    sum(eleves) FILTER (WHERE annee_etude >= 3) AS eleves_3_7,
    sum(eleves) FILTER (WHERE forme IN ('P', 'TQ', 'AQ')) AS qualifiant
  FROM population GROUP BY annee_scolaire, zone
), occurrences AS (
  SELECT o.annee_scolaire, i.zone, o.code_obg, o.fase_implantation, sum(o.eleves) AS eleves
  FROM offre o JOIN implantations i USING (fase_implantation)
  GROUP BY o.annee_scolaire, i.zone, o.code_obg, o.fase_implantation
  HAVING sum(o.eleves) > 0
), organisees AS (
  SELECT annee_scolaire, zone, count(DISTINCT fase_implantation) AS implantations,
    count(DISTINCT code_obg) AS options, count(*) AS occurrences, sum(eleves) AS eleves_options
  FROM occurrences GROUP BY annee_scolaire, zone
), annees AS (
  SELECT DISTINCT annee_scolaire FROM offre
)
SELECT a.annee_scolaire, z.zone,
  coalesce(s.eleves, 0)::INTEGER AS eleves,
  coalesce(s.eleves_3_7, 0)::INTEGER AS eleves_3_7,
  coalesce(s.qualifiant, 0)::INTEGER AS qualifiant,
  coalesce(o.implantations, 0)::INTEGER AS implantations,
  coalesce(o.options, 0)::INTEGER AS options,
  coalesce(o.occurrences, 0)::INTEGER AS occurrences,
  coalesce(o.eleves_options, 0)::INTEGER AS eleves_options
FROM annees a CROSS JOIN zones z
LEFT JOIN secondaire s ON s.annee_scolaire = a.annee_scolaire AND s.zone = z.zone
LEFT JOIN organisees o ON o.annee_scolaire = a.annee_scolaire AND o.zone = z.zone
ORDER BY a.annee_scolaire, z.zone`);
