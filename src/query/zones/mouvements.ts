import { EN_VIGUEUR } from '../listes.ts';
import { type Requete, requete } from '../moteur.ts';

/** Un métier entré dans une liste de la zone, ou sorti, depuis l’année précédente. */
export interface MouvementDeListe {
  readonly zone: number;
  readonly metier: string;
  readonly intitule: string;
  readonly liste: 'TC' | 'FC';
  readonly sens: 'entree' | 'sortie';
}

/**
 * Les entrées et les sorties des listes TC et FC, de celles que lisait l’année scolaire précédente
 * à celles que lit celle-ci. Rien là où l’une des deux manque, ou où c’est la même.
 */
export const requeteMouvements = (anneeScolaire: string, precedente: string | null): Requete =>
  requete(
    `
WITH lues AS (
  SELECT i.zone, 'TC' AS liste, i.annee_tc AS ici, a.annee_tc AS avant
  FROM ${EN_VIGUEUR} i JOIN ${EN_VIGUEUR} a USING (zone)
  UNION ALL
  SELECT i.zone, 'FC', i.annee_fc, a.annee_fc
  FROM ${EN_VIGUEUR} i JOIN ${EN_VIGUEUR} a USING (zone)
), presences AS (
  SELECT l.zone, b.metier, l.liste,
    bool_or(b.annee = l.ici) AS ici, bool_or(b.annee = l.avant) AS avant
  FROM lues l JOIN besoins b ON b.zone = l.zone AND CASE l.liste WHEN 'TC' THEN b.tc ELSE b.fc END
  WHERE l.ici <> l.avant
  GROUP BY l.zone, b.metier, l.liste
)
SELECT p.zone, p.metier, m.intitule, p.liste,
  CASE WHEN p.ici THEN 'entree' ELSE 'sortie' END AS sens
FROM presences p JOIN metiers m USING (metier)
WHERE p.ici <> p.avant
ORDER BY p.zone, p.liste, p.metier`,
    ...[anneeScolaire, precedente ?? '', anneeScolaire, precedente ?? ''],
  );
