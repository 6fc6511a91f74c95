import { type Requete, requete } from '../moteur.ts';

export interface ElevesParForme {
  readonly zone: number;
  readonly annee_etude: number;
  readonly forme: string;
  readonly eleves: number;
}

/** Les élèves du secondaire ordinaire par zone, année d’étude et forme. */
export const requetePopulation = (anneeScolaire: string): Requete =>
  requete(
    `SELECT zone, annee_etude, forme, sum(eleves)::INTEGER AS eleves
FROM population WHERE annee_scolaire = ?
GROUP BY zone, annee_etude, forme
ORDER BY zone, annee_etude, forme`,
    anneeScolaire,
  );
