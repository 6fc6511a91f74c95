import type { AliasDeMetier, Metier } from '../../domain/tables/besoins.ts';
import type { Option } from '../../domain/tables/referentiel.ts';
import type { Nature, TableSource } from '../../domain/tables/schema.ts';
import type { Commune, Zone } from '../../domain/tables/territoire.ts';
import type { Rangee } from '../base.ts';
import type { Voulue } from './colonnes.ts';
import type { Rangees } from './rangees.ts';
import type { ReponsesDImport } from './reponses.ts';

/** Ce que l’édition sait déjà, et que l’import recoupe. */
export interface Connues {
  readonly communes: readonly Commune[];
  readonly zones: readonly Zone[];
  readonly options: readonly Option[];
  readonly metiers: readonly Metier[];
  /** Ceux de chaque dossier ; d’un même titre, ceux du dernier dossier valent. */
  readonly alias: readonly (readonly AliasDeMetier[])[];
  /** La zone de chaque implantation, par son FASE ; `null` : hors des dix zones. */
  readonly fases: ReadonlyMap<string, number | null>;
}

/** Pourquoi une ligne n’entre pas. */
export interface Refus {
  readonly code: string;
  readonly valeur: string;
  readonly raison: string;
  /** La place de la cellule en cause, à partir de 0 ; absente : la ligne entière. */
  readonly place?: number | undefined;
  /** Deux lectures sont possibles, et l’option qui choisit : l’import s’arrête et demande. */
  readonly question?: string;
}

/** Une ligne lue : elle entre, parfois corrigée, ou l’on dit pourquoi elle n’entre pas. */
export type Lue =
  | {
      readonly rangee: Rangee;
      /** Ce que la même ligne donne d’autre : un titre peut nommer deux métiers. */
      readonly autres?: readonly Rangee[];
      readonly corrections?: readonly string[];
      /** Ce qu’il a fallu supposer, dit une fois par fichier. */
      readonly suppositions?: readonly string[];
    }
  | { readonly refus: Refus };

/** Une ligne reçue : ses cellules par nom de colonne, et son numéro. */
export interface Recue {
  readonly ligne: number;
  readonly cellule: (nom: string) => string;
}

/** Où et quand une ligne aurait compté ; `null` : elle ne le dit pas. */
export interface Portee {
  readonly zones: readonly number[] | null;
  readonly annee: string | null;
}

/** Un genre de fichier officiel, et la table qu’il remplit. */
export interface Genre {
  readonly nom: string;
  readonly table: TableSource;
  readonly colonnes: readonly Voulue[];
  readonly source: {
    readonly titre: string;
    readonly editeur: string;
    readonly adresse?: string;
    readonly licence?: string;
    /** À défaut, « officiel ». */
    readonly nature?: Nature;
  };
  /** D’où l’on télécharge le fichier, à défaut d’une autre adresse. */
  readonly adresse?: string;
  lecteur(connues: Connues, reponses: ReponsesDImport): (recue: Recue) => Lue;
  /** Ce qu’une ligne refusée dit encore de sa zone et de son année scolaire. */
  situer?(connues: Connues, reponses: ReponsesDImport): (recue: Recue) => Portee;
  /**
   * Ce qu’une rangée renseigne, l’année puis le lieu : importer une année ne touche pas aux autres.
   * Vide, le fichier donne toute la table.
   */
  portee(rangee: Rangee): readonly string[];
  /** La table livrée vaut tant qu’on n’en donne pas : un fichier qui la remplace doit être entier. */
  readonly completeLaTable?: boolean;
  /** Les colonnes reçues qui désignent une ligne ; à défaut, celles de la clé de la table. */
  readonly cles?: readonly string[];
  /** Ce que le fichier ne donne pas et qui s’écrit à la main : vide dans la nouvelle ligne, l’ancien reste. */
  readonly gardees?: readonly string[];
  /** La colonne où s’écrit n’importe quel texte : un mot seul n’y est pas une note. */
  readonly libre?: string;
  /** Ce que les rangées, toutes lues, ont d’incompatible ; chaque phrase arrête l’import. */
  readonly recouper?: (rangees: Rangees, reponses: ReponsesDImport) => readonly string[];
  /** Réunit deux rangées de même clé ; sans elle, la seconde est refusée. */
  readonly reunir?: (premiere: Rangee, seconde: Rangee) => Rangee | null;
}

/** La portée d’une rangée, telle qu’on la dit et la compare : « 2024 zone 4 ». */
export const porteeDe = (genre: Genre, rangee: Rangee): string => genre.portee(rangee).join(' ');

/** Un refus, en une ligne. */
export const refuser = (code: string, valeur: string, raison: string): Lue => ({
  refus: { code, valeur, raison },
});

/** Une cellule qui se lit de deux façons : la question dit les deux, et l’option qui choisit. */
export const poserQuestion = (code: string, valeur: string, question: string): Lue => ({
  refus: { code, valeur, raison: 'deux lectures sont possibles.', question },
});
