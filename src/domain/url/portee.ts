import { valeurDAdresse } from '../autour/facettes.ts';
import type { Caractere } from '../autour/types.ts';
import { CARACTERES } from '../tables/valeurs.ts';
import { Ignorees } from './ignorees.ts';

/** Ce que demande une adresse de « Où manque cette option ? ». */
export interface RechercheDePortee {
  /** Le code de l’option ; vide : aucune n’est choisie. */
  readonly option: string;
  readonly caractere: Caractere | null;
  /** La zone dont se lisent les communes ; `null` : les dix. */
  readonly zone: number | null;
}

/** Lit la partie `?…` de l’adresse, aux clés de la carte ; une valeur impossible est ignorée et dite. */
export function decodePortee(search: string): {
  readonly recherche: RechercheDePortee;
  readonly avis: readonly string[];
} {
  const parametres = new URLSearchParams(search);
  const ignorees = new Ignorees();
  const lire = <T>(cle: string, comprendre: (texte: string) => T | null): T | null => {
    const texte = parametres.get(cle)?.trim();
    if (!texte) return null;
    const lu = comprendre(texte);
    if (lu === null) ignorees.ajouter(cle, texte);
    return lu;
  };
  const recherche: RechercheDePortee = {
    option: lire('option', (texte) => (/^\d{4}$/.test(texte) ? texte : null)) ?? '',
    caractere: lire(
      'caractere',
      (texte) => CARACTERES.find((c) => valeurDAdresse(c) === texte) ?? null,
    ),
    zone: lire('zone', (texte) => (/^([1-9]|10)$/.test(texte) ? Number(texte) : null)),
  };
  return { recherche, avis: ignorees.avis };
}

/** Écrit une recherche dans une adresse, valeurs par défaut omises : la chaîne vide, ou `?…`. */
export function encodePortee({ option, caractere, zone }: RechercheDePortee): string {
  const parametres = new URLSearchParams();
  if (option) parametres.set('option', option);
  if (caractere) parametres.set('caractere', valeurDAdresse(caractere));
  if (zone !== null) parametres.set('zone', String(zone));
  return parametres.size > 0 ? `?${parametres}` : '';
}
