/** Ce qui commande un terminal, ou y écrit dans un autre ordre que celui du texte. */
const COMMANDES = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

const enCode = (signe: string): string => `\\u${signe.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Le texte sans un signe qui commande le terminal : `\u001b` s’écrit, il n’agit pas. */
export const neutraliser = (texte: string): string => texte.replace(COMMANDES, enCode);

/** Chaque ligne neutralisée : un rapport garde ses fins de ligne, et rien d’autre. */
const parLignes = (texte: string): string => texte.split('\n').map(neutraliser).join('\n');

/** Écrit un rapport sur la sortie ; aucune cellule n’y commande le terminal. */
export const dire = (texte: string): void => console.log(parLignes(texte));

/** Écrit une erreur ; aucune cellule n’y commande le terminal. */
export const crier = (texte: string): void => console.error(parLignes(texte));
