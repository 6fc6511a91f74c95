import { plusProche } from '../../domain/recherche/proche.ts';

/** Au-delà, chercher la valeur la plus proche coûterait plus qu’il n’aide. */
const CARACTERES = 20;
const RECHERCHES = 20;

/**
 * Cherche la valeur connue la plus proche d’une valeur reçue : pour vingt valeurs différentes au
 * plus, de vingt caractères au plus.
 */
export function chercheur(connues: readonly string[]): (texte: string) => string | null {
  const trouvees = new Map<string, string | null>();
  return (texte) => {
    const trouvee = trouvees.get(texte);
    if (trouvee !== undefined) return trouvee;
    if (texte.length > CARACTERES || trouvees.size >= RECHERCHES) return null;
    const proche = plusProche(texte, connues);
    trouvees.set(texte, proche);
    return proche;
  };
}
