import type { SitesAutour } from '../domain/autour/autour.ts';
import type { EtatCarte } from '../domain/autour/etat.ts';
import type { Lieux } from '../domain/autour/types.ts';
import { constatAutour, type ZoneNommee } from './autour.ts';
import { compte } from './nombres.ts';

const DE_L_OFFRE = ['option', 'secteur', 'groupe', 'filiere', 'besoin', 'maintien'] as const;

/** Un filtre au moins porte sur ce qui est organisé, et pas sur l’école seule. */
const chercheLOffre = ({ choix }: EtatCarte): boolean =>
  DE_L_OFFRE.some((cle) => (choix[cle] ?? []).length > 0);

/** Les zones dont l’offre n’est pas connue une année scolaire. */
export const zonesSansOffre = (
  zones: readonly ZoneNommee[],
  annee: string,
  quoi: 'sansOffre' | 'sansDetail' = 'sansOffre',
): ReadonlySet<number> =>
  new Set(zones.flatMap((une) => (une[quoi]?.includes(annee) ? [une.zone] : [])));

/**
 * Ce qu’une recherche sur l’offre ne peut pas trouver là où l’offre n’est pas connue ; vide quand
 * rien n’y manque.
 * @param qualifiantsDits l’édition dit, de certaines implantations, si elles ont une section qualifiante
 */
export function noteDOffre(
  etat: EtatCarte,
  zones: readonly ZoneNommee[],
  annee: string,
  qualifiantsDits = false,
): string {
  const sans = zonesSansOffre(zones, annee);
  if (sans.size === 0) return '';
  const cherchee = chercheLOffre(etat);
  if (sans.size === zones.length) {
    return cherchee
      ? 'L’offre n’est pas publiée : qui organise une option ne s’y cherche pas.'
      : `Leur offre n’est pas publiée : le registre ${qualifiantsDits ? 'n’est pas une liste de sites qualifiants, l’édition n’en marque que certains' : 'ne dit pas lesquelles sont qualifiantes'}.`;
  }
  const ou = `L’offre de ${compte(sans.size, 'zone')} sur ${zones.length} n’est pas publiée`;
  return cherchee ? `${ou} : d’autres peuvent l’organiser.` : `${ou}.`;
}

interface Trouve {
  readonly lieux: Lieux | null;
  readonly etat: EtatCarte;
  readonly resultat: SitesAutour | null;
  readonly zones: readonly ZoneNommee[];
  readonly annee: string;
  readonly qualifiantsDits: boolean;
}

/**
 * Ce que la carte a trouvé, et ce que l’offre inconnue l’empêche de trouver.
 * @param accueil la phrase de la page avant tout choix
 */
export function constatDeLaCarte(
  { lieux, etat, resultat, zones, annee, qualifiantsDits }: Trouve,
  accueil: string,
): string {
  const note = noteDOffre(etat, zones, annee, qualifiantsDits);
  const partout = zonesSansOffre(zones, annee).size === zones.length;
  if (partout && chercheLOffre(etat)) return note;
  const trouve = lieux && resultat ? constatAutour(lieux, etat, resultat, zones) : accueil;
  return [trouve, note].filter(Boolean).join(' ');
}
