/** Les en-têtes de sécurité que tout hébergement doit ajouter à la CSP des pages. */
export const ENTETES: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Un fichier dont le nom porte l’empreinte de son contenu : il ne changera jamais. */
export const EMPREINTE = /\/_astro\/|\.[0-9a-f]{10}\.(parquet|json)$/;

export const IMMUABLE = 'public, max-age=31536000, immutable';
export const A_REVALIDER = 'no-cache';

/** Les types que les serveurs ne connaissent pas toujours. */
export const TYPES: Readonly<Record<string, string>> = {
  wasm: 'application/wasm',
  parquet: 'application/vnd.apache.parquet',
  webmanifest: 'application/manifest+json',
};

/** La durée de cache d’un chemin, d’après son nom. */
export const dureeDeCache = (chemin: string): string =>
  EMPREINTE.test(chemin) ? IMMUABLE : A_REVALIDER;
