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

/** Les mots d’un texte, sans casse ni accents. */
export const enMots = (texte: string): readonly string[] => plat(texte).split(' ').filter(Boolean);

/** Tous les mots d’un texte, et ses mots composés aussi en un seul : « La Louvière » garde « la ». */
export function tousLesMots(texte: string): readonly string[] {
  const composes = texte
    .split(/[\s/(),:]+/)
    .filter((morceau) => morceau.includes('-'))
    .map((morceau) => enMots(morceau).join(''));
  return [...enMots(texte), ...composes];
}

const SAINTS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte' };

/**
 * Chaque mot cherché commence-t-il un des mots lus ? Les deux sont déjà sans casse ni accents ;
 * « st » et « ste » valent aussi « saint » et « sainte ».
 */
export const commencent = (cherches: readonly string[], lus: readonly string[]): boolean =>
  cherches.every((cherche) => lus.some((lu) => lu.startsWith(cherche) || lu === SAINTS[cherche]));
