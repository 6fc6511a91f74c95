import type { CleBesoin } from '../besoin.ts';
import type { Effectif } from '../effectif.ts';
import type { Site } from '../geo/rayon.ts';
import type { CommuneDense } from '../normes/distance.ts';
import type { CARACTERES, PRECISIONS } from '../tables/valeurs.ts';

export type Caractere = (typeof CARACTERES)[number];
export type Precision = (typeof PRECISIONS)[number];

/** Comment une option est organisée sur un site, d’après ses élèves de l’année. */
export type Organisation = 'PE' | 'ALT' | 'PE-ALT' | 'art45' | 'inconnue';

/** Où en est une occurrence face à sa norme de maintien, d’après ses seuls élèves. */
export type EtatDeMaintien = 'sous-norme' | 'norme-atteinte' | 'non-controlee';

/** Un degré où une occurrence a des élèves : 3e-4e (D2), ou 5e et au-delà (D3). */
export type Degre = 'D2' | 'D3';

export interface OptionSituee {
  readonly code: string;
  readonly intitule: string;
  readonly secteur: number;
  readonly groupe: number;
  readonly art45: boolean;
  readonly forme: string | null;
  /** `3`, `4-5-6`, `7`… ; `null` : les textes ne le disent pas. */
  readonly annees: string | null;
  /** Les codes qui l’ont remplacée : qui les cherche la trouve. */
  readonly nouveaux: readonly string[];
}

/** Une option sur une implantation, avec au moins un élève dans l’année scolaire. */
export interface OccurrenceDeCarte extends Effectif {
  readonly option: OptionSituee;
  readonly organisation: Organisation;
  /** Dans la zone du site. */
  readonly besoin: CleBesoin;
  readonly maintien: EtatDeMaintien;
  readonly degres: readonly Degre[];
}

/** Une implantation ; à la précision « commune », sa position est le point central de la commune. */
export interface ImplantationSituee extends Site {
  readonly nom: string;
  readonly etablissement: string;
  readonly faseEtablissement: string;
  readonly adresse: string | null;
  readonly codePostal: string;
  readonly commune: string;
  readonly zone: number;
  readonly reseau: string;
  readonly caractere: Caractere;
  readonly internat: boolean | null;
  /** Le CEFA qui y donne cours ; `null` : aucun, ou non connu. */
  readonly cefa: string | null;
  readonly nomCefa: string | null;
  /** Le site a une section qualifiante ; `null` : non connu. */
  readonly qualifiant: boolean | null;
  readonly precision: Precision;
}

/** CTA, CDC, CDR ou PFE ; sans position, il ne paraît que dans la liste. */
export interface CentreTechnique {
  readonly id: string;
  readonly type: string;
  readonly nom: string;
  readonly domaine: string | null;
  readonly secteurs: readonly number[];
  readonly adresse: string | null;
  readonly commune: string | null;
  readonly zone: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: Precision;
}

export interface CommuneDeLaCarte extends CommuneDense {
  readonly slug: string;
  readonly zone: number;
  readonly codesPostaux: readonly string[];
  readonly lat: number;
  readonly lon: number;
}

export interface Lieux {
  readonly implantations: readonly ImplantationSituee[];
  readonly communes: readonly CommuneDeLaCarte[];
  readonly centres: readonly CentreTechnique[];
  readonly options: readonly OptionSituee[];
}

/** Les occurrences d’une année scolaire, par numéro FASE d’implantation. */
export type OffreParSite = ReadonlyMap<string, readonly OccurrenceDeCarte[]>;
