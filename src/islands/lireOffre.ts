import { href } from '../config.ts';
import { lieuxDe } from '../domain/autour/lieux.ts';
import { type LigneOffre, offreDe } from '../domain/autour/offre.ts';
import type { Lieux, OffreParSite } from '../domain/autour/types.ts';
import { type Colonnes, enRangees } from '../domain/colonnes.ts';
import type { RechercheDOptions } from '../domain/recherche/options.ts';
import { lireRecherche } from '../query/lire-recherche.ts';
import { lireJsonDuSite } from './carte/lireJson.ts';
import { type FichiersPartages, lirePartages } from './lirePartages.ts';

export interface FichiersDeLOffre extends FichiersPartages {
  /** L’offre d’une année scolaire. */
  readonly offre: string;
}

/** Les lieux, ce qui s’y organise une année scolaire, et de quoi chercher une option. */
export interface OffreLue {
  readonly lieux: Lieux;
  readonly offre: OffreParSite;
  readonly recherche: RechercheDOptions;
}

/** @throws LectureRatee ou EditionDepassee si un fichier ne vient pas */
export async function lireOffre(fichiers: FichiersDeLOffre): Promise<OffreLue> {
  const [tables, lignes, recherche] = await Promise.all([
    lirePartages(fichiers),
    lireJsonDuSite<Colonnes<LigneOffre>>(fichiers.offre),
    lireRecherche(href(fichiers.recherche))(),
  ]);
  const lieux = lieuxDe(tables);
  return { lieux, offre: offreDe(enRangees(lignes), lieux.options), recherche };
}
