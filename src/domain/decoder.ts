/** Un texte lu, et l’encodage dont il venait. */
export interface TexteDecode {
  readonly texte: string;
  readonly encodage: 'UTF-8' | 'Windows-1252';
}

/** Le texte d’un CSV reçu : en UTF-8, sinon en Windows-1252, celui des tableurs français. */
export function decoder(octets: ArrayBuffer | Uint8Array): TexteDecode {
  try {
    return { texte: new TextDecoder('utf-8', { fatal: true }).decode(octets), encodage: 'UTF-8' };
  } catch {
    return { texte: new TextDecoder('windows-1252').decode(octets), encodage: 'Windows-1252' };
  }
}
