import type { Effectif } from '../../domain/effectif.ts';
import { effectif } from '../masques.ts';
import { type Requete, requete } from '../moteur.ts';

export interface ElevesParForme extends Effectif {
  readonly zone: number;
  readonly annee_etude: number;
  readonly forme: string;
}

/** Les élèves du secondaire ordinaire par zone, année d’étude et forme. */
export const requetePopulation = (anneeScolaire: string): Requete =>
  requete(
    `SELECT zone, annee_etude, forme, ${effectif()}
FROM population WHERE annee_scolaire = ?
GROUP BY zone, annee_etude, forme
ORDER BY zone, annee_etude, forme`,
    anneeScolaire,
  );
