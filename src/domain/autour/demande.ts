import { additionner } from '../effectif.ts';
import { distanceKm } from '../geo/distance.ts';
import { CARACTERES } from '../tables/valeurs.ts';
import type { CentreTrouve, DepartSitue } from './autour.ts';
import { estSitue } from './centres.ts';
import type {
  Caractere,
  Degre,
  ImplantationSituee,
  Lieux,
  OccurrenceDeCarte,
  OffreParSite,
  OptionSituee,
} from './types.ts';

/** Le cercle de la cartographie officielle, en kilomètres (circulaire 9146, § 2.3). */
export const RAYON_OFFICIEL = 10;
const PLUS_PROCHES = 3;

/** Une occurrence de l’option ailleurs, à `distance` kilomètres du point de départ. */
export interface Voisine {
  readonly site: ImplantationSituee;
  readonly occurrence: OccurrenceDeCarte;
  readonly distance: number;
}

/** Le site d’un autre établissement où un degré est organisé dans une forme. */
export interface SiteDuDegre {
  readonly site: ImplantationSituee;
  readonly distance: number;
}

export type ParCaractere<T> = Readonly<Record<Caractere, T>>;

/** Le degré que l’option ouvrirait à l’établissement s’il ne l’organise pas. */
export interface DegreDemande {
  readonly degre: Degre;
  readonly forme: 'P' | 'TQ' | 'AQ';
  /** L’établissement l’a-t-il déjà, d’après ses élèves ? `null` : le départ n’est pas un site. */
  readonly organise: boolean | null;
  /** L’établissement le plus proche qui l’organise, par caractère. */
  readonly proches: ParCaractere<SiteDuDegre | null>;
}

/** « Et si je la demandais ici ? » : ce qui entoure une option qu’on demanderait au départ. */
export interface FaitsDemande {
  readonly option: OptionSituee;
  /** L’implantation de départ organise déjà l’option. */
  readonly ici: OccurrenceDeCarte | null;
  readonly plusProche: Voisine | null;
  readonly plusProches: ParCaractere<Voisine | null>;
  /** Occurrences à 10 km ou moins, sans le site de départ. */
  readonly dansLeCercle: ParCaractere<number>;
  /** Occurrences de la zone, le site de départ compris. */
  readonly dansLaZone: ParCaractere<number>;
  /** Les trois plus proches, ou moins s’il n’y en a pas trois. */
  readonly troisProches: readonly Voisine[];
  /** Les centres du même secteur à 10 km ou moins. */
  readonly centres: readonly CentreTrouve[];
  readonly degres: readonly DegreDemande[];
}

const parCaractere = <T>(calculer: (caractere: Caractere) => T): ParCaractere<T> =>
  Object.fromEntries(CARACTERES.map((c) => [c, calculer(c)])) as ParCaractere<T>;

/** La même option, ou un code qu’elle remplace. */
const estDeLaLignee = ({ code, nouveaux }: OptionSituee, option: OptionSituee): boolean =>
  code === option.code || nouveaux.includes(option.code);

const parDistance = <T extends { site: ImplantationSituee; distance: number }>(
  a: T,
  b: T,
): number => a.distance - b.distance || (a.site.id < b.site.id ? -1 : 1);

/** Les degrés où l’option s’organise ; une 7e ou un article 45 n’en ouvre aucun. */
function degresDe({ annees }: OptionSituee): readonly Degre[] {
  const degres: Degre[] = [];
  if (annees?.startsWith('3')) degres.push('D2');
  if (/^(3-)?4-5-6|^5-6/.test(annees ?? '')) degres.push('D3');
  return degres;
}

function degreDemande(
  { implantations }: Lieux,
  offre: OffreParSite,
  { position, implantation }: DepartSitue,
  degre: Degre,
  forme: DegreDemande['forme'],
): DegreDemande {
  const sien = implantation?.faseEtablissement;
  const organisent = implantations.filter(({ id }) =>
    offre.get(id)?.some((o) => o.option.forme === forme && o.degres.includes(degre)),
  );
  const autres = organisent
    .filter(({ faseEtablissement }) => faseEtablissement !== sien)
    .map((site) => ({ site, distance: distanceKm(position, site) }))
    .sort(parDistance);
  return {
    degre,
    forme,
    organise: implantation && organisent.some((site) => site.faseEtablissement === sien),
    proches: parCaractere((c) => autres.find(({ site }) => site.caractere === c) ?? null),
  };
}

const FORMES: readonly (string | null)[] = ['P', 'TQ', 'AQ'];
const estForme = (forme: string | null): forme is DegreDemande['forme'] => FORMES.includes(forme);

function centresDuSecteur(
  { centres }: Lieux,
  { position }: DepartSitue,
  { secteur }: OptionSituee,
): readonly CentreTrouve[] {
  return centres
    .filter(estSitue)
    .filter(({ secteurs }) => secteurs.includes(secteur))
    .map((centre) => ({ centre, distance: distanceKm(position, centre) }))
    .filter(({ distance }) => distance <= RAYON_OFFICIEL)
    .sort((a, b) => a.distance - b.distance || (a.centre.id < b.centre.id ? -1 : 1));
}

/**
 * Les faits d’une option demandée au point de départ, sur toute l’édition et sans les filtres.
 * Le degré : circulaire 7282, VI.III.5 – la distance va à l’établissement le plus proche du même
 * caractère qui organise le même degré dans la même forme, pas la même option.
 */
export function demander(
  lieux: Lieux,
  offre: OffreParSite,
  depart: DepartSitue,
  option: OptionSituee,
): FaitsDemande {
  const occurrences = lieux.implantations.flatMap((site) => {
    const siennes = offre.get(site.id)?.filter(({ option: o }) => estDeLaLignee(o, option)) ?? [];
    const premiere = siennes.find(({ option: o }) => o.code === option.code) ?? siennes[0];
    if (!premiere) return [];
    const occurrence = { ...premiere, ...additionner(siennes) };
    return [{ site, occurrence, distance: distanceKm(depart.position, site) }];
  });
  const estIci = ({ site }: Voisine) => site.id === depart.implantation?.id;
  const voisines = occurrences.filter((v) => !estIci(v)).sort(parDistance);
  const { forme } = option;
  return {
    option,
    ici: occurrences.find(estIci)?.occurrence ?? null,
    plusProche: voisines[0] ?? null,
    plusProches: parCaractere((c) => voisines.find(({ site }) => site.caractere === c) ?? null),
    dansLeCercle: parCaractere(
      (c) =>
        voisines.filter(({ site, distance }) => site.caractere === c && distance <= RAYON_OFFICIEL)
          .length,
    ),
    dansLaZone: parCaractere(
      (c) =>
        occurrences.filter(({ site }) => site.caractere === c && site.zone === depart.zone).length,
    ),
    troisProches: voisines.slice(0, PLUS_PROCHES),
    centres: centresDuSecteur(lieux, depart, option),
    degres: estForme(forme)
      ? degresDe(option).map((degre) => degreDemande(lieux, offre, depart, degre, forme))
      : [],
  };
}
