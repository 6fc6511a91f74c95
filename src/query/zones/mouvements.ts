import { anneeDesListes } from '../../domain/annees.ts';
import { type Requete, requete } from '../moteur.ts';

/** Un métier entré dans une liste de la zone, ou sorti, depuis l’année précédente. */
export interface MouvementDeListe {
  readonly zone: number;
  readonly metier: string;
  readonly intitule: string;
  readonly liste: 'TC' | 'FC';
  readonly sens: 'entree' | 'sortie';
}

/** Les entrées et les sorties des listes TC et FC. Vide si l’édition n’a pas l’année d’avant. */
export const requeteMouvements = (anneeScolaire: string): Requete => {
  const annee = anneeDesListes(anneeScolaire);
  return requete(
    `
WITH listes AS (
  SELECT zone, metier, annee, 'TC' AS liste FROM besoins WHERE tc
  UNION ALL
  SELECT zone, metier, annee, 'FC' AS liste FROM besoins WHERE fc
), presences AS (
  SELECT zone, metier, liste, bool_or(annee = ?) AS ici, bool_or(annee = ?) AS avant
  FROM listes GROUP BY zone, metier, liste
)
SELECT p.zone, p.metier, m.intitule, p.liste,
  CASE WHEN p.ici THEN 'entree' ELSE 'sortie' END AS sens
FROM presences p JOIN metiers m USING (metier)
WHERE p.ici <> p.avant AND EXISTS (SELECT 1 FROM besoins WHERE annee = ?)
ORDER BY p.zone, p.liste, p.metier`,
    annee,
    annee - 1,
    annee - 1,
  );
};
