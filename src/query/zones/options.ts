import { anneeDesListes } from '../../domain/annees.ts';
import type { Effectif } from '../../domain/effectif.ts';
import { effectif, PRESENTE } from '../masques.ts';
import { type Requete, requete } from '../moteur.ts';

/** Une option du répertoire dans une zone, organisée ou non. */
export interface OptionDeZone extends Effectif {
  readonly zone: number;
  readonly code_obg: string;
  readonly intitule: string;
  readonly secteur: number;
  readonly groupe: number;
  /** Peut encore se programmer : elle est alors au tableau d’indicateurs. */
  readonly organisable: boolean;
  readonly occurrences: number;
  /** L’année scolaire précédente. */
  readonly occurrences_avant: number;
  readonly tc: boolean;
  readonly fc: boolean;
  /** Norme de création en plein exercice, puis en alternance seule ; `null` sans norme. */
  readonly norme_creation: number | null;
  readonly norme_creation_alt: number | null;
}

/**
 * Toutes les options du répertoire dans les dix zones. TC et FC y sont reliés par les métiers,
 * comme au tableau d’indicateurs, mais aussi pour les options qui ne se programment plus. Les
 * élèves sont le total de ce tableau là où il est publié : il compte les effectifs masqués.
 */
export const requeteOptions = (anneeScolaire: string, precedente: string | null): Requete =>
  requete(
    `
WITH occurrences AS (
  SELECT o.annee_scolaire, i.zone, o.code_obg, o.fase_implantation,
    ${effectif()}
  FROM offre o JOIN implantations i USING (fase_implantation)
  WHERE o.annee_scolaire IN (?, ?) AND ${PRESENTE}
  GROUP BY o.annee_scolaire, i.zone, o.code_obg, o.fase_implantation
), organisees AS (
  SELECT zone, code_obg, count(*) AS occurrences, sum(eleves) AS eleves,
    sum(masques) AS masques
  FROM occurrences WHERE annee_scolaire = ? GROUP BY zone, code_obg
), avant AS (
  SELECT zone, code_obg, count(*) AS occurrences
  FROM occurrences WHERE annee_scolaire = ? GROUP BY zone, code_obg
), liens AS (
  SELECT b.zone, m.code_obg, bool_or(b.tc) AS tc, bool_or(b.fc) AS fc
  FROM besoins b JOIN options_metiers m USING (metier)
  WHERE b.annee = ? GROUP BY b.zone, m.code_obg
), table_indicateurs AS (
  SELECT zone, code_obg, eleves, norme_creation, norme_creation_alt
  FROM indicateurs WHERE annee_scolaire = ?
)
SELECT z.zone, p.code_obg, p.intitule, p.secteur::INTEGER AS secteur, p.groupe::INTEGER AS groupe,
  t.code_obg IS NOT NULL AS organisable,
  coalesce(o.occurrences, 0)::INTEGER AS occurrences,
  coalesce(t.eleves, o.eleves, 0)::INTEGER AS eleves,
  CASE WHEN t.eleves IS NULL THEN coalesce(o.masques, 0) ELSE 0 END::INTEGER AS masques,
  coalesce(a.occurrences, 0)::INTEGER AS occurrences_avant,
  coalesce(l.tc, false) AS tc, coalesce(l.fc, false) AS fc,
  t.norme_creation::INTEGER AS norme_creation,
  t.norme_creation_alt::INTEGER AS norme_creation_alt
FROM zones z CROSS JOIN options p
LEFT JOIN organisees o ON o.zone = z.zone AND o.code_obg = p.code_obg
LEFT JOIN avant a ON a.zone = z.zone AND a.code_obg = p.code_obg
LEFT JOIN liens l ON l.zone = z.zone AND l.code_obg = p.code_obg
LEFT JOIN table_indicateurs t ON t.zone = z.zone AND t.code_obg = p.code_obg
ORDER BY z.zone, p.code_obg`,
    anneeScolaire,
    precedente,
    anneeScolaire,
    precedente,
    anneeDesListes(anneeScolaire),
    anneeScolaire,
  );
