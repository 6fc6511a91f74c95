import type { ModeDeCreation, Norme } from './types.ts';

/** Élèves d’une option au 15 janvier, par année d’études et mode ; un élève de l’alternance compte
 * comme un élève du plein exercice (circulaire 7282, VII). */
export type EffectifDAnnee = {
  readonly annee_etude: number;
  readonly mode: string;
  readonly eleves: number;
  /** D’un effectif tu, le plus qu’il puisse être ; `eleves` en est alors le moins. */
  readonly auPlus?: number;
};

const somme = (lignes: readonly EffectifDAnnee[]): number =>
  lignes.reduce((total, ligne) => total + ligne.eleves, 0);

/** Élèves qui comptent pour une norme d’option : ceux des années citées, toutes si aucune ne l’est ;
 * les seuls du plein exercice quand l’alternance ne vient qu’ensuite (arrêté du 29 août 2018,
 * art. 6, § 5, 4°). */
export function effectifCompte(
  lignes: readonly EffectifDAnnee[],
  compte: readonly number[],
  mode: ModeDeCreation,
): number {
  const deLAnnee = lignes.filter((l) => compte.length === 0 || compte.includes(l.annee_etude));
  return somme(mode === 'PE-puis-ALT' ? deLAnnee.filter((l) => l.mode === 'PE') : deLAnnee);
}

/** Les mêmes lignes, chacune au plus qu’elle puisse être. */
export const auPlus = <T extends EffectifDAnnee>(lignes: readonly T[]): readonly T[] =>
  lignes.map((ligne) => ({ ...ligne, eleves: ligne.auPlus ?? ligne.eleves }));

/** Élèves qui comptent pour la norme d’un degré : ceux du plein exercice (circulaire 7282, VII.I). */
export function effectifDuDegre(lignes: readonly EffectifDAnnee[]): number {
  return somme(lignes.filter((ligne) => ligne.mode === 'PE'));
}

/**
 * Combien d’élèves manquent pour une norme, sur chacun de plusieurs sites : 0 quand elle est
 * atteinte.
 * @returns `null` quand la norme n’a pas de nombre
 */
export const elevesManquants = (norme: Norme, eleves: number, sites = 1): number | null =>
  norme.genre === 'valeur' ? Math.max(0, sites * norme.valeur - eleves) : null;
