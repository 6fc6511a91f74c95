/**
 * Des élèves comptés, dont une partie peut être tue : `eleves` est la somme de ce qui est publié,
 * `masques` le nombre d’effectifs cachés (chacun d’au moins un élève) qu’elle ne compte pas.
 */
export interface Effectif {
  readonly eleves: number;
  readonly masques: number;
}

/** La somme de ce qui est publié, et le nombre de ce qui ne l’est pas. */
export const additionner = (effectifs: readonly Effectif[]): Effectif => ({
  eleves: effectifs.reduce((n, { eleves }) => n + eleves, 0),
  masques: effectifs.reduce((n, { masques }) => n + masques, 0),
});

/** Rien n’en est publié, et pourtant quelqu’un y est inscrit. */
export const estMasque = ({ eleves, masques }: Effectif): boolean => eleves === 0 && masques > 0;

/** Au moins un élève, publié ou masqué : l’option est organisée. */
export const estOrganise = ({ eleves, masques }: Effectif): boolean => eleves > 0 || masques > 0;

/** Ce qu’on écrit à la place d’un effectif que l’édition ne connaît pas : ni zéro, ni masqué. */
export const INCONNU = '?';

/** Un effectif d’une année : un nombre, masqué (`null`), ou non connu. */
export type EffectifSuivi = number | null | typeof INCONNU;

/** Le nombre, s’il y en a un à montrer. */
export const enNombreSuivi = (effectif: EffectifSuivi): number | null =>
  effectif === INCONNU ? null : effectif;
