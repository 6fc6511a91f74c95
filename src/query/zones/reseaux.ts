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
    `SELECT zone, caractere, reseau,
  count(DISTINCT fase_implantation)::INTEGER AS implantations
FROM occurrences WHERE annee_scolaire = ?
GROUP BY zone, caractere, reseau
ORDER BY zone, caractere, reseau`,
    anneeScolaire,
  );
