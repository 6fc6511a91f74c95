/**
 * Les distances de `a` à chaque début de `b`, de la longueur 0 à la longueur entière
 * (Damerau-Levenshtein : insertions, oublis, remplacements, échanges voisins).
 * @returns `null` dès que toutes passeraient la limite
 */
function distancesAuxDebuts(a: string, b: string, limite: number): readonly number[] | null {
  let avant: number[] = [];
  let ligne: number[] = [];
  for (let j = 0; j <= b.length; j++) ligne.push(j);
  for (let i = 1; i <= a.length; i++) {
    const suivante = [i];
    let minimum = i;
    for (let j = 1; j <= b.length; j++) {
      const cout = a[i - 1] === b[j - 1] ? 0 : 1;
      let valeur = Math.min(
        (ligne[j] ?? 0) + 1,
        (suivante[j - 1] ?? 0) + 1,
        (ligne[j - 1] ?? 0) + cout,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        valeur = Math.min(valeur, (avant[j - 2] ?? 0) + 1);
      }
      suivante.push(valeur);
      if (valeur < minimum) minimum = valeur;
    }
    if (minimum > limite) return null;
    avant = ligne;
    ligne = suivante;
  }
  return ligne;
}

/**
 * Distance de Damerau-Levenshtein (insertions, oublis, remplacements, échanges voisins).
 * @param limite au-delà, rend `limite + 1` sans finir le calcul
 */
export function distanceDeFrappe(a: string, b: string, limite = 3): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limite) return limite + 1;
  return distancesAuxDebuts(a, b, limite)?.[b.length] ?? limite + 1;
}

/**
 * La distance d’un mot en cours de frappe au début le plus proche d’un mot entier.
 * @param limite au-delà, rend `limite + 1`
 */
export function distanceAuDebut(debut: string, mot: string, limite: number): number {
  if (debut.length - mot.length > limite) return limite + 1;
  const utile = mot.slice(0, debut.length + limite);
  return Math.min(limite + 1, ...(distancesAuxDebuts(debut, utile, limite) ?? []));
}
