const CLE = 'sql';

/** Au-delà, un navigateur ou une messagerie couperait l’adresse. */
const AU_PLUS = 8000;

/** Écrit une requête après le `#` d’une adresse : elle n’est pas envoyée au serveur. */
export const encodeSql = (texte: string): string => `#${CLE}=${encodeURIComponent(texte)}`;

/** L’adresse peut-elle la porter ? */
export const tientDansLAdresse = (texte: string): boolean => encodeSql(texte).length <= AU_PLUS;

/** La requête que porte la partie `#…` d’une adresse ; `null` s’il n’y en a pas. */
export function decodeSql(hash: string): string | null {
  const prefixe = `#${CLE}=`;
  if (!hash.startsWith(prefixe)) return null;
  try {
    return decodeURIComponent(hash.slice(prefixe.length));
  } catch {
    return null;
  }
}
