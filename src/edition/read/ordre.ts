import type { Valeur } from '../base.ts';

/**
 * Suit les clés d’une table lue dans l’ordre du fichier. Tant que chacune dépasse la précédente,
 * aucune n’est en double : la base n’a pas à le chercher.
 */
export class OrdreDesCles {
  readonly #places: readonly number[];
  readonly #derniere: Valeur[] = [];
  #strict = true;

  /** @param places où sont les colonnes de la clé dans une rangée */
  constructor(places: readonly number[]) {
    this.#places = places;
  }

  get strict(): boolean {
    return this.#strict;
  }

  suivre(valeurs: readonly Valeur[]): void {
    if (!this.#strict) return;
    let plusGrande = this.#derniere.length === 0;
    for (let i = 0; i < this.#places.length; i++) {
      const valeur = valeurs[this.#places[i] ?? 0] ?? '';
      const avant = this.#derniere[i] ?? '';
      if (!plusGrande && valeur !== avant) {
        if (valeur < avant) this.#strict = false;
        plusGrande = true;
      }
      this.#derniere[i] = valeur;
    }
    if (!plusGrande) this.#strict = false;
  }
}
