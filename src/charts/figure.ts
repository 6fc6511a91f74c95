import type { TableCouverte } from '../domain/connaissance.ts';
import type { Nombre, Phrase } from '../phrases/phrase.ts';
import type { PopulationNommee } from '../phrases/population.ts';

/** Un texte qui mène à une page du site. */
export interface LienDeTableau {
  readonly texte: string;
  readonly chemin: string;
}

export type CelluleDeTableau = string | Nombre | LienDeTableau | null;

export interface ColonneDeTableau {
  readonly titre: string;
  readonly nombre?: boolean;
}

export interface RangeeDeTableau {
  readonly cle: string;
  readonly cellules: readonly CelluleDeTableau[];
}

/** Un tableau : la première cellule de chaque rangée la nomme. */
export interface Tableau {
  readonly titre: string;
  readonly colonnes: readonly ColonneDeTableau[];
  readonly rangees: readonly RangeeDeTableau[];
}

/** Une figure et ce qu’elle doit à qui la lit : un constat, un tableau, ses sources. */
export interface Figure {
  readonly id: string;
  readonly titre: string;
  readonly constat: Phrase;
  /**
   * Le SVG à une largeur donnée, plus large si ses noms doivent être `entiers` ; `null` quand il n’y
   * a rien à tracer.
   */
  readonly dessin: ((largeur: number, entiers?: boolean) => string) | null;
  /** Pourquoi il n’y a rien à tracer. */
  readonly absence?: string;
  /** Ce qui n’est pas connu et l’empêche de dire quoi que ce soit ; absent quand tout l’est. */
  readonly manque?: string;
  /** Les tables qu’il faudrait connaître pour la tracer ; absentes quand elles le sont. */
  readonly demandees?: readonly TableCouverte[];
  /** Les options qu’elle compte. */
  readonly population?: PopulationNommee;
  readonly note?: string;
  readonly tableau: Tableau;
  /** Les listes que le constat résume. */
  readonly listes?: readonly Tableau[];
  /** Les tables publiées d’où viennent ses chiffres. */
  readonly tables: readonly string[];
}

/** Une colonne de nombres. */
export const nombres = (titre: string): ColonneDeTableau => ({ titre, nombre: true });

/** Un code d’option, qui mène à sa fiche. */
export const lienOption = (code: string): LienDeTableau => ({
  texte: code,
  chemin: `/options/${code}/`,
});

/** Un numéro FASE, qui mène à l’implantation. */
export const lienImplantation = (fase: string): LienDeTableau => ({
  texte: fase,
  chemin: `/implantations/${fase}/`,
});
