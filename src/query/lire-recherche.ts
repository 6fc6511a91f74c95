import { type Colonnes, enRangees } from '../domain/colonnes.ts';
import {
  creerRecherche,
  type OptionCherchee,
  type RechercheDOptions,
} from '../domain/recherche/options.ts';
import { lireJson, uneFoisPar } from './lecture.ts';

/**
 * De quoi lire la recherche d’options, une fois par adresse ; un échec pourra être retenté.
 * @throws LectureRatee ou EditionDepassee, quand on la lit
 */
export const lireRecherche = uneFoisPar(async (adresse: string): Promise<RechercheDOptions> => {
  const options = enRangees(await lireJson<Colonnes<OptionCherchee>>(adresse));
  return { options, chercher: creerRecherche(options) };
});
