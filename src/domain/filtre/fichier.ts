import { type Colonnes, enColonnes, enRangees } from '../colonnes.ts';
import type { OptionCherchee } from '../recherche/options.ts';
import type { ComptesDeLignee } from './anciens.ts';
import { DE_LIGNEE, decoderLignes, encoderLignes, type LignesEcrites } from './codec.ts';
import type { LigneIndicateur } from './ligne.ts';

/** Une année scolaire du tableau : ses lignes, leurs lignées, et de quoi y chercher. */
export interface FichierIndex {
  readonly lignes: LignesEcrites;
  readonly lignees: Colonnes<ComptesDeLignee>;
  /** Les options qui ont des lignes, telles que la recherche les lit. */
  readonly options: Colonnes<OptionCherchee>;
}

/** Écrit l’index d’une année ; seules les options qui ont des lignes y sont. */
export function encoderFichier(
  lignes: readonly LigneIndicateur[],
  lignees: readonly ComptesDeLignee[],
  options: readonly OptionCherchee[],
): FichierIndex {
  const codes = new Set(lignes.map(({ code_obg }) => code_obg));
  return {
    lignes: encoderLignes(lignes),
    lignees: enColonnes(lignees, DE_LIGNEE),
    options: enColonnes(options.filter(({ code }) => codes.has(code))),
  };
}

/** Relit l’index : les lignes, leurs lignées, et les options telles que la recherche les lit. */
export const decoderFichier = ({ lignes, lignees, options }: FichierIndex) => ({
  lignes: decoderLignes(lignes),
  lignees: enRangees(lignees),
  options: enRangees(options),
});
