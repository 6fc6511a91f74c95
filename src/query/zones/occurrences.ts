import type { Effectif } from '../../domain/effectif.ts';
import type { StatutMaintien } from '../../domain/tables/statuts.ts';
import { type Requete, requete } from '../moteur.ts';

/** Une option sur une implantation, avec au moins un élève dans l’année scolaire. */
export interface OccurrenceDeZone extends Effectif {
  readonly zone: number;
  readonly code_obg: string;
  readonly fase_implantation: string;
  /** L’année scolaire précédente, sous ce code ou un autre de sa lignée. */
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

/**
 * Là où une implantation organise une option sous deux codes, son statut de maintien, qui les
 * réunit, ne se lit qu’une fois : sous le nouveau. Là où personne n’est dans la première année,
 * l’option est tenue pour suspendue ou fermée : rien ne se compare à la norme.
 */
const LUES = `doubles AS (
  SELECT DISTINCT a.annee_scolaire, a.fase_implantation, a.code_obg
  FROM occurrences a
  JOIN lignees l ON l.membre = a.code_obg AND l.code_obg <> a.code_obg
  JOIN occurrences n ON n.annee_scolaire = a.annee_scolaire
    AND n.fase_implantation = a.fase_implantation AND n.code_obg = l.code_obg
), lues AS (
  SELECT o.annee_scolaire, o.zone, o.code_obg, o.fase_implantation, o.eleves, o.masques,
    o.tus, o.tus_au_moins, o.tus_au_plus,
    CASE WHEN d.code_obg IS NULL THEN o.statut END AS statut,
    CASE WHEN d.code_obg IS NULL THEN o.norme END AS norme,
    CASE WHEN d.code_obg IS NULL THEN o.comptes END AS comptes,
    CASE WHEN d.code_obg IS NULL AND o.comptes IS DISTINCT FROM 0 THEN o.sous_norme END
      AS sous_norme
  FROM occurrences o
  LEFT JOIN doubles d ON d.annee_scolaire = o.annee_scolaire
    AND d.fase_implantation = o.fase_implantation AND d.code_obg = o.code_obg
)`;

/** Deux codes d’une même lignée, sur la même implantation : l’un continue l’autre. */
const PARENTES = `parentes AS (
  SELECT DISTINCT a.membre AS code_obg, b.membre AS parent
  FROM lignees a JOIN lignees b ON b.code_obg = a.code_obg
)`;

/**
 * Les occurrences de l’année, chacune sous son code, et celles de la précédente que rien ne
 * continue : elles n’ont plus d’effectif.
 */
export const requeteOccurrences = (anneeScolaire: string, precedente: string | null): Requete =>
  requete(
    `WITH ${LUES}, ${PARENTES}, ici AS (SELECT * FROM lues WHERE annee_scolaire = ?),
avant AS (SELECT * FROM lues WHERE annee_scolaire = ?), suivies AS (
  SELECT i.fase_implantation, i.code_obg, sum(a.eleves)::INTEGER AS eleves_avant,
    sum(a.masques)::INTEGER AS masques_avant, max(a.norme) AS norme_avant,
    max(a.comptes) AS comptes_avant, bool_or(a.sous_norme) AS sous_norme_avant
  FROM ici i
  JOIN parentes p ON p.code_obg = i.code_obg
  JOIN avant a ON a.fase_implantation = i.fase_implantation AND a.code_obg = p.parent
  GROUP BY i.fase_implantation, i.code_obg
), fermees AS (
  SELECT a.* FROM avant a
  LEFT JOIN (
    SELECT DISTINCT i.fase_implantation, p.parent
    FROM ici i JOIN parentes p ON p.code_obg = i.code_obg
  ) c ON c.fase_implantation = a.fase_implantation AND c.parent = a.code_obg
  WHERE c.parent IS NULL
), toutes AS (
  SELECT zone, code_obg, fase_implantation, eleves, masques, tus, tus_au_moins, tus_au_plus,
    coalesce(eleves_avant, 0) AS eleves_avant, coalesce(masques_avant, 0) AS masques_avant,
    statut, norme, comptes, sous_norme, norme_avant, comptes_avant, sous_norme_avant
  FROM ici LEFT JOIN suivies USING (fase_implantation, code_obg)
  UNION ALL
  SELECT zone, code_obg, fase_implantation, 0, 0, 0, 0, 0, eleves, masques, NULL, NULL, NULL, NULL,
    norme, comptes, sous_norme
  FROM fermees
)
SELECT t.*, i.lat, i.lon FROM toutes t JOIN implantations i USING (fase_implantation)
ORDER BY t.zone, t.code_obg, t.fase_implantation`,
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
