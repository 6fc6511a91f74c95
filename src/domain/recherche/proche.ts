import { distanceDeFrappe } from './distance.ts';
import { plat } from './texte.ts';

/** Au-delà, ce n’est plus un mot mal tapé. */
const LONGUEUR_MAX = 60;
const RETENUES_MAX = 5_000;

const retenues = new Map<string, string>();

/** Les mêmes valeurs connues reviennent à chaque faute. */
function retenir(connue: string): string {
  const deja = retenues.get(connue);
  if (deja !== undefined) return deja;
  if (retenues.size >= RETENUES_MAX) retenues.clear();
  const plate = plat(connue);
  retenues.set(connue, plate);
  return plate;
}

/**
 * La valeur connue la plus proche d’une valeur mal tapée, ou `null` si aucune ne ressemble assez.
 * Casse et accents ne comptent pas ; à distance égale, la première connue gagne.
 */
export function plusProche(valeur: string, connues: Iterable<string>): string | null {
  if (valeur.length > LONGUEUR_MAX) return null;
  const cherchee = plat(valeur);
  const limite = Math.max(1, Math.floor(cherchee.length / 3));
  let meilleure: string | null = null;
  let distance = limite + 1;
  for (const connue of connues) {
    const d = distanceDeFrappe(cherchee, retenir(connue), limite);
    if (d < distance) [meilleure, distance] = [connue, d];
  }
  return meilleure;
}
