import type { Metier } from '../../src/domain/tables/besoins.ts';
import type { Option } from '../../src/domain/tables/referentiel.ts';
import type { TableSource } from '../../src/domain/tables/schema.ts';
import type { Commune, Zone } from '../../src/domain/tables/territoire.ts';
import type { Rangee } from '../read/base.ts';
import type { Voulue } from './colonnes.ts';

/** Ce que l’édition sait déjà, et que l’import recoupe. */
export interface Connues {
  readonly communes: readonly Commune[];
  readonly zones: readonly Zone[];
  readonly options: readonly Option[];
  readonly metiers: readonly Metier[];
  readonly fases: ReadonlySet<string>;
}

/** Pourquoi une ligne n’entre pas. */
export interface Refus {
  readonly code: string;
  readonly valeur: string;
  readonly raison: string;
}

/** Une ligne lue : elle entre, parfois corrigée, ou l’on dit pourquoi elle n’entre pas. */
export type Lue =
  | { readonly rangee: Rangee; readonly corrections?: readonly string[] }
  | { readonly refus: Refus };

/** Une ligne reçue : ses cellules par nom de colonne, et son numéro. */
export interface Recue {
  readonly ligne: number;
  readonly cellule: (nom: string) => string;
}

/** Un genre de fichier officiel, et la table qu’il remplit. */
export interface Genre {
  readonly nom: string;
  readonly table: TableSource;
  readonly colonnes: readonly Voulue[];
  readonly source: { readonly titre: string; readonly editeur: string; readonly adresse?: string };
  /** D’où l’on télécharge le fichier, à défaut d’une autre adresse. */
  readonly adresse?: string;
  lecteur(connues: Connues): (recue: Recue) => Lue;
  /** Le total qu’une ligne annonce ; `null` si ce n’est pas une ligne de total. */
  readonly total?: (recue: Recue) => string | null;
  /** Réunit deux rangées de même clé ; sans elle, la seconde est refusée. */
  readonly reunir?: (premiere: Rangee, seconde: Rangee) => Rangee | null;
}

/** Un refus, en une ligne. */
export const refuser = (code: string, valeur: string, raison: string): Lue => ({
  refus: { code, valeur, raison },
});
