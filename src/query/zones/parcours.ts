import { effectif } from '../masques.ts';
import { requete } from '../moteur.ts';
import { ORGANISABLE } from '../options-par-zone.ts';

/** Une zone, une année scolaire : chaque code compte une fois sur chaque implantation. */
export interface Parcours {
  readonly annee_scolaire: string;
  readonly zone: number;
  /** Élèves du secondaire ordinaire, toutes années d’étude. */
  readonly eleves: number;
  readonly masques: number;
  /** Élèves de la 3e à la 7e année : le premier degré est commun. */
  readonly eleves_3_7: number;
  readonly masques_3_7: number;
  /** Élèves des formes P, TQ et AQ. */
  readonly qualifiant: number;
  readonly masques_qualifiant: number;
  /** Implantations où au moins une option compte un élève. */
  readonly implantations: number;
  /** Toutes les options organisées, y compris celles qui s’éteignent. */
  readonly options: number;
  readonly occurrences: number;
  /** Ce que la source tait y compte pour son minimum. */
  readonly eleves_options: number;
  readonly masques_options: number;
  /** Les seules options du répertoire organisables. */
  readonly options_organisables: number;
  readonly occurrences_organisables: number;
  readonly eleves_organisables: number;
  readonly masques_organisables: number;
}

/** Les dix zones, toutes les années scolaires de l’édition. */
export const requeteParcours = requete(`
WITH secondaire AS (
  SELECT annee_scolaire, zone,
    ${effectif()},
    ${effectif('_3_7', 'annee_etude >= 3')},
    ${effectif('_qualifiant', "forme IN ('P', 'TQ', 'AQ')")}
  FROM population GROUP BY annee_scolaire, zone
), comptees AS (
  SELECT annee_scolaire, zone, code_obg, fase_implantation, 1 AS occurrences,
    eleves + tus_au_moins AS eleves, masques
  FROM occurrences
  UNION ALL
  SELECT annee_scolaire, zone, code_obg, NULL, occurrences, coalesce(eleves, eleves_au_moins, 0),
    eleves_masque::INTEGER
  FROM totaux_zones WHERE occurrences > 0
), organisees AS (
  SELECT o.annee_scolaire, o.zone,
    count(DISTINCT o.fase_implantation)::INTEGER AS implantations,
    count(DISTINCT o.code_obg)::INTEGER AS options,
    sum(o.occurrences)::INTEGER AS occurrences,
    sum(o.eleves)::INTEGER AS eleves_options, sum(o.masques)::INTEGER AS masques_options,
    count(DISTINCT o.code_obg) FILTER (p.statut ${ORGANISABLE})::INTEGER AS options_organisables,
    sum(o.occurrences) FILTER (p.statut ${ORGANISABLE})::INTEGER AS occurrences_organisables,
    sum(o.eleves) FILTER (p.statut ${ORGANISABLE})::INTEGER AS eleves_organisables,
    sum(o.masques) FILTER (p.statut ${ORGANISABLE})::INTEGER AS masques_organisables
  FROM comptees o JOIN options p ON p.code_obg = o.code_obg
  GROUP BY o.annee_scolaire, o.zone
), annees AS (
  SELECT DISTINCT annee_scolaire FROM besoins_options
)
SELECT a.annee_scolaire, z.zone,
  coalesce(s.eleves, 0) AS eleves, coalesce(s.masques, 0) AS masques,
  coalesce(s.eleves_3_7, 0) AS eleves_3_7, coalesce(s.masques_3_7, 0) AS masques_3_7,
  coalesce(s.eleves_qualifiant, 0) AS qualifiant,
  coalesce(s.masques_qualifiant, 0) AS masques_qualifiant,
  coalesce(o.implantations, 0) AS implantations,
  coalesce(o.options, 0) AS options,
  coalesce(o.occurrences, 0) AS occurrences,
  coalesce(o.eleves_options, 0) AS eleves_options,
  coalesce(o.masques_options, 0) AS masques_options,
  coalesce(o.options_organisables, 0) AS options_organisables,
  coalesce(o.occurrences_organisables, 0) AS occurrences_organisables,
  coalesce(o.eleves_organisables, 0) AS eleves_organisables,
  coalesce(o.masques_organisables, 0) AS masques_organisables
FROM annees a CROSS JOIN zones z
LEFT JOIN secondaire s ON s.annee_scolaire = a.annee_scolaire AND s.zone = z.zone
LEFT JOIN organisees o ON o.annee_scolaire = a.annee_scolaire AND o.zone = z.zone
ORDER BY a.annee_scolaire, z.zone`);
