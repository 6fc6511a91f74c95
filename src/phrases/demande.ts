import type { DepartSitue } from '../domain/autour/autour.ts';
import type { DegreDemande, FaitsDemande, SiteDuDegre } from '../domain/autour/demande.ts';
import type { ReglesDeLaCarte } from '../domain/autour/regles.ts';
import type { ClasseDeCommune, Densite } from '../domain/normes/distance.ts';
import { normeDOuverture } from '../domain/normes/ouverture.ts';
import { enKm } from './autour.ts';
import { compte, entier } from './nombres.ts';
import { DENSITE_EN_MOTS } from './regles.ts';

/** Une distance à un site, à la précision des deux positions. */
export const kmVers = (
  depart: DepartSitue,
  { site, distance }: Pick<SiteDuDegre, 'site' | 'distance'>,
): string => enKm(distance, depart.precision === 'adresse' && site.precision === 'adresse');

/** Ce que l’on trouverait autour, en une phrase sans préfixe. */
export function constatDemande(
  { dansLeCercle, ici, option }: FaitsDemande,
  depart: DepartSitue,
): string {
  const { confessionnel: c, 'non confessionnel': n } = dansLeCercle;
  const sien = depart.implantation?.caractere;
  const ancien =
    ici && ici.option.code !== option.code ? `, sous l’ancien code ${ici.option.code}` : '';
  const deja = ici ? `votre implantation organise déjà cette option${ancien} ; ` : '';
  if (c + n === 0) return `${deja}aucune autre occurrence à 10 km ou moins.`;
  const dont = sien
    ? `dont ${dansLeCercle[sien] === 0 ? 'aucune' : entier(dansLeCercle[sien])} de votre caractère`
    : `dont ${entier(c)} de caractère confessionnel`;
  return `${deja}${compte(c + n, deja ? 'autre occurrence' : 'occurrence', deja ? 'autres occurrences' : 'occurrences')} à 10 km ou moins, ${dont}.`;
}

export const DEGRES_EN_MOTS = { D2: '2e degré', D3: '3e degré' } as const;

export interface NormeDuLieu {
  /** « commune rurale », ou toutes si la norme n’en dépend pas. */
  readonly ou: string;
  readonly eleves: number | null;
  readonly motif: string;
  readonly reference: string;
}

/**
 * La norme d’ouverture du degré, dans la commune si sa densité est sûre, sinon selon la densité.
 * @param commune sa classe ; `null` : le lieu n’en désigne aucune
 * @param km jusqu’à l’établissement du même caractère ; `null` : aucun ne l’organise, ce que le texte
 * n’envisage pas : la plus longue distance
 */
export function normesDuLieu(
  { creation, densites }: ReglesDeLaCarte,
  { degre, forme }: DegreDemande,
  km: number | null,
  commune: ClasseDeCommune | null = null,
): readonly NormeDuLieu[] {
  const possibles = densites.filter(({ densite }) => densite === (commune?.densite ?? densite));
  const lignes = possibles.map(({ densite }): NormeDuLieu => {
    const norme = normeDOuverture(creation, densites, {
      annee: degre === 'D2' ? 3 : 5,
      forme,
      densite: densite as Densite,
      km: km ?? Number.POSITIVE_INFINITY,
    });
    return {
      ou: `commune ${DENSITE_EN_MOTS[densite] ?? densite}`,
      eleves: norme.genre === 'valeur' ? norme.valeur : null,
      motif: norme.motif,
      reference: norme.reference,
    };
  });
  const [premiere] = lignes;
  const toutes = lignes.length > 1 && lignes.every(({ eleves }) => eleves === premiere?.eleves);
  return premiere && toutes
    ? [{ ...premiere, ou: 'quelle que soit la densité', motif: '' }]
    : lignes;
}

/** D’où vient la densité que la norme lit, ou pourquoi aucune n’est retenue. */
export function densiteDite(commune: ClasseDeCommune | null): string {
  const { intitule, sure } = commune ?? { intitule: '', sure: null };
  if (commune === null || sure === null) {
    return 'La densité est celle du recensement publié le 1er octobre 2001 : celle de ce lieu n’est pas connue ici.';
  }
  return sure
    ? `${commune.commune} était une ${intitule} au recensement publié le 1er octobre 2001, d’après notre estimation : vérifiez-la avant de demander.`
    : `La densité de ${commune.commune} au recensement publié le 1er octobre 2001 est à vérifier : d’après notre estimation, elle touche à une borne.`;
}

/** « à plus de 12 km, sans dépasser 20 km », d’après les seuils du texte. */
export function face(km: number, { densites }: ReglesDeLaCarte): string {
  const seuils = [...new Set(densites.flatMap((d) => [d.km_caractere, d.km_longue]))].sort(
    (a, b) => a - b,
  );
  const passes = seuils.filter((seuil) => km > seuil);
  const suivant = seuils[passes.length];
  const dernier = passes.at(-1);
  if (dernier === undefined) return `sous les ${suivant} km`;
  return suivant === undefined ? `à plus de ${dernier} km` : `entre ${dernier} et ${suivant} km`;
}
