/** Une ligne de `parametres_programmation.csv`. */
export type Parametre = {
  readonly parametre: string;
  readonly valeur: number;
  readonly unite: string;
  readonly reference: string;
};

/** La valeur d’un paramètre, ou `null` s’il manque à la table. */
export function parametre(table: readonly Parametre[], nom: string): Parametre | null {
  return table.find((p) => p.parametre === nom) ?? null;
}
