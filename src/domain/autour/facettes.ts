import { CLES_BESOIN, reponsesDuBesoin } from '../besoin.ts';
import { RESEAUX, TYPES_CENTRE } from '../tables/valeurs.ts';
import type { CleChoix } from './etat.ts';
import type { ImplantationSituee, Lieux, OccurrenceDeCarte } from './types.ts';

/** Un filtre porté par les sites et leurs occurrences ; les centres ont le leur. */
export type CleFacetteCarte = Exclude<CleChoix, 'centre'>;

type Valeur = (site: ImplantationSituee, occurrence: OccurrenceDeCarte | null) => readonly string[];

/** Le nom d’un réseau ou d’un caractère dans une adresse. */
export const valeurDAdresse = (texte: string): string =>
  texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '-');

/** Les réponses à « section qualifiante ? », telles qu’une adresse les écrit. */
export const QUALIFIANT = ['oui', 'non', 'non-connu'] as const;

const dire = (qualifiant: boolean | null): (typeof QUALIFIANT)[number] => {
  if (qualifiant === null) return 'non-connu';
  return qualifiant ? 'oui' : 'non';
};

/** L’édition marque des sites qualifiants, ou qui ne le sont pas : un registre d’écoles ne le dit pas. */
export const ditLesQualifiants = ({ implantations }: Pick<Lieux, 'implantations'>): boolean =>
  implantations.some(({ qualifiant }) => qualifiant !== null);

const VALEURS: Readonly<Record<CleFacetteCarte, Valeur>> = {
  option: (_, o) => (o ? [o.option.code, ...o.option.nouveaux] : []),
  secteur: (_, o) => (o ? [String(o.option.secteur)] : []),
  groupe: (_, o) => (o ? [String(o.option.groupe)] : []),
  caractere: ({ caractere }) => [valeurDAdresse(caractere)],
  filiere: (_, o) => (o && o.organisation !== 'inconnue' ? [o.organisation] : []),
  reseau: ({ reseau }) => [valeurDAdresse(reseau)],
  qualifiant: ({ qualifiant }) => [dire(qualifiant)],
  zone: ({ zone }) => [String(zone)],
  besoin: (_, o) => (o ? reponsesDuBesoin(o.besoin) : []),
  maintien: (_, o) => (o ? [o.maintien] : []),
};

export const CLES_FACETTE_CARTE = Object.keys(VALEURS) as readonly CleFacetteCarte[];

/** Les valeurs d’un filtre pour une occurrence, ou pour un site qui n’organise rien (`null`). */
export const valeursDe = (
  cle: CleFacetteCarte,
  site: ImplantationSituee,
  occurrence: OccurrenceDeCarte | null,
): readonly string[] => VALEURS[cle](site, occurrence);

const nombres = (valeurs: Iterable<number>): string[] =>
  [...new Set(valeurs)].sort((a, b) => a - b).map(String);

/** Les valeurs que chaque filtre peut prendre, dans l’ordre où elles s’affichent. */
export function connuesDe(lieux: Lieux): Readonly<Record<CleChoix, readonly string[]>> {
  const { options, implantations } = lieux;
  return {
    option: options.map(({ code }) => code),
    secteur: nombres(options.map(({ secteur }) => secteur)),
    groupe: nombres(options.map(({ groupe }) => groupe)),
    caractere: ['confessionnel', 'non-confessionnel'],
    filiere: ['PE', 'ALT', 'PE-ALT', 'art45'],
    reseau: RESEAUX.map(valeurDAdresse),
    qualifiant: ditLesQualifiants(lieux) ? QUALIFIANT : [],
    zone: nombres(implantations.map(({ zone }) => zone)),
    besoin: CLES_BESOIN,
    maintien: ['sous-norme', 'norme-atteinte', 'non-controlee'],
    centre: TYPES_CENTRE,
  };
}
