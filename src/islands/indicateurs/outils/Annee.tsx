/** Ce que valent les lignes d’une autre année que la dernière. */
export function Annee({ annee, listes }: { annee: string; listes: string }) {
  return (
    <p class="petit discret">
      Élèves et occurrences au 15 janvier {annee.slice(5)}. TC et FC : {listes}. Les normes de
      création, elles, ne se calculent que pour la dernière année.
    </p>
  );
}
