import type { LigneIndicateur } from './ligne.ts';

/** Une norme telle que le tableau la montre. */
export interface NormeMontree {
  /** Le mode dont elle parle ; vide quand la ligne n’en a qu’une. */
  readonly mode: '' | 'PE' | 'ALT seule';
  /** Élèves au 1er octobre ; `null` s’il n’y a pas de norme, et le motif dit pourquoi. */
  readonly valeur: number | null;
  readonly motif: string;
}

/** « Norme unique » le dit déjà. */
const REDITE = / : le texte ne prévoit pas de réduction$/;

function montrer(
  valeur: number | null,
  regle: string | null,
  motif: string | null,
): NormeMontree | null {
  if (motif === null) return null;
  const debut = valeur === null ? '' : `${valeur} `;
  const suite = motif.startsWith(debut) ? motif.slice(debut.length) : motif;
  const silence = valeur === null && regle === null ? 'non prévu : ' : '';
  return { mode: '', valeur, motif: silence + suite.replace(REDITE, '') };
}

/**
 * Les normes de création d’une ligne : une par mode, une seule si les deux modes disent la même
 * chose ou si l’option n’en a qu’un.
 */
export function normesMontrees(ligne: LigneIndicateur): readonly NormeMontree[] {
  const pe = montrer(ligne.norme_creation, ligne.norme_creation_regle, ligne.norme_creation_motif);
  const alt = montrer(
    ligne.norme_creation_alt,
    ligne.norme_creation_alt_regle,
    ligne.norme_creation_alt_motif,
  );
  if (!pe || !alt) return [pe, alt].filter((norme) => norme !== null);
  if (pe.valeur === alt.valeur && pe.motif === alt.motif) return [pe];
  return [
    { ...pe, mode: 'PE' },
    { ...alt, mode: 'ALT seule' },
  ];
}
