import { type Colonnes, enColonnes, enRangees } from '../colonnes.ts';
import type { ComptesDeLignee } from './anciens.ts';
import { DE_LIGNEE, decoderLignes, encoderLignes, type LignesEcrites } from './codec.ts';
import type { LigneIndicateur } from './ligne.ts';

/** Une année scolaire du tableau : ses lignes et leurs lignées. */
export interface FichierIndex {
  readonly lignes: LignesEcrites;
  readonly lignees: Colonnes<ComptesDeLignee>;
}

/** Écrit l’index d’une année. */
export function encoderFichier(
  lignes: readonly LigneIndicateur[],
  lignees: readonly ComptesDeLignee[],
): FichierIndex {
  return { lignes: encoderLignes(lignes), lignees: enColonnes(lignees, DE_LIGNEE) };
}

/** Relit l’index : les lignes et leurs lignées. */
export const decoderFichier = ({ lignes, lignees }: FichierIndex) => ({
  lignes: decoderLignes(lignes),
  lignees: enRangees(lignees),
});
