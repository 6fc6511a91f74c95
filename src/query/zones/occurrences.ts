import type { Effectif } from '../../domain/effectif.ts';
import type { StatutMaintien } from '../../domain/tables/statuts.ts';
import { effectif, PRESENTE } from '../masques.ts';
import { type Requete, requete } from '../moteur.ts';

/** Une option sur une implantation, avec au moins un élève dans l’année scolaire. */
export interface Occurrence extends Effectif {
  readonly zone: number;
  readonly code_obg: string;
  readonly fase_implantation: string;
  /** L’année scolaire précédente. */
  readonly eleves_avant: number;
  readonly masques_avant: number;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Déduit des élèves, jamais une décision : voir `reserves` du dossier. */
  readonly statut: StatutMaintien['statut'] | null;
  /** Norme de maintien ; vide quand le texte n’en fixe pas. */
  readonly norme: number | null;
  /** Élèves comptés pour cette norme. */
  readonly comptes: number | null;
  readonly sous_norme: boolean | null;
  readonly norme_avant: number | null;
  readonly comptes_avant: number | null;
  readonly sous_norme_avant: boolean | null;
}

/** Les occurrences de l’année ou de la précédente : une occurrence fermée n’a plus d’effectif. */
export const requeteOccurrences = (anneeScolaire: string, precedente: string | null): Requete =>
  requete(
    `WITH occurrences AS (
  SELECT i.zone, o.code_obg, o.fase_implantation,
    ${effectif('', 'ici')},
    ${effectif('_avant', 'NOT ici')},
    i.lat, i.lon
  FROM (SELECT *, annee_scolaire = ? AS ici FROM offre WHERE annee_scolaire IN (?, ?)) o
  JOIN implantations i USING (fase_implantation)
  WHERE ${PRESENTE}
  GROUP BY i.zone, o.code_obg, o.fase_implantation, i.lat, i.lon
), ici AS (
  SELECT code_obg, fase_implantation, statut, norme, eleves AS comptes, sous_norme
  FROM statuts WHERE annee_scolaire = ?
), avant AS (
  SELECT code_obg, fase_implantation, norme AS norme_avant, eleves AS comptes_avant,
    sous_norme AS sous_norme_avant
  FROM statuts WHERE annee_scolaire = ?
)
SELECT * FROM occurrences
LEFT JOIN ici USING (code_obg, fase_implantation)
LEFT JOIN avant USING (code_obg, fase_implantation)
ORDER BY zone, code_obg, fase_implantation`,
    anneeScolaire,
    anneeScolaire,
    precedente,
    anneeScolaire,
    precedente,
  );

/** Ce qui rend approximatifs les statuts de maintien d’une année, une réserve par rangée. */
export const requeteReserves = (anneeScolaire: string): Requete =>
  requete(
    `WITH citees AS (
  SELECT DISTINCT unnest(string_split(reserves, ' ')) AS reserve
  FROM statuts WHERE annee_scolaire = ?
)
SELECT r.texte AS reserve FROM citees JOIN reserves r USING (reserve) ORDER BY r.texte`,
    anneeScolaire,
  );
