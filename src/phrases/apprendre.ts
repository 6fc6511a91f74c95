import type { Ecoles } from '../domain/autour/apprendre.ts';
import type { Voie } from '../domain/autour/souhait.ts';
import type { Organisation } from '../domain/autour/types.ts';
import { enKm } from './autour.ts';
import { enumerer } from './enumerer.ts';
import { compte } from './nombres.ts';
import { typographie } from './typographie.ts';

export const VOIES_EN_MOTS: Readonly<Record<Voie, string>> = {
  PE: 'À l’école (plein exercice)',
  ALT: 'École et entreprise (alternance)',
};

export const COMMENT: Readonly<Record<Organisation, string>> = {
  PE: 'à l’école',
  ALT: 'en alternance, école et entreprise',
  'PE-ALT': 'à l’école, ou en alternance avec une entreprise',
  art45: 'en alternance (article 45)',
  inconnue: 'à l’école ou en alternance : non connu',
};

/** « en 4e, 5e et 6e », « en 7e », ou ce que les textes n’en disent pas. */
export function anneesEnMots(annees: string | null): string {
  if (annees === null || annees === '') return 'années non dites par les textes';
  return `en ${enumerer(annees.split('-').map((annee) => `${annee}e`))}`;
}

/** Ce qui manque pour répondre en entier ; vide quand rien ne manque. */
export function noteDApprentissage(sansOffre: readonly number[], zones: number): string {
  if (sansOffre.length === 0) return '';
  return sansOffre.length === zones
    ? 'Cette édition ne connaît pas les formations des écoles : demandez-les à ces écoles.'
    : `Les formations de ${compte(sansOffre.length, 'zone')} sur ${zones} ne sont pas connues : d’autres écoles peuvent convenir.`;
}

interface Cherche {
  readonly q: string;
  readonly lieu: string;
  readonly rayon: number;
  readonly voie: Voie | null;
  /** L’offre des dix zones est connue : une absence y est vraie. */
  readonly complete: boolean;
}

const enVoie = (voie: Voie | null): string =>
  voie === null ? '' : voie === 'PE' ? ', en plein exercice' : ', en alternance';

/** « 5 écoles à 30 km ou moins de Namur, pour « coiffure ». » */
export function constatDApprentissage(
  { proches, audela }: Ecoles,
  { q, lieu, rayon, voie, complete }: Cherche,
): string {
  const quoi = `${q === '' ? '' : ` pour « ${q} »`}${enVoie(voie)}`;
  const ou = `à ${rayon} km ou moins de ${lieu}`;
  if (proches.length > 0) return typographie(`${compte(proches.length, 'école')} ${ou}${quoi}.`);
  const [premiere] = audela;
  const plusLoin = complete ? ' Ni plus loin, dans les dix zones.' : '';
  const proche = complete ? 'La plus proche' : 'La plus proche connue';
  const suite = premiere ? ` ${proche} est à ${enKm(premiere.distance, false)}.` : plusLoin;
  return typographie(`Aucune école connue ${ou}${quoi}.${suite}`);
}
