import { type Requete, requete } from '../moteur.ts';

/** Une option sur une implantation, avec au moins un élève dans l’année scolaire. */
export interface Occurrence {
  readonly zone: number;
  readonly code_obg: string;
  readonly fase_implantation: string;
  readonly eleves: number;
  readonly eleves_avant: number;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** Les occurrences de l’année ou de la précédente : `eleves` vaut 0 pour une occurrence fermée. */
export const requeteOccurrences = (anneeScolaire: string, precedente: string | null): Requete =>
  requete(
    `SELECT i.zone, o.code_obg, o.fase_implantation,
  coalesce(sum(o.eleves) FILTER (WHERE o.annee_scolaire = ?), 0)::INTEGER AS eleves,
  coalesce(sum(o.eleves) FILTER (WHERE o.annee_scolaire = ?), 0)::INTEGER AS eleves_avant,
  i.lat, i.lon
FROM offre o JOIN implantations i USING (fase_implantation)
WHERE o.annee_scolaire IN (?, ?)
GROUP BY i.zone, o.code_obg, o.fase_implantation, i.lat, i.lon
HAVING sum(o.eleves) > 0
ORDER BY i.zone, o.code_obg, o.fase_implantation`,
    anneeScolaire,
    precedente,
    anneeScolaire,
    precedente,
  );
