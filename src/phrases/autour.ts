import type {
  CentreTrouve,
  DepartSitue,
  SitesAutour,
  SiteTrouve,
} from '../domain/autour/autour.ts';
import type { EtatCarte } from '../domain/autour/etat.ts';
import type { ImplantationSituee, Lieux, Organisation } from '../domain/autour/types.ts';
import { sousAncienCode } from './anciens.ts';
import { enumerer } from './enumerer.ts';
import { compte, decimal, entier } from './nombres.ts';
import { deLaZone, deNom } from './zones/noms.ts';

const ESPACE = '\u00a0';

/** « 6,2 km » ; « environ 6 km » quand la position est celle d’une commune. */
export function enKm(km: number, exacte: boolean): string {
  if (exacte) return `${decimal(km)}${ESPACE}km`;
  return km < 1 ? `environ 1${ESPACE}km` : `environ ${Math.round(km)}${ESPACE}km`;
}

const estExacte = (depart: DepartSitue | null): boolean => depart?.precision === 'adresse';

/** La distance d’un site au point de départ, à la précision des deux positions. */
export const distanceDuSite = (depart: DepartSitue | null, { site, distance }: SiteTrouve) =>
  distance === null ? null : enKm(distance, estExacte(depart) && site.precision === 'adresse');

/** La distance d’un centre, ou ce que l’on sait de sa position. */
export function distanceDuCentre(
  depart: DepartSitue | null,
  { centre, distance }: CentreTrouve,
): string {
  if (distance !== null) return enKm(distance, estExacte(depart) && centre.precision === 'adresse');
  if (centre.precision === 'region') return 'dans la région';
  return centre.precision === 'inconnue' ? 'position inconnue' : '';
}

/** Ce qu’on peut dire d’un site dont l’offre n’est pas publiée. */
export const offreNonPubliee = ({ qualifiant }: Pick<ImplantationSituee, 'qualifiant'>): string => {
  if (qualifiant === null) return 'offre non publiée';
  return qualifiant ? 'section qualifiante, offre non publiée' : 'sans section qualifiante';
};

export const ORGANISATIONS: Readonly<Record<Organisation, string>> = {
  PE: 'plein exercice',
  ALT: 'alternance',
  'PE-ALT': 'plein exercice et alternance',
  art45: 'article 45',
  inconnue: 'mode non connu',
};

// Sans point de départ, la phrase nomme les zones : elles n’y sont pas un filtre de plus.
const lesFiltres = ({ choix, depart }: EtatCarte): number =>
  Object.keys(choix).filter(
    (cle) => cle !== 'centre' && cle !== 'option' && (cle !== 'zone' || depart !== null),
  ).length;

/** « , dont 4 sous l’ancien code 2410 » : ce que les sites trouvés doivent aux anciens codes. */
function sousUnAncien(code: string, sites: readonly SiteTrouve[]): string {
  const codesDe = ({ occurrences }: SiteTrouve) => occurrences.map(({ option }) => option.code);
  const anciens = [...new Set(sites.flatMap(codesDe))].filter((un) => un !== code).sort();
  const dont = sousAncienCode({
    occurrences: sites.length,
    sous_ancien_code: sites.filter((site) => !codesDe(site).includes(code)).length,
    anciens: anciens.join(' ') || null,
  });
  return dont ? `, ${dont}` : '';
}

/** Une incise ouverte par une virgule se ferme par une autre. */
const fermer = (incise: string): string => (incise ? `${incise},` : '');

function sujet(etat: EtatCarte, { options }: Lieux, sites: readonly SiteTrouve[]): string {
  const codes = etat.choix.option ?? [];
  const [code = ''] = codes;
  const une = options.find((option) => option.code === code);
  const seul = etat.anciens ? '' : ', anciens codes non comptés';
  const filtres = `${seul}${lesFiltres(etat) > 0 ? ', filtres appliqués' : ''}`;
  if (codes.length === 1 && une) {
    const incise = `${sousUnAncien(code, sites)}${filtres}`;
    return ` organise{nt} l’option ${code} ${une.intitule}${fermer(incise)}`;
  }
  if (codes.length > 1) {
    return ` organise{nt} une des ${codes.length} options choisies${fermer(filtres)}`;
  }
  return lesFiltres(etat) > 0 ? ' selon vos filtres' : '';
}

