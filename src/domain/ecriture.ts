const ENTIER = new Intl.NumberFormat('fr-BE');

/** Un nombre comme on l’écrit en français : `3 240`, avec une espace fine insécable. */
export const nombre = (n: number): string => ENTIER.format(n);

/**
 * Un nombre et son nom accordé : `1 ligne`, `3 240 lignes`.
 * @param pluriel par défaut, le singulier et un « s »
 */
export const compte = (n: number, singulier: string, pluriel = `${singulier}s`): string =>
  `${nombre(n)}\u00a0${n >= 2 ? pluriel : singulier}`;

/** Un texte dont les signes doubles et les guillemets ne se détachent plus de leur mot. */
export const typographie = (texte: string): string =>
  texte
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')
    .replace(/ ([;!?])/g, '\u202f$1')
    .replace(/ :/g, '\u00a0:');
