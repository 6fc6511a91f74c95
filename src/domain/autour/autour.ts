import { additionner, type Effectif } from '../effectif.ts';
import { bornesAutour, contient } from '../geo/bornes.ts';
import { distanceKm, type Position } from '../geo/distance.ts';
import { dansLeRayon } from '../geo/rayon.ts';
import { trouverCentres } from './centres.ts';
import { type Choix, type Depart, type EtatCarte, poserValeurs, type TriCarte } from './etat.ts';
import { CLES_FACETTE_CARTE, type CleFacetteCarte, valeursDe } from './facettes.ts';
import type {
  CentreTechnique,
  CommuneDeLaCarte,
  ImplantationSituee,
  Lieux,
  OccurrenceDeCarte,
  OffreParSite,
  Precision,
} from './types.ts';

/** Au-delà de combien de rayons un site n’est plus même esquissé sur la carte. */
const HORIZON = 4;

/** Un site avec ses occurrences retenues ; `distance` en km, `null` sans point de départ. */
export interface SiteTrouve extends Effectif {
  readonly site: ImplantationSituee;
  readonly distance: number | null;
  readonly occurrences: readonly OccurrenceDeCarte[];
}

export interface CentreTrouve {
  readonly centre: CentreTechnique;
  readonly distance: number | null;
  /** Un filtre demande un autre secteur que les siens. */
  readonly autreSecteur?: true;
}

/** Le point de départ, tel qu’il est dans cette édition. */
export interface DepartSitue {
  readonly position: Position;
  readonly zone: number;
  readonly precision: Precision;
  readonly implantation: ImplantationSituee | null;
  /** La sienne, ou celle qui est choisie ; pour un lieu de la carte, celle dont le centre est le plus proche. */
  readonly commune: CommuneDeLaCarte | null;
  readonly estLieu: boolean;
}

export type ComptesDeCarte = Readonly<Record<CleFacetteCarte, ReadonlyMap<string, number>>>;

export interface SitesAutour {
  readonly depart: DepartSitue | null;
  /** L’implantation choisie et toute son offre ; elle ne compte pas parmi les sites trouvés. */
  readonly choisie: SiteTrouve | null;
  readonly sites: readonly SiteTrouve[];
  /** Quand le rayon est vide : le plus proche que les filtres retiennent, s’il y en a un. */
  readonly auDela: SiteTrouve | null;
  /** Ceux que les filtres retiennent un peu au-delà du rayon : de quoi situer, hors du compte. */
  readonly ailleurs: readonly ImplantationSituee[];
  readonly centres: readonly CentreTrouve[];
  /** Par filtre et par valeur, le nombre de sites du rayon que les autres filtres retiennent. */
  readonly comptes: ComptesDeCarte;
  /** Par type, le nombre de centres que les autres filtres retiennent. */
  readonly comptesCentres: ReadonlyMap<string, number>;
}

const laPlusProche = (communes: readonly CommuneDeLaCarte[], position: Position) =>
  communes.reduce<CommuneDeLaCarte | null>(
    (a, b) => (a && distanceKm(a, position) <= distanceKm(b, position) ? a : b),
    null,
  );

/** Les implantations de l’établissement qui porte ce numéro FASE. */
export const implantationsDe = (
  { implantations }: Pick<Lieux, 'implantations'>,
  fase: string,
): readonly ImplantationSituee[] =>
  implantations.filter(({ faseEtablissement }) => faseEtablissement === fase);

/** L’implantation de ce numéro, ou la seule de l’établissement qui le porte. */
function implantationDite(lieux: Lieux, fase: string): ImplantationSituee | null {
  const dite = lieux.implantations.find(({ id }) => id === fase);
  if (dite) return dite;
  const [seule, ...autres] = implantationsDe(lieux, fase);
  return seule && autres.length === 0 ? seule : null;
}

/** Retrouve le point de départ ; `null` s’il n’y en a pas ou si l’édition ne le connaît pas. */
export function situerDepart(lieux: Lieux, depart: Depart | null): DepartSitue | null {
  if (depart?.genre === 'implantation') {
    const implantation = implantationDite(lieux, depart.fase);
    if (!implantation) return null;
    const { zone, precision } = implantation;
    const commune = lieux.communes.find((une) => une.commune === implantation.commune) ?? null;
    return { position: implantation, zone, precision, implantation, commune, estLieu: false };
  }
  if (depart?.genre === 'lieu') {
    const commune = laPlusProche(lieux.communes, depart);
    const { zone } = commune ?? { zone: 0 };
    return {
      position: depart,
      zone,
      precision: 'adresse',
      implantation: null,
      commune,
      estLieu: true,
    };
  }
  const commune = lieux.communes.find(({ slug }) => slug === depart?.slug);
  if (!commune) return null;
  const { zone } = commune;
  return {
    position: commune,
    zone,
    precision: 'commune',
    implantation: null,
    commune,
    estLieu: false,
  };
}

type Actives = readonly {
  readonly cle: CleFacetteCarte;
  readonly permises: ReadonlySet<string>;
}[];

const actives = (choix: Choix): Actives =>
  CLES_FACETTE_CARTE.flatMap((cle) => {
    const valeurs = choix[cle];
    return valeurs ? [{ cle, permises: new Set(valeurs) }] : [];
  });

/** Une occurrence par ligne ; un site qui n’organise rien en a une, vide. */
const lignesDe = (
  offre: OffreParSite,
  site: ImplantationSituee,
): readonly (OccurrenceDeCarte | null)[] => offre.get(site.id) ?? [null];

