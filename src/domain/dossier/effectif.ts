/** Le plus grand effectif d’une option que l’on peut saisir. */
export const EFFECTIF_MAX = 9999;

/** Ce qui empêche de lire un effectif, tapé ou lu dans un fichier ; `null` : rien. */
export function fauteDeLEffectif(nombre: string, max: number): string | null {
  if (/^\d+$/.test(nombre)) return Number(nombre) > max ? `dépasse ${max}` : null;
  return /^-\d+$/.test(nombre) ? 'est négatif' : 'n’est pas un nombre entier';
}
