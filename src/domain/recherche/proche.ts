import { distanceDeFrappe } from './distance.ts';
import { plat } from './texte.ts';

/**
 * La valeur connue la plus proche d’une valeur mal tapée, ou `null` si aucune ne ressemble assez.
 * Casse et accents ne comptent pas ; à distance égale, la première connue gagne.
 */
export function plusProche(valeur: string, connues: Iterable<string>): string | null {
  const cherchee = plat(valeur);
  const limite = Math.max(1, Math.floor(cherchee.length / 3));
  let meilleure: string | null = null;
  let distance = limite + 1;
  for (const connue of connues) {
    const d = distanceDeFrappe(cherchee, plat(connue), limite);
    if (d < distance) [meilleure, distance] = [connue, d];
  }
  return meilleure;
}
