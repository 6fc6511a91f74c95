/** Un texte sans casse ni accents, où tout ce qui n’est ni lettre ni chiffre devient une espace. */
export const plat = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9²]+/g, ' ')
    .trim();
