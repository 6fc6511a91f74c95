import { distanceKm, type Position } from '../geo/distance.ts';
import type { Trouvailles } from '../recherche/options.ts';
import { plat } from '../recherche/texte.ts';
import type { Souhait, Voie } from './souhait.ts';
import type {
  ImplantationSituee,
  Lieux,
  OccurrenceDeCarte,
  OffreParSite,
  OptionSituee,
} from './types.ts';

/** Une école, et ce qu’elle apprend de ce qu’on cherche, de la première année à la dernière. */
export interface Ecole {
  readonly site: ImplantationSituee;
  /** En kilomètres. */
  readonly distance: number;
  readonly formations: readonly OccurrenceDeCarte[];
}

export interface Ecoles {
  /** À `rayon` km ou moins, de la plus proche à la plus lointaine. */
  readonly proches: readonly Ecole[];
  /** Les plus proches au-delà, quand il n’y en a aucune en deçà. */
  readonly audela: readonly Ecole[];
}

const AU_DELA = 3;

const VOIES_DE: Readonly<Record<OccurrenceDeCarte['organisation'], readonly Voie[]>> = {
  PE: ['PE'],
  ALT: ['ALT'],
  'PE-ALT': ['PE', 'ALT'],
  art45: ['ALT'],
  inconnue: ['PE', 'ALT'],
};

const premiereAnnee = ({ option }: OccurrenceDeCarte): string => option.annees ?? '9';

const parDistance = <T extends { site: ImplantationSituee; distance: number }>(a: T, b: T) =>
  a.distance - b.distance || (a.site.id < b.site.id ? -1 : 1);

/** Les écoles où s’apprend ce qu’on cherche, sous le code cherché ou sous un code qu’il remplace. */
export function ouApprendre(
  { implantations }: Lieux,
  offre: OffreParSite,
  depart: Position,
  { codes, voie, rayon }: Souhait,
): Ecoles {
  const cherches = codes && new Set(codes);
  const convient = ({ option, organisation }: OccurrenceDeCarte): boolean =>
    (cherches === null || [option.code, ...option.nouveaux].some((code) => cherches.has(code))) &&
    (voie === null || VOIES_DE[organisation].includes(voie));
  const ecoles = implantations
    .flatMap((site): Ecole[] => {
      const formations = (offre.get(site.id) ?? []).filter(convient);
      if (formations.length === 0) return [];
      const rangees = formations.toSorted((a, b) =>
        premiereAnnee(a).localeCompare(premiereAnnee(b)),
      );
      return [{ site, distance: distanceKm(depart, site), formations: rangees }];
    })
    .sort(parDistance);
  const proches = ecoles.filter(({ distance }) => distance <= rayon);
  return { proches, audela: proches.length > 0 ? [] : ecoles.slice(0, AU_DELA) };
}

/** Les écoles les plus proches dont on ne sait pas ce qu’elles organisent. */
export const ecolesAutour = (
  { implantations }: Lieux,
  depart: Position,
  limite: number,
): readonly Pick<Ecole, 'site' | 'distance'>[] =>
  implantations
    .filter(({ qualifiant }) => qualifiant !== false)
    .map((site) => ({ site, distance: distanceKm(depart, site) }))
    .sort(parDistance)
    .slice(0, limite);

/**
 * Les codes d’un métier cherché : ceux qui le nomment, et à défaut ceux de son groupe ou de son
 * secteur. « Mécanicien » n’est pas la batellerie du même groupe.
 */
export function codesDuMetier(trouves: Trouvailles | null): readonly string[] | null {
  if (!trouves) return null;
  const proches = trouves.codes.filter((code) => !trouves.deLoin.has(code));
  return proches.length > 0 ? proches : trouves.codes;
}

/** Une formation et tous les codes qui portent son nom, d’un degré à l’autre. */
export interface Formation {
  readonly nom: string;
  readonly codes: readonly string[];
}

/** Des codes trouvés, réunis par intitulé, le meilleur d’abord. */
export function formationsDe(
  options: readonly OptionSituee[],
  codes: readonly string[],
): readonly Formation[] {
  const parCode = new Map(options.map((option) => [option.code, option]));
  const trouvees = codes.flatMap((code) => parCode.get(code) ?? []);
  return [...Map.groupBy(trouvees, ({ intitule }) => plat(intitule)).values()].map((memes) => ({
    nom: memes[0]?.intitule ?? '',
    codes: memes.map(({ code }) => code),
  }));
}
