/**
 * Répartit un total entier en proportion de poids (méthode des plus forts restes).
 * @param total entier ≥ 0
 * @param poids réels ≥ 0, de somme > 0 si le total dépasse les minimums
 * @param minimum ce que reçoit chaque poids non nul, si le total y suffit
 * @returns des entiers dont la somme est le total
 */
export function repartir(total: number, poids: readonly number[], minimum = 0): number[] {
  const servis = poids.filter((p) => p > 0).length;
  const socle = servis * minimum <= total ? minimum : 0;
  const libre = total - servis * socle;
  const somme = poids.reduce((s, p) => s + p, 0);
  const parts = poids.map((p) => (somme > 0 ? (libre * p) / somme : 0));
  const entiers = parts.map((part, i) => Math.floor(part) + ((poids[i] ?? 0) > 0 ? socle : 0));
  const manque = total - entiers.reduce((s, n) => s + n, 0);
  const restes = parts
    .map((part, i) => ({ i, reste: part - Math.floor(part) }))
    .sort((x, y) => y.reste - x.reste || x.i - y.i);
  for (const { i } of restes.slice(0, manque)) entiers[i] = (entiers[i] ?? 0) + 1;
  return entiers;
}

/**
 * Cherche par dichotomie le réglage qui amène une mesure croissante à sa cible.
 * @returns un réel de [bas, haut]
 */
export function regler(
  mesure: (x: number) => number,
  cible: number,
  bas: number,
  haut: number,
): number {
  let [a, b] = [bas, haut];
  for (let i = 0; i < 24; i++) {
    const milieu = (a + b) / 2;
    if (mesure(milieu) < cible) a = milieu;
    else b = milieu;
  }
  return (a + b) / 2;
}

export const somme = (nombres: Iterable<number>): number => {
  let total = 0;
  for (const n of nombres) total += n;
  return total;
};