const ecartent = (filtres: Actives, site: ImplantationSituee, ligne: OccurrenceDeCarte | null) =>
  filtres.filter(({ cle, permises }) => !valeursDe(cle, site, ligne).some((v) => permises.has(v)));

/** Le site et ses occurrences que tous les filtres gardent ; `null` s’il n’en reste rien. */
function retenir(
  filtres: Actives,
  offre: OffreParSite,
  site: ImplantationSituee,
  distance: number | null,
): SiteTrouve | null {
  const lignes = lignesDe(offre, site).filter((l) => ecartent(filtres, site, l).length === 0);
  if (lignes.length === 0) return null;
  const occurrences = lignes.filter((ligne) => ligne !== null);
  return { site, distance, occurrences, ...additionner(occurrences) };
}

const estRetenu = (filtres: Actives, offre: OffreParSite, site: ImplantationSituee): boolean =>
  filtres.length === 0 ||
  lignesDe(offre, site).some((ligne) => ecartent(filtres, site, ligne).length === 0);

function compter(
  filtres: Actives,
  offre: OffreParSite,
  sites: readonly ImplantationSituee[],
): ComptesDeCarte {
  const vides = () =>
    Object.fromEntries(CLES_FACETTE_CARTE.map((cle) => [cle, new Map<string, number>()])) as Record<
      CleFacetteCarte,
      Map<string, number>
    >;
  const comptes = vides();
  // Un site compte une fois par valeur : on retient le dernier qui l’a portée.
  const derniers = vides();
  for (const [i, site] of sites.entries()) {
    for (const ligne of lignesDe(offre, site)) {
      const refus = ecartent(filtres, site, ligne);
      if (refus.length > 1) continue;
      for (const cle of refus.length === 1 ? refus.map((r) => r.cle) : CLES_FACETTE_CARTE) {
        for (const valeur of valeursDe(cle, site, ligne)) {
          if (derniers[cle].get(valeur) === i) continue;
          derniers[cle].set(valeur, i);
          comptes[cle].set(valeur, (comptes[cle].get(valeur) ?? 0) + 1);
        }
      }
    }
  }
  return comptes;
}

function compterCentres(centres: readonly CentreTrouve[]): ReadonlyMap<string, number> {
  const comptes = new Map<string, number>();
  const siens = centres.filter(({ autreSecteur }) => !autreSecteur);
  for (const { centre } of siens) comptes.set(centre.type, (comptes.get(centre.type) ?? 0) + 1);
  return comptes;
}

const alphabetique = new Intl.Collator('fr');

/** Range les sites ; à clé égale, la distance puis le numéro FASE : l’ordre est total. */
export function ranger(sites: readonly SiteTrouve[], tri: TriCarte): readonly SiteTrouve[] {
  const parDistance = (a: SiteTrouve, b: SiteTrouve) =>
    (a.distance ?? 0) - (b.distance ?? 0) || (a.site.id < b.site.id ? -1 : 1);
  return sites.toSorted((a, b) => {
    if (tri === 'eleves-') return b.eleves - a.eleves || parDistance(a, b);
    if (tri === 'nom') {
      return alphabetique.compare(a.site.nom, b.site.nom) || parDistance(a, b);
    }
    return parDistance(a, b);
  });
}

/** Le site le plus proche que les filtres retiennent, à quelque distance que ce soit. */
function leSuivant(
  filtres: Actives,
  offre: OffreParSite,
  sites: readonly ImplantationSituee[],
  { position }: DepartSitue,
): SiteTrouve | null {
  const [proche] = sites
    .filter((site) => estRetenu(filtres, offre, site))
    .map((site) => ({ site, distance: distanceKm(position, site) }))
    .sort((a, b) => a.distance - b.distance);
  return proche ? retenir(filtres, offre, proche.site, proche.distance) : null;
}

/** Tout ce que la page montre pour un état : une seule source pour la liste et pour la carte. */
export function autour(lieux: Lieux, offre: OffreParSite, etat: EtatCarte): SitesAutour {
  const filtres = actives(etat.choix);
  const depart = situerDepart(lieux, etat.depart);
  const choisie = depart?.implantation ?? null;
  const autres = lieux.implantations.filter(({ id }) => id !== choisie?.id);
  const proches = depart
    ? dansLeRayon(autres, depart.position, etat.rayon)
    : autres.map((site) => ({ ...site, distance: null }));
  const horizon = depart && bornesAutour(depart.position, HORIZON * etat.rayon);
  const alentour = horizon ? autres.filter((site) => contient(horizon, site)) : [];
  const dedans = new Set(proches.map(({ id }) => id));
  const trouves = proches.flatMap(
    ({ distance, ...site }) => retenir(filtres, offre, site, distance) ?? [],
  );
  let comptes: ComptesDeCarte | undefined;
  let comptesCentres: ReadonlyMap<string, number> | undefined;
  return {
    depart,
    choisie: choisie && (retenir([], offre, choisie, 0) ?? null),
    sites: ranger(trouves, etat.tri),
    auDela: depart && trouves.length === 0 ? leSuivant(filtres, offre, autres, depart) : null,
    ailleurs: alentour.filter((site) => !dedans.has(site.id) && estRetenu(filtres, offre, site)),
    centres: trouverCentres(lieux, depart, etat),
    // Les comptes ne servent qu’aux filtres ouverts : ils attendent qu’on les lise.
    get comptes() {
      comptes ??= compter(filtres, offre, proches);
      return comptes;
    },
    get comptesCentres() {
      comptesCentres ??= compterCentres(
        trouverCentres(lieux, depart, poserValeurs(etat, 'centre', [])),
      );
      return comptesCentres;
    },
  };
}
