/** Ce qu’une lecture a laissé de côté, par sorte, pour le dire. */
export interface Ecarts {
  /** Codes écrits plus d’une fois : le premier vaut. */
  readonly doubles: readonly string[];
  /** Lignes sans code d’option. */
  readonly illisibles: number;
  readonly demandesEnTrop: number;
  /** Options et codes de listes au-delà de ce qui se tient. */
  readonly codesEnTrop: number;
  /** Codes dont la note, ou champs dont le texte, ont été coupés. */
  readonly coupes: readonly string[];
  /** Codes dont un effectif ou un choix n’existe pas : il est remis à vide. */
  readonly corriges: readonly string[];
}

/** Un carnet où noter les écarts d’une lecture. */
export class Carnet {
  readonly #doubles = new Set<string>();
  readonly #coupes = new Set<string>();
  readonly #corriges = new Set<string>();
  illisibles = 0;
  demandesEnTrop = 0;
  codesEnTrop = 0;

  double(code: string): void {
    this.#doubles.add(code);
  }

  corriger(code: string): void {
    this.#corriges.add(code);
  }

  /** Un texte d’au plus `max` caractères, sans couper un caractère en deux. */
  couper(texte: string, max: number, sujet: string): string {
    if (texte.length <= max) return texte;
    this.#coupes.add(sujet);
    return texte.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
  }

  /** @returns `undefined` si tout a été lu */
  ecarts(): Ecarts | undefined {
    const lus: Ecarts = {
      doubles: [...this.#doubles],
      illisibles: this.illisibles,
      demandesEnTrop: this.demandesEnTrop,
      codesEnTrop: this.codesEnTrop,
      coupes: [...this.#coupes],
      corriges: [...this.#corriges],
    };
    const vides = Object.values(lus).every((lu) =>
      Array.isArray(lu) ? lu.length === 0 : lu === 0,
    );
    return vides ? undefined : lus;
  }
}
