import { type Depart, lireLieu } from '../autour/etat.ts';
import {
  RAYON_D_APPRENTISSAGE,
  RAYONS,
  type Souhait,
  VOIES,
  type Voie,
} from '../autour/souhait.ts';
import { Ignorees } from './ignorees.ts';

/** Ce que demande une adresse de « Où apprendre un métier ? ». */
export interface RechercheDeParent extends Omit<Souhait, 'codes'> {
  /** Le métier, tel qu’il est tapé. */
  readonly q: string;
  /** Les codes d’une des formations trouvées ; vide : toutes. */
  readonly option: readonly string[];
  readonly depart: Depart | null;
}

const TEXTE_MAX = 200;
const NOM_MAX = 80;

/**
 * Lit la partie `?…` de l’adresse, aux mêmes clés que la carte. Une valeur impossible est ignorée,
 * avec une phrase.
 */
export function decodeApprendre(search: string): {
  readonly recherche: RechercheDeParent;
  readonly avis: readonly string[];
} {
  const parametres = new URLSearchParams(search);
  const ignorees = new Ignorees();
  const lire = <T>(cle: string, comprendre: (texte: string) => T | null, defaut: T): T => {
    const texte = parametres.get(cle);
    if (texte === null) return defaut;
    const lu = comprendre(texte.trim());
    if (lu === null) ignorees.ajouter(cle, texte);
    return lu ?? defaut;
  };
  const commune = lire<Depart | null>(
    'commune',
    (slug) =>
      slug !== '' && slug.length <= NOM_MAX ? { genre: 'commune', slug: slug.toLowerCase() } : null,
    null,
  );
  const recherche: RechercheDeParent = {
    q: (parametres.get('q') ?? '').slice(0, TEXTE_MAX),
    option: lire(
      'option',
      (codes) => (/^\d{4}(,\d{4})*$/.test(codes) ? codes.split(',') : null),
      [],
    ),
    depart: commune ?? lire<Depart | null>('lieu', lireLieu, null),
    voie: lire<Voie | null>(
      'filiere',
      (texte) => VOIES.find((voie) => voie === texte.toUpperCase()) ?? null,
      null,
    ),
    rayon: lire(
      'rayon',
      (texte) => RAYONS.find((km) => String(km) === texte) ?? null,
      RAYON_D_APPRENTISSAGE as number,
    ),
  };
  return { recherche, avis: ignorees.avis };
}

/** Écrit une recherche dans une adresse, valeurs par défaut omises : la chaîne vide, ou `?…`. */
export function encodeApprendre({ q, option, depart, voie, rayon }: RechercheDeParent): string {
  const parametres = new URLSearchParams();
  if (q !== '') parametres.set('q', q);
  if (option.length > 0) parametres.set('option', option.join(','));
  if (depart?.genre === 'commune') parametres.set('commune', depart.slug);
  if (depart?.genre === 'lieu') parametres.set('lieu', `${depart.lat},${depart.lon}`);
  if (voie) parametres.set('filiere', voie);
  if (rayon !== RAYON_D_APPRENTISSAGE) parametres.set('rayon', String(rayon));
  return parametres.size > 0 ? `?${parametres}`.replaceAll('%2C', ',') : '';
}
