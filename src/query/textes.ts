import { requete } from './moteur.ts';

export type { Actualite, TermeDuGlossaire } from '../domain/tables/textes.ts';

/** Tous les termes, dans l’ordre alphabétique de leur adresse. */
export const GLOSSAIRE = requete(
  `SELECT ancre, terme, forme_longue, definition, en_place, reference
   FROM glossaire ORDER BY ancre`,
);

/** Les changements connus, du plus récent au plus ancien. */
export const ACTUALITES = requete(
  `SELECT id, date, sujet, fait, effet, avis, annees, filieres, codes, confiance, source, adresse
   FROM actualites ORDER BY date DESC, id`,
);
