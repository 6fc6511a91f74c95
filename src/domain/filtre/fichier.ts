import { encoderRecherche, type RechercheCompacte, relire } from '../recherche/compact.ts';
import type { OptionCherchee } from '../recherche/options.ts';
import { decoderIndex, encoderIndex, type IndexCompact } from './index-compact.ts';
import type { LigneIndicateur } from './ligne.ts';

/** Le fichier qui répond avant le moteur : les lignes d’une année et de quoi y chercher. */
export interface FichierIndex {
  readonly index: IndexCompact;
  readonly recherche: RechercheCompacte;
  readonly groupes: Readonly<Record<string, string>>;
  readonly secteurs: Readonly<Record<string, string>>;
}

/** Écrit l’index ; seules les options qui ont des lignes y sont. */
export function encoderFichier(
  lignes: readonly LigneIndicateur[],
  options: readonly OptionCherchee[],
): FichierIndex {
  const groupeDe = new Map(lignes.map(({ code_obg, groupe }) => [code_obg, groupe]));
  const secteurDe = new Map(lignes.map(({ code_obg, secteur }) => [code_obg, secteur]));
  const cherchees = options.filter(({ code }) => groupeDe.has(code));
  return {
    index: encoderIndex(lignes),
    recherche: encoderRecherche(cherchees),
    groupes: Object.fromEntries(cherchees.map((o) => [groupeDe.get(o.code), o.groupe])),
    secteurs: Object.fromEntries(cherchees.map((o) => [secteurDe.get(o.code), o.secteur])),
  };
}

/** Relit l’index : les lignes, et les options telles que la recherche les lit. */
export function decoderFichier({ index, recherche, groupes, secteurs }: FichierIndex) {
  const lignes = decoderIndex(index);
  const options = index.options.code_obg.map(
    (code, i): OptionCherchee => ({
      code,
      intitule: index.options.intitule[i] ?? '',
      groupe: groupes[index.options.groupe[i] ?? ''] ?? '',
      secteur: secteurs[index.options.secteur[i] ?? ''] ?? '',
      ...relire(recherche, code),
    }),
  );
  return { lignes, options };
}
