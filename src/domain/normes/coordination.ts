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
