import type { Indicateur } from '../tables/indicateurs.ts';
import type { Option } from '../tables/referentiel.ts';

type ColonneOption =
  | 'intitule'
  | 'secteur'
  | 'groupe'
  | 'filiere'
  | 'forme'
  | 'annees'
  | 'reserve'
  | 'statut'
  | 'sous_reserve';

type ColonneIndicateur =
  | 'zone'
  | 'code_obg'
  | 'occurrences'
  | 'occurrences_confessionnel'
  | 'occurrences_non_confessionnel'
  | 'occurrences_sous_norme'
  | 'occurrences_norme_atteinte'
  | 'eleves'
  | 'eleves_premiere_annee'
  | 'tc'
  | 'fc'
  | 'tc_fc'
  | 'fc_quantitative'
  | 'fc_structurelle'
  | `norme_creation${'' | '_alt'}${'' | '_regle' | '_motif'}`;

/** Une ligne du tableau : une option dans une zone, pour une année scolaire. */
export type LigneIndicateur = Pick<Indicateur, ColonneIndicateur> &
  Pick<Option, ColonneOption> & {
    /** Profils de formation (CCPQ, SFMQ, EXP) ; vide si les textes ne le disent pas. */
    readonly profils: readonly string[];
    /** Élèves de cinq années scolaires au plus, la dernière celle de la ligne ; `null` : masqués. */
    readonly serie: readonly (number | null)[];
  };

/** Le numéro d’ordre total des lignes : à clé de tri égale, le code puis la zone. */
export const ordreDesLignes = (a: LigneIndicateur, b: LigneIndicateur): number =>
  a.code_obg < b.code_obg ? -1 : a.code_obg > b.code_obg ? 1 : a.zone - b.zone;
