import {
  type Calcul,
  horsTexte,
  type RegleEncadrement,
  reglesDEncadrement,
} from './encadrement.ts';

/**
 * Charge de coordonnateur d’un CEFA, en fraction d’une charge complète (1, 0,75, 0,5 ou 0,25).
 * Source : circulaire 7282, VIII.II. Le décret de 1991 laisse la charge partielle à l’Exécutif.
 */
export function chargeDeCoordination(
  regles: readonly RegleEncadrement[],
  edition: string,
  eleves: number,
): Calcul {
  const paliers = reglesDEncadrement(regles, edition, 'coordination');
  if (paliers.length === 0)
    return horsTexte(regles, edition, 'la charge de coordination partielle');
  const palier = paliers.find(
    (p) => eleves >= (p.rang_min ?? 0) && eleves <= (p.rang_max ?? Number.POSITIVE_INFINITY),
  );
  const charge = reglesDEncadrement(regles, edition, 'charge-coordonnateur')[0]?.valeur;
  const complete = charge ? ` (une charge complète compte ${charge} périodes)` : '';
  return {
    genre: 'valeur',
    valeur: palier?.taux ?? 0,
    termes: [],
    motif: palier
      ? `${eleves} élèves : ${palier.intitule}${complete}`
      : 'aucun élève régulièrement inscrit',
    reference: paliers[0]?.reference ?? '',
    edition,
  };
}

export type ChargeCompletee = {
  /** Périodes de la charge que donne le nombre d’élèves, et d’une charge complète. */
  readonly donnees: number;
  readonly complete: number;
  /** Périodes d’accompagnement qui la complètent d’abord, et ce qu’il en reste. */
  readonly prises: number;
  readonly reste: number;
};

/**
 * Une charge de coordonnateur incomplète prend d’abord sur les périodes d’accompagnement, qui en
 * font alors partie ; le texte ne dit pas de conversion : une période en vaut une.
 * @returns `null` si l’édition ne règle pas la charge partielle
 * Source : circulaire 7282, VIII.II ; décret du 3 juillet 1991, art. 15, § 5.
 */
export function completerLaCoordination(
  regles: readonly RegleEncadrement[],
  edition: string,
  eleves: number,
  accompagnement: number,
): ChargeCompletee | null {
  const charge = chargeDeCoordination(regles, edition, eleves);
  const complete = reglesDEncadrement(regles, edition, 'charge-coordonnateur')[0]?.valeur ?? null;
  if (charge.genre !== 'valeur' || charge.valeur === 0 || complete === null) return null;
  const donnees = charge.valeur * complete;
  const prises = Math.min(accompagnement, complete - donnees);
  return { donnees, complete, prises, reste: accompagnement - prises };
}
