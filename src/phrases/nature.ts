import type { Nature } from '../domain/tables/schema.ts';

/** La nature d’une donnée, comme on l’écrit à côté d’un chiffre. */
export const NATURE_EN_MOTS: Record<Nature, string> = {
  officiel: 'officiel',
  transcription: 'transcription',
  demonstration: 'démonstration',
};
