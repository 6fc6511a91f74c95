import type { Lieux, OccurrenceDeCarte, OffreParSite, OptionSituee } from './types.ts';

const seule = (option: OptionSituee): OptionSituee =>
  option.nouveaux.length === 0 ? option : { ...option, nouveaux: [] };

/** Les mêmes lieux et la même offre, chaque option sous son seul code : `anciens=non`. */
export function sansAnciens(
  lieux: Lieux,
  offre: OffreParSite,
): { lieux: Lieux; offre: OffreParSite } {
  const options = lieux.options.map(seule);
  const parCode = new Map(options.map((option) => [option.code, option]));
  const sous = (occurrence: OccurrenceDeCarte): OccurrenceDeCarte => ({
    ...occurrence,
    option: parCode.get(occurrence.option.code) ?? occurrence.option,
  });
  return {
    lieux: { ...lieux, options },
    offre: new Map([...offre].map(([fase, occurrences]) => [fase, occurrences.map(sous)])),
  };
}
