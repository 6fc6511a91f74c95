import { toutConnu } from '../connaissance.ts';
import { distanceKm } from '../geo/distance.ts';
import { calculerLignees } from '../succession.ts';
import type { Lieu, Organisee } from './lieu.ts';
import { reunirLignee } from './lignee.ts';
import type {
  BesoinDOption,
  CentreDuDossier,
  Donnees,
  OccurrenceDuDossier,
  OptionDuDossier,
  Ouverture,
  SiteDuDossier,
} from './types.ts';

/** Le cercle de la cartographie officielle, en kilomètres (circulaire 9146, § 2.3). */
export const RAYON = 10;

/** Une occurrence et son site, à `distance` kilomètres du lieu du dossier. */
export interface OccurrenceSituee extends OccurrenceDuDossier {
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
  /** Par code, lui-même et ceux qu’il remplace. */
  readonly lignees: ReadonlyMap<string, readonly string[]>;
  /** Par code, ceux que les comptes réunissent : sa lignée, ou lui seul (`anciens=non`). */
  readonly comptees: ReadonlyMap<string, readonly string[]>;
  /** Les anciens codes se comptent avec celui qui les remplace. */
  readonly anciens: boolean;
  /** Par code, les occurrences des autres implantations, de la plus proche à la plus lointaine. */
  readonly occurrences: ReadonlyMap<string, readonly OccurrenceSituee[]>;
  readonly ouvertures: ReadonlyMap<string, readonly Ouverture[]>;
  /** Par code, ce que les listes de la zone en disent ; absent : ni TC, ni FC. */
  readonly besoins: ReadonlyMap<string, BesoinDOption>;
  /** La nature des fonctions critiques de la zone, par métier. */
  readonly naturesFc: ReadonlyMap<string, string>;
  /** L’offre de la zone, et des autres zones à `RAYON` km, est connue. */
  readonly offreConnue: { readonly zone: boolean; readonly autour: boolean };
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

const parDistance = (a: OccurrenceSituee, b: OccurrenceSituee): number =>
  a.distance - b.distance || (a.site < b.site ? -1 : 1);

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
    .sort(parDistance);
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

/** Par option, ses occurrences et celles des codes qu’elle remplace, un site une seule fois. */
function parLignee(
  situees: readonly OccurrenceSituee[],
  membresDe: ReadonlyMap<string, readonly string[]>,
): Map<string, readonly OccurrenceSituee[]> {
  const parCode = parCle(situees, ({ code }) => code);
  const paires = [...membresDe].map(([code, membres]) => {
    const toutes = membres.flatMap((membre) => parCode.get(membre) ?? []);
    const parSite = [...parCle(toutes, ({ site }) => site).values()];
    return [code, parSite.map((siennes) => reunirLignee(code, siennes)).sort(parDistance)] as const;
  });
  return new Map(paires);
}

/** Ce que l’école organise d’une option, sous son code ou sous ceux qu’elle remplace. */
export const organiseesIci = (
  { lieu, lignees: membresDe }: Pick<Contexte, 'lieu' | 'lignees'>,
  { code_obg }: Pick<OptionDuDossier, 'code_obg'>,
): readonly Organisee[] => {
  const membres = membresDe.get(code_obg) ?? [code_obg];
  return lieu.offre.filter(({ code }) => membres.includes(code));
};

/** Ce que l’implantation elle-même en organise ; `null` : rien. */
export function organiseeIci(
  contexte: Pick<Contexte, 'lieu' | 'lignees'>,
  option: Pick<OptionDuDossier, 'code_obg'>,
): Organisee | null {
  const ici = organiseesIci(contexte, option).filter((organisee) => organisee.ici);
  return ici.length > 0 ? reunirLignee(option.code_obg, ici) : null;
}

/** L’offre de la zone du lieu, et celle de toutes les zones qui ont une commune ou un site à portée. */
function offreConnueDe(donnees: Donnees, lieu: Lieu): Contexte['offreConnue'] {
  const connue = (zone: number) =>
    toutConnu(donnees, ['inscriptions'], zone, donnees.anneeScolaire);
  const aPortee = [...donnees.sites, ...donnees.communes]
    .filter((ici) => !connue(ici.zone) && distanceKm(lieu.position, ici) <= RAYON)
    .map(({ zone }) => zone);
  return { zone: connue(lieu.zone), autour: connue(lieu.zone) && aPortee.length === 0 };
}

/**
 * Prépare les faits d’un lieu : distances, occurrences par option, besoins de sa zone.
 * @param anciens compter une option avec les codes qu’elle remplace ; ce que l’implantation organise
 * sous un ancien code y est organisé, même sans cela
 */
export function creerContexte(donnees: Donnees, lieu: Lieu, anciens = true): Contexte {
  const codes = donnees.options.map(({ code_obg }) => code_obg);
  const membresDe = calculerLignees(codes, donnees.successions);
  const comptees = anciens ? membresDe : new Map(codes.map((code) => [code, [code]]));
  return {
    donnees,
    lieu,
    lignees: membresDe,
    comptees,
    anciens,
    options: new Map(donnees.options.map((option) => [option.code_obg, option])),
    occurrences: parLignee(situer(donnees, lieu), comptees),
    ouvertures: parCle(donnees.ouvertures, ({ code }) => code),
    besoins: new Map(
      donnees.besoins.filter((b) => b.zone === lieu.zone).map((besoin) => [besoin.code, besoin]),
    ),
    naturesFc: new Map(
      donnees.fonctionsCritiques
        .filter(({ zone }) => zone === lieu.zone)
        .map(({ metier, nature }) => [metier, nature]),
    ),
    offreConnue: offreConnueDe(donnees, lieu),
    centres: centresProches(donnees, lieu),
  };
}