function dontVotreCaractere({ choisie, depart, sites }: SitesAutour): string {
  if (!choisie || sites.length === 0) return '';
  const { caractere } = choisie.site;
  const memes = sites.filter(({ site }) => site.caractere === caractere);
  const proche = memes.reduce<SiteTrouve | null>(
    (a, b) => (a && (a.distance ?? 0) <= (b.distance ?? 0) ? a : b),
    null,
  );
  const [total, nombre] = [sites.length, memes.length];
  if (!proche) return total === 1 ? ', d’un autre caractère' : ', aucune de votre caractère';
  const dont = nombre < total ? `dont ${entier(nombre)} ` : total > 1 ? 'toutes ' : '';
  const km = distanceDuSite(depart, proche);
  return `, ${dont}de votre caractère, ${nombre > 1 ? 'la plus proche ' : ''}à ${km}`;
}

const duLieu = ({ commune, estLieu }: DepartSitue): string => {
  const nom = deNom(commune?.commune ?? '');
  return estLieu ? `du point choisi, près ${nom}` : `du centre ${nom}`;
};

/** Le nom du point de départ, comme on l’écrit dans son champ et en tête d’une impression. */
export function nomDuDepart(depart: DepartSitue | null): string {
  const { implantation, commune, estLieu = false } = depart ?? {};
  if (implantation) return implantation.nom;
  return estLieu ? `Point choisi, près de ${commune?.commune}` : (commune?.commune ?? '');
}

export interface ZoneNommee {
  readonly zone: number;
  readonly nom: string;
  /** Les années scolaires dont l’offre n’y est pas connue. */
  readonly sansOffre?: readonly string[];
  /** Celles où l’année d’étude ou le mode des élèves n’est pas connu, ou rien. */
  readonly sansDetail?: readonly string[];
}

const ZONES_NOMMEES = 3;

function dansLesZones({ choix }: EtatCarte, zones: readonly ZoneNommee[]): string {
  const choisies = choix.zone ?? [];
  if (choisies.length === 0) return 'dans les dix zones';
  const noms = zones
    .filter(({ zone }) => choisies.includes(String(zone)))
    .map(({ nom }) => deLaZone(nom));
  if (noms.length < choisies.length || noms.length > ZONES_NOMMEES) {
    return choisies.length > 1 ? `dans ${choisies.length} zones` : 'dans une zone';
  }
  return `dans ${noms.length > 1 ? 'les zones' : 'la zone'} ${enumerer(noms)}`;
}

/**
 * La phrase au-dessus de la liste : combien d’implantations, où, selon quoi. Sans préfixe.
 * @param zones leurs noms, pour dire celles que le visiteur a choisies
 */
export function constatAutour(
  lieux: Lieux,
  etat: EtatCarte,
  resultat: SitesAutour,
  zones: readonly ZoneNommee[] = [],
): string {
  const { depart, sites } = resultat;
  const n = sites.length;
  const quoi = sujet(etat, lieux, sites).replace('{nt}', n > 1 ? 'nt' : '');
  if (!depart) return `${compte(n, 'implantation')}${quoi} ${dansLesZones(etat, zones)}.`;
  const lieu = depart.implantation ? '' : ` ${duLieu(depart)}`;
  const ou = ` à ${entier(etat.rayon)}${ESPACE}km ou moins${lieu}`;
  if (n === 0)
    return `aucune implantation${quoi.replace(/^ organise /, ' n’organise ')}${ou}${plusLoin(resultat)}.`;
  return `${compte(n, 'implantation')}${quoi}${ou}${dontVotreCaractere(resultat)}.`;
}

/** « ; la plus proche est Mons · 9-004, à 14,2 km » : ce qui suit un rayon vide. */
function plusLoin({ depart, auDela }: SitesAutour): string {
  if (!auDela) return '';
  const { nom, commune } = auDela.site;
  const situe = nom.includes(commune) ? nom : `${nom} (${commune})`;
  return ` ; la plus proche est ${situe}, à ${distanceDuSite(depart, auDela)}`;
}

/**
 * Les autres implantations autour de l’une d’elles, et combien sont de son caractère.
 * @param rayon en kilomètres
 */
export const constatAlentour = (total: number, memes: number, rayon: number): string =>
  total === 0
    ? `Aucune autre implantation à ${rayon} km ou moins.`
    : `${compte(total, 'implantation')} à ${rayon} km ou moins, dont ${memes === 0 ? 'aucune' : entier(memes)} de même caractère.`;
