import type { Nature } from '../domain/tables/schema.ts';

/** La nature d’une donnée, comme on l’écrit dans un fichier téléchargé. */
export const NATURE_EN_CLAIR: Record<Nature, string> = {
  officiel: 'officiel',
  transcription: 'transcription d’un texte officiel',
  demonstration: 'démonstration',
};
