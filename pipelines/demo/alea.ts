/** Une suite de tirages reproductible : la même graine donne toujours les mêmes valeurs. */
export interface Alea {
  /** Un réel de [0, 1[. */
  reel(): number;
  /** Un entier de [0, n[. */
  entier(n: number): number;
  /** Un réel centré réduit, borné à ±6. */
  normale(): number;
  /** Vrai avec la probabilité donnée. */
  chance(probabilite: number): boolean;
  /** Un élément de la liste, en proportion des poids s’ils sont donnés. */
  choix<T>(liste: readonly T[], poids?: readonly number[]): T;
}

/** Quatre entiers de 32 bits tirés d’un texte (FNV-1a, quatre départs). */
function graines(texte: string): [number, number, number, number] {
  const une = (depart: number): number => {
    let h = 2166136261 ^ depart;
    for (const lettre of texte) h = Math.imul(h ^ (lettre.codePointAt(0) ?? 0), 16777619);
    return h >>> 0;
  };
  return [une(1), une(2), une(3), une(4)];
}

/**
 * Le générateur sfc32 (Chris Doty-Humphrey). Chaque sujet a sa graine : retoucher un tirage n’en
 * décale pas un autre. La normale est une somme de douze uniformes : aucun sinus, aucun
 * logarithme, donc les mêmes bits sur toute machine.
 * @param graine texte libre, par exemple `oad-1:metiers`
 */
export function creerAlea(graine: string): Alea {
  let [a, b, c, d] = graines(graine);
  const reel = (): number => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) reel();
  const choix = <T>(liste: readonly T[], poids: readonly number[] = liste.map(() => 1)): T => {
    let reste = reel() * poids.reduce((somme, p) => somme + p, 0);
    const place = poids.findIndex((p) => {
      reste -= p;
      return reste < 0;
    });
    const trouve = liste.at(place);
    if (trouve === undefined) throw new RangeError(`choix dans une liste vide (${graine})`);
    return trouve;
  };
  return {
    reel,
    entier: (n) => Math.floor(reel() * n),
    normale: () => Array.from({ length: 12 }, reel).reduce((somme, x) => somme + x, -6),
    chance: (probabilite) => reel() < probabilite,
    choix,
  };
}
