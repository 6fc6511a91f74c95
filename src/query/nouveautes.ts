import { requete } from './moteur.ts';

export type { Nouveaute } from '../domain/tables/nouveautes.ts';

/** Les mises à jour des données, la plus récente d’abord. */
export const NOUVEAUTES = requete(
  'SELECT date, titre, detail, edition FROM nouveautes ORDER BY date DESC, titre',
);
