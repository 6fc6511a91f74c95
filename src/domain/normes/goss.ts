import type { Mode } from './types.ts';

/** Ce que l’établissement organise déjà, dans la forme et le mode de la demande. */
export type StructuresAutorisees = {
  readonly degre: boolean;
  readonly annee: boolean;
  /** L’option existe déjà en plein exercice dans l’école. */
  readonly optionEnPleinExercice: boolean;
};

export type DemandeGoss = {
  readonly structure: 'degré spécifique' | 'année d’études' | 'option de base groupée';
  readonly libelle: string;
  readonly type: 'Programmation' | 'Dédoublement';
};

/**
 * Les demandes à encoder dans GOSS pour une option 4-5-6, dans leur ordre : le degré, l’année, puis
 * l’option. Le degré se nomme DQ en plein exercice, RDQ en alternance.
 * Source : circulaire 9146, § 7.2.
 */
export function demandesGoss(
  structures: StructuresAutorisees,
  option: { readonly code_obg: string; readonly forme: string },
  mode: Mode,
): readonly DemandeGoss[] {
  const degre = mode === 'ALT' ? 'RDQ' : 'DQ';
  const demandes: DemandeGoss[] = [];
  if (!structures.degre) {
    demandes.push({ structure: 'degré spécifique', libelle: degre, type: 'Programmation' });
  }
  if (!structures.annee) {
    const libelle = `${degre} 4 ${option.forme}`;
    demandes.push({ structure: 'année d’études', libelle, type: 'Programmation' });
  }
  const dedouble = mode !== 'PE' && structures.optionEnPleinExercice;
  demandes.push({
    structure: 'option de base groupée',
    libelle: option.code_obg,
    type: dedouble ? 'Dédoublement' : 'Programmation',
  });
  return demandes;
}
