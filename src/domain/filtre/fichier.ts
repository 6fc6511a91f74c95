import { type Colonnes, enColonnes, enRangees } from '../colonnes.ts';
import { encoderRecherche, type RechercheCompacte, relire } from '../recherche/compact.ts';
import type { OptionCherchee } from '../recherche/options.ts';
import type { ComptesDeLignee } from './anciens.ts';
import { DE_LIGNEE, decoderLignes, encoderLignes, type LignesEcrites } from './codec.ts';
import type { LigneIndicateur } from './ligne.ts';

/** Une année scolaire du tableau : ses lignes, leurs lignées, et de quoi y chercher. */
export interface FichierIndex {
  readonly lignes: LignesEcrites;
  readonly lignees: Colonnes<ComptesDeLignee>;
  readonly recherche: RechercheCompacte;
  readonly groupes: Readonly<Record<string, string>>;
  readonly secteurs: Readonly<Record<string, string>>;
}

/** Écrit l’index d’une année ; seules les options qui ont des lignes y sont. */
export function encoderFichier(
  lignes: readonly LigneIndicateur[],
  lignees: readonly ComptesDeLignee[],
  options: readonly OptionCherchee[],
): FichierIndex {
  const groupeDe = new Map(lignes.map(({ code_obg, groupe }) => [code_obg, groupe]));
  const secteurDe = new Map(lignes.map(({ code_obg, secteur }) => [code_obg, secteur]));
  const cherchees = options.filter(({ code }) => groupeDe.has(code));
  return {
    lignes: encoderLignes(lignes),
    lignees: enColonnes(lignees, DE_LIGNEE),
    recherche: encoderRecherche(cherchees),
    groupes: Object.fromEntries(cherchees.map((o) => [groupeDe.get(o.code), o.groupe])),
    secteurs: Object.fromEntries(cherchees.map((o) => [secteurDe.get(o.code), o.secteur])),
  };
}

/** Relit l’index : les lignes, leurs lignées, et les options telles que la recherche les lit. */
export function decoderFichier({ recherche, groupes, secteurs, ...fichier }: FichierIndex) {
  const { code_obg, intitule, groupe, secteur } = fichier.lignes.options;
  const options = code_obg.map(
    (code, i): OptionCherchee => ({
      code,
      intitule: intitule[i] ?? '',
      groupe: groupes[groupe[i] ?? ''] ?? '',
      secteur: secteurs[secteur[i] ?? ''] ?? '',
      ...relire(recherche, code),
    }),
  );
  return {
    lignes: decoderLignes(fichier.lignes),
    lignees: enRangees(fichier.lignees),
    options,
  };
}
