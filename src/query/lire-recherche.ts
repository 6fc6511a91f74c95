import { type Colonnes, enRangees } from '../domain/colonnes.ts';
import {
  creerRecherche,
  type OptionCherchee,
  type Recherche,
} from '../domain/recherche/options.ts';
import { lireJson, uneFois } from './lecture.ts';

/** Les options du répertoire, telles que la recherche les lit, et la recherche elle-même. */
export interface RechercheLue {
  readonly options: readonly OptionCherchee[];
  readonly chercher: Recherche;
}

const lectures = new Map<string, () => Promise<RechercheLue>>();

/**
 * De quoi lire la recherche d’options, une fois par adresse ; un échec pourra être retenté.
 * @throws LectureRatee ou EditionDepassee, quand on la lit
 */
export function lireRecherche(adresse: string): () => Promise<RechercheLue> {
  const connue = lectures.get(adresse);
  if (connue) return connue;
  const lecture = uneFois(async () => {
    const options = enRangees(await lireJson<Colonnes<OptionCherchee>>(adresse));
    return { options, chercher: creerRecherche(options) };
  });
  lectures.set(adresse, lecture);
  return lecture;
}
