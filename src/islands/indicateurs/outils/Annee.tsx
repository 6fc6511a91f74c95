import { anneeDesListes } from '../../../domain/annees.ts';

/** Ce que valent les lignes d’une autre année que la dernière. */
export function Annee({ annee }: { annee: string }) {
  return (
    <p class="petit discret">
      Élèves et occurrences au 15 janvier {annee.slice(5)}, TC et FC des listes du 1er février{' '}
      {anneeDesListes(annee)}. Les normes de création, elles, ne se calculent que pour la dernière
      année.
    </p>
  );
}
