import type { ImplantationSituee } from '../autour/types.ts';
import type { Lacune, Trivalent } from '../connaissance.ts';
import type { Position } from '../geo/distance.ts';
import type { ListesDeZone } from '../listes.ts';
import type { AccesDepuis, LettreDAcces } from '../normes/acces7e.ts';
import type { Condition } from '../normes/conditions.ts';
import type { CommuneDense, RegleDeDensite } from '../normes/distance.ts';
import type { ReglePerimetre } from '../normes/perimetre.ts';
import type { Groupement, Mode, OptionNormee, RegleCreation } from '../normes/types.ts';
import type { LienDeSuccession } from '../succession.ts';
import type { Source } from '../tables/edition.ts';
import type { Nature } from '../tables/schema.ts';
import type { Masques, NonDits } from './presence.ts';

export type { Caractere, Precision } from '../autour/types.ts';

export type SiteDuDossier = ImplantationSituee;

/** Une option du répertoire, avec ce que les règles et les faits en lisent. */
export interface OptionDuDossier extends OptionNormee {
  readonly intitule: string;
  readonly secteur: number;
  readonly groupe: number;
  readonly reserve: string | null;
  readonly acces_7e: string | null;
  readonly sous_reserve: boolean;
  /** Identifiants des métiers auxquels elle prépare. */
  readonly metiers: readonly string[];
}

/** Les élèves publiés d’une option sur un site, la dernière année scolaire, au 15 janvier. */
export interface OccurrenceDuDossier {
  readonly site: string;
  readonly code: string;
  readonly pe: number;
  readonly alt: number;
  /** Élèves de la première année de l’option ; `null` : les textes ne disent pas ses années. */
  readonly premiere: number | null;
  /** Élèves de 5e, 6e et 7e : le 3e degré est organisé. */
  readonly troisieme: number;
  /** Les anciens codes sous lesquels elle court, quand ce n’est pas sous le sien. */
  readonly sous?: readonly string[] | undefined;
  /** Ce que ces nombres ne comptent pas ; absent : rien. */
  readonly masques?: Masques | undefined;
  /** Absent : le mode et l’année d’étude sont dits. */
  readonly nonDits?: NonDits | undefined;
}

/** Une option apparue sur un site qui ne l’avait pas, ni celle qu’elle remplace. */
export interface Ouverture {
  readonly code: string;
  readonly site: string;
  readonly annee: string;
  /** `null` : masqué. */
  readonly premiere: number | null;
}

/** Une option que les listes d’une zone disent TC, FC ou les deux, et les métiers qui le font. */
export interface BesoinDOption {
  readonly zone: number;
  readonly code: string;
  readonly tc: Trivalent;
  readonly fc: Trivalent;
  readonly metiersTc: readonly string[];
  readonly metiersFc: readonly string[];
}

/** Un métier en fonction critique dans une zone ; `nature` : `quantitative` ou `structurelle`. */
export interface FonctionCritiqueDeZone {
  readonly zone: number;
  readonly metier: string;
  readonly nature: string;
}

export interface CentreDuDossier {
  readonly id: string;
  readonly type: string;
  readonly nom: string;
  readonly secteurs: readonly number[];
  readonly commune: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

export interface CommuneDuDossier extends Position, CommuneDense {
  readonly zone: number;
  readonly codesPostaux: readonly string[];
}

export interface DateDuCalendrier {
  readonly id: string;
  readonly jour: number;
  readonly mois: number;
}

/** Les tables de règles, telles que `domain/normes` les lit. */
export interface ReglesDuDossier {
  readonly creation: readonly RegleCreation[];
  readonly perimetre: readonly ReglePerimetre[];
  readonly densites: readonly RegleDeDensite[];
  readonly conditions: readonly Condition[];
  readonly calendrier: readonly DateDuCalendrier[];
  readonly lettres7e: readonly LettreDAcces[];
  readonly acces7e: readonly AccesDepuis[];
  /** Où la circulaire de la campagne dit ce qu’un avertissement rappelle. */
  readonly references: Readonly<Record<CitationDuDossier, string>>;
}

/** Les énoncés d’`enonces.csv` qu’un dossier cite. */
export const CITATIONS_DU_DOSSIER = [
  'goss-type',
  'goss-degre',
  'goss-transfert',
  'sous-reserve',
  'avant-7e',
  'dedoublement',
  'confirmations',
] as const;
export type CitationDuDossier = (typeof CITATIONS_DU_DOSSIER)[number];

/** Ce que vaut une source, pour la table imprimée à la fin du dossier. */
export type SourceDuDossier = Pick<Source, 'table' | 'titre' | 'editeur' | 'nature' | 'note'>;

/** Les sujets dont chaque fait dit la nature. */
export type Sujet = 'offre' | 'besoins' | 'centres' | 'regles' | 'implantations';

/** Tout ce qu’un dossier lit de l’édition. */
export interface Donnees {
  /** Quel code remplace quel autre. */
  readonly successions: readonly LienDeSuccession[];
  readonly edition: string;
  readonly campagne: string;
  readonly anneeScolaire: string;
  /** Ce que l’édition ne connaît pas, ou pas en entier, cette année-là. */
  readonly lacunes?: readonly Lacune[];
  /** Les années des listes TC et FC que lit chaque zone. */
  readonly listes: readonly ListesDeZone[];
  readonly sites: readonly SiteDuDossier[];
  readonly options: readonly OptionDuDossier[];
  readonly occurrences: readonly OccurrenceDuDossier[];
  readonly ouvertures: readonly Ouverture[];
  readonly besoins: readonly BesoinDOption[];
  readonly fonctionsCritiques: readonly FonctionCritiqueDeZone[];
  readonly metiers: Readonly<Record<string, string>>;
  readonly centres: readonly CentreDuDossier[];
  readonly communes: readonly CommuneDuDossier[];
  readonly zones: Readonly<Record<number, string>>;
  readonly secteurs: Readonly<Record<number, string>>;
  readonly groupes: Readonly<Record<number, string | null>>;
  readonly regles: ReglesDuDossier;
  readonly natures: Readonly<Record<Sujet, Nature>>;
  readonly sources: readonly SourceDuDossier[];
}

/** Ce qu’on suppose d’une ouverture ; la norme et les lectures le suivent. */
export interface Hypothese {
  readonly mode: Mode;
  readonly groupement: Groupement;
  /** Élèves attendus au 1er octobre de l’ouverture ; `null` : pas encore estimés. */
  readonly attendus: number | null;
  /** Avis du CGES pour compléter une offre (7e PB) ; absent : non connu. */
  readonly avisCges?: boolean | undefined;
}
