import { distanceKm } from '../geo/distance.ts';
import type { Lieu } from './lieu.ts';
import type {
  BesoinDeZone,
  CentreDuDossier,
  Donnees,
  Occurrence,
  OptionDuDossier,
  Ouverture,
  SiteDuDossier,
} from './types.ts';

/** Le cercle de la cartographie officielle, en kilomètres (circulaire 9146, § 2.3). */
export const RAYON = 10;

/** Une occurrence et son site, à `distance` kilomètres du lieu du dossier. */
export interface OccurrenceSituee extends Occurrence {
  readonly lieu: SiteDuDossier;
  readonly distance: number;
}

export interface CentreSitue {
  readonly centre: CentreDuDossier;
  readonly distance: number;
}

/** Ce qu’un lieu voit de l’édition, rangé une fois pour toutes les options. */
export interface Contexte {
  readonly donnees: Donnees;
  readonly lieu: Lieu;
  readonly options: ReadonlyMap<string, OptionDuDossier>;
  /** Par code, les occurrences des autres implantations, de la plus proche à la plus lointaine. */
  readonly occurrences: ReadonlyMap<string, readonly OccurrenceSituee[]>;
  readonly ouvertures: ReadonlyMap<string, readonly Ouverture[]>;
  readonly besoins: ReadonlyMap<string, BesoinDeZone>;
  /** Les centres situés à moins de `RAYON` km, du plus proche au plus lointain. */
  readonly centres: readonly CentreSitue[];
}

const parCle = <T>(liste: readonly T[], cle: (element: T) => string): Map<string, T[]> => {
  const groupes = new Map<string, T[]>();
  for (const element of liste) {
    const groupe = groupes.get(cle(element));
    if (groupe) groupe.push(element);
    else groupes.set(cle(element), [element]);
  }
  return groupes;
};

function situer(donnees: Donnees, lieu: Lieu): OccurrenceSituee[] {
  const sites = new Map(
    donnees.sites.map((site) => [site.id, { site, distance: distanceKm(lieu.position, site) }]),
  );
  return donnees.occurrences
    .flatMap((occurrence) => {
      const trouve = sites.get(occurrence.site);
      if (!trouve || occurrence.site === lieu.fase) return [];
      return [{ ...occurrence, lieu: trouve.site, distance: trouve.distance }];
    })
    .sort((a, b) => a.distance - b.distance || (a.site < b.site ? -1 : 1));
}

const centresProches = (donnees: Donnees, lieu: Lieu): CentreSitue[] =>
  donnees.centres
    .flatMap((centre) => {
      if (centre.lat === null || centre.lon === null) return [];
      const { lat, lon } = centre;
      return [{ centre, distance: distanceKm(lieu.position, { lat, lon }) }];
    })
    .filter(({ distance }) => distance <= RAYON)
    .sort((a, b) => a.distance - b.distance || (a.centre.id < b.centre.id ? -1 : 1));

/** Prépare les faits d’un lieu : distances, occurrences par option, besoins de sa zone. */
export function creerContexte(donnees: Donnees, lieu: Lieu): Contexte {
  return {
    donnees,
    lieu,
    options: new Map(donnees.options.map((option) => [option.code_obg, option])),
    occurrences: parCle(situer(donnees, lieu), ({ code }) => code),
    ouvertures: parCle(donnees.ouvertures, ({ code }) => code),
    besoins: new Map(
      donnees.besoins.filter((b) => b.zone === lieu.zone).map((besoin) => [besoin.metier, besoin]),
    ),
    centres: centresProches(donnees, lieu),
  };
}
