import { requete } from './moteur.ts';

export type { Echeance } from '../domain/tables/calendrier.ts';

/** Les échéances d’une campagne, de la première à la dernière. */
export const CALENDRIER = requete(
  `SELECT id, jour, mois, decalage_annee, acteur, intitule, detail, reference
   FROM calendrier ORDER BY decalage_annee, mois, jour, id`,
);
