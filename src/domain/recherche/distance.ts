/**
 * Distance de Damerau-Levenshtein (insertions, oublis, remplacements, échanges voisins).
 * @param limite au-delà, rend `limite + 1` sans finir le calcul
 */
export function distanceDeFrappe(a: string, b: string, limite = 3): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limite) return limite + 1;
  let avant: number[] = [];
  let ligne = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const suivante = [i];
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
    }
    if (Math.min(...suivante) > limite) return limite + 1;
    avant = ligne;
    ligne = suivante;
  }
  return ligne[b.length] ?? 0;
}
