/** Une ligne de `parametres_programmation.csv`. */
export type ParametreDeNorme = {
  readonly parametre: string;
  readonly valeur: number;
  readonly unite: string;
  readonly reference: string;
};

/** La valeur d’un paramètre, ou `null` s’il manque à la table. */
export function parametre(
  table: readonly ParametreDeNorme[],
  nom: string,
): ParametreDeNorme | null {
  return table.find((p) => p.parametre === nom) ?? null;
}
