/** Une marque de la carte ; sa forme la dit autant que sa couleur. */
export const GENRES_MARQUE = [
  'confessionnel',
  'non-confessionnel',
  'CTA',
  'CDC',
  'CDR',
  'PFE',
  'CPU',
  'etoile',
] as const;
export type GenreMarque = (typeof GENRES_MARQUE)[number];

const POINTES = 5;

function etoile(grand: number, petit: number): string {
  const points = Array.from({ length: 2 * POINTES }, (_, i) => {
    const rayon = i % 2 === 0 ? grand : petit;
    const angle = (Math.PI * i) / POINTES;
    return `${(rayon * Math.sin(angle)).toFixed(2)} ${(-rayon * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}

const HEXAGONE = 'M-9 0L-4.5-7.8H4.5L9 0L4.5 7.8H-4.5Z';

/** Le contour de chaque marque, en pixels autour de (0, 0) : un `d` de `path`. */
export const FORMES_DE_MARQUE: Readonly<Record<GenreMarque, string>> = {
  confessionnel: 'M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0Z',
  'non-confessionnel': 'M-5.8-5.8H5.8V5.8H-5.8Z',
  CTA: HEXAGONE,
  CDC: HEXAGONE,
  CDR: HEXAGONE,
  PFE: HEXAGONE,
  CPU: 'M0-8L8 6.5H-8Z',
  etoile: etoile(17, 7.4),
};

/** La lettre qui distingue les centres entre eux. */
export const LETTRES: Readonly<Partial<Record<GenreMarque, string>>> = {
  CTA: 'T',
  CDC: 'C',
  CDR: 'R',
  PFE: 'P',
};

/** Le jeton de couleur (CSS) de chaque marque. */
export const JETONS: Readonly<Record<GenreMarque, string>> = {
  confessionnel: '--confessionnel',
  'non-confessionnel': '--non-confessionnel',
  CTA: '--centre',
  CDC: '--centre',
  CDR: '--centre',
  PFE: '--centre',
  CPU: '--encre-2',
  etoile: '--encre',
};
