import { type Colonnes, enRangees } from '../domain/colonnes.ts';
import type { Lieu, TrouverLieux } from '../domain/recherche/lieux.ts';
import type { OptionDuRepertoire, RechercheDOptions } from '../domain/recherche/options.ts';
import { charger, lireJson, uneFoisPar } from './lecture.ts';

/**
 * De quoi lire la recherche d’options, une fois par adresse ; un échec pourra être retenté.
 * @throws LectureRatee ou EditionDepassee, quand on la lit
 */
export const lireRecherche = uneFoisPar(async (adresse: string): Promise<RechercheDOptions> => {
  const [{ preparerRecherche }, lues] = await Promise.all([
    charger(import('../domain/recherche/options.ts')),
    lireJson<Colonnes<OptionDuRepertoire>>(adresse),
  ]);
  const options = enRangees(lues);
  return { options, ...preparerRecherche(options) };
});

/**
 * De quoi lire les lieux d’une question, une fois par adresse ; un échec pourra être retenté.
 * @throws LectureRatee ou EditionDepassee, quand on la lit
 */
export const lireLieux = uneFoisPar(
  async (adresse: string, recherche: string): Promise<TrouverLieux> => {
    const [{ creerTrouverLieux }, lieux, { connu }] = await Promise.all([
      charger(import('../domain/recherche/lieux.ts')),
      lireJson<Colonnes<Lieu>>(adresse),
      lireRecherche(recherche)(),
    ]);
    return creerTrouverLieux(enRangees(lieux), connu);
  },
);
