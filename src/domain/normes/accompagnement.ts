import {
  type Calcul,
  horsTexte,
  type Populations,
  type RegleEncadrement,
  reglesDEncadrement,
  sommeDeTaux,
} from './encadrement.ts';

/** Périodes par paliers d’élèves, puis par tranche (décret du 3 juillet 1991, art. 15). */
function parPaliers(
  regles: readonly RegleEncadrement[],
  edition: string,
  populations: Populations,
): Calcul {
  const paliers = [...reglesDEncadrement(regles, edition, 'palier')].sort(
    (a, b) => (a.rang_min ?? 0) - (b.rang_min ?? 0),
  );
  const dernier = paliers.at(-1);
  if (!dernier) return horsTexte(regles, edition, 'l’accompagnement');
  const eleves = Math.max(0, Math.floor(populations[dernier.population ?? ''] ?? 0));
  const atteint = paliers.filter((p) => eleves >= (p.rang_min ?? 0)).at(-1);
  const tranche = reglesDEncadrement(regles, edition, 'tranche')[0];
  const enPlus = eleves - (dernier.rang_min ?? 0);
  const tranches = tranche && enPlus > 0 ? Math.floor(enPlus / (tranche.rang_min ?? 1)) : 0;
  return {
    genre: 'valeur',
    valeur: (atteint?.valeur ?? 0) + tranches * (tranche?.valeur ?? 0),
    termes: [],
    motif: atteint
      ? `${eleves} élèves : ${atteint.intitule}${tranches > 0 ? `, ${tranche?.intitule}` : ''}`
      : `${eleves} élèves : sous le premier palier`,
    reference: dernier.reference,
    edition,
  };
}

/**
 * Périodes hebdomadaires d’accompagnement.
 *
 * @param pour l’ordinaire ou le spécialisé, que les textes règlent à part.
 * Source : circulaire 7282, VIII.III ; décret du 26 mars 2009, art. 16 (spécialisé) ; décret du
 * 3 juillet 1991, art. 15.
 */
export function accompagnement(
  regles: readonly RegleEncadrement[],
  edition: string,
  populations: Populations,
  pour: 'ordinaire' | 'specialise' = 'ordinaire',
): Calcul {
  const parPalier =
    pour === 'ordinaire' && reglesDEncadrement(regles, edition, 'palier').length > 0;
  return parPalier
    ? parPaliers(regles, edition, populations)
    : sommeDeTaux(regles, edition, 'accompagnement', populations, pour);
}

/** Équivalents temps plein d’accompagnateurs, ou `null` si l’édition ne donne pas de diviseur.
 * Source : circulaire 7282, VIII.III.1 ; décret du 3 juillet 1991, art. 15, § 5. */
export function tempsPleins(
  regles: readonly RegleEncadrement[],
  edition: string,
  periodes: number,
): number | null {
  const diviseur = reglesDEncadrement(regles, edition, 'diviseur')[0]?.valeur;
  return diviseur ? periodes / diviseur : null;
}

/** Périodes non utilisées qui peuvent passer de l’accompagnement aux périodes-professeurs, ou
 * l’inverse : une part du total d’origine, au plus. Source : circulaire 7282, VIII.III.1 et IV. */
export function transfertMaximal(
  regles: readonly RegleEncadrement[],
  edition: string,
  total: number,
): number | null {
  const part = reglesDEncadrement(regles, edition, 'transfert')[0]?.taux;
  return part ? total * part : null;
}
