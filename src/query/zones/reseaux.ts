import { PRESENTE } from '../masques.ts';
import { type Requete, requete } from '../moteur.ts';

export interface ImplantationsParReseau {
  readonly zone: number;
  readonly caractere: string;
  readonly reseau: string;
  readonly implantations: number;
}

/** Les implantations où une option compte au moins un élève, par caractère et réseau. */
export const requeteReseaux = (anneeScolaire: string): Requete =>
  requete(
    `SELECT i.zone, i.caractere, i.reseau, count(*)::INTEGER AS implantations
FROM implantations i
WHERE i.fase_implantation IN (
  SELECT fase_implantation FROM offre WHERE annee_scolaire = ? AND ${PRESENTE}
)
GROUP BY i.zone, i.caractere, i.reseau
ORDER BY i.zone, i.caractere, i.reseau`,
    anneeScolaire,
  );
