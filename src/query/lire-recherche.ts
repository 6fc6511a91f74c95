import { type Colonnes, enRangees } from '../domain/colonnes.ts';
import { creerTrouverLieux, type Lieu, type TrouverLieux } from '../domain/recherche/lieux.ts';
import {
  type OptionDuRepertoire,
  preparerRecherche,
  type RechercheDOptions,
} from '../domain/recherche/options.ts';
import { lireJson, uneFoisPar } from './lecture.ts';

/**
 * De quoi lire la recherche d’options, une fois par adresse ; un échec pourra être retenté.
 * @throws LectureRatee ou EditionDepassee, quand on la lit
 */
export const lireRecherche = uneFoisPar(async (adresse: string): Promise<RechercheDOptions> => {
  const options = enRangees(await lireJson<Colonnes<OptionDuRepertoire>>(adresse));
  return { options, ...preparerRecherche(options) };
});

/**
 * De quoi lire les lieux d’une question, une fois par adresse ; un échec pourra être retenté.
 * @throws LectureRatee ou EditionDepassee, quand on la lit
 */
export const lireLieux = uneFoisPar(
  async (adresse: string, recherche: string): Promise<TrouverLieux> => {
    const [lieux, { connu }] = await Promise.all([
      lireJson<Colonnes<Lieu>>(adresse),
      lireRecherche(recherche)(),
    ]);
    return creerTrouverLieux(enRangees(lieux), connu);
  },
);
