import type { EffectifSuivi } from '../effectif.ts';
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

type ColonneComptee =
  | 'occurrences'
  | 'occurrences_confessionnel'
  | 'occurrences_non_confessionnel'
  | 'occurrences_sous_norme'
  | 'occurrences_norme_atteinte'
  | 'eleves'
  | 'eleves_premiere_annee'
  | 'tendance_annees'
  | 'tendance_debut'
  | 'tendance_fin';

type ColonneIndicateur =
  | 'zone'
  | 'code_obg'
  | 'tc'
  | 'fc'
  | 'tc_fc'
  | 'fc_quantitative'
  | 'fc_structurelle'
  | `norme_creation${'' | '_alt'}${'' | '_regle' | '_motif'}`;

export interface Rupture {
  readonly place: number;
  readonly avant: string;
  readonly apres: string;
}

/** Ce qu’une ligne compte, sous un seul code ou avec ceux qu’il remplace. */
export type ComptesDeLigne = Omit<Pick<Indicateur, ColonneComptee>, 'eleves_premiere_annee'> & {
  /** Ceux de la première année, ou leur borne ; `null` : masqués, ou le texte ne dit pas ses années. */
  readonly eleves_premiere_annee: EffectifSuivi;
  /** Occurrences qui ne sont organisées que sous un ancien code. */
  readonly occurrences_ancien_code: number | null;
  /** Élèves de cinq années scolaires au plus, la dernière celle de la ligne. */
  readonly serie: readonly EffectifSuivi[];
  /** La place, dans la série, où d’autres années d’étude se comptent, et lesquelles. */
  readonly rupture: Rupture | null;
};

/** Ce qu’un seul code apporte à une ligne qui en réunit plusieurs. */
export type PartDeLigne = Pick<LigneIndicateur, 'code_obg' | 'occurrences' | 'eleves' | 'serie'>;

/** Une ligne du tableau : une option dans une zone, pour une année scolaire. */
export type LigneIndicateur = Pick<Indicateur, ColonneIndicateur> &
  Pick<Option, ColonneOption> &
  ComptesDeLigne & {
    /** Profils de formation (CCPQ, SFMQ, EXP) ; vide si les textes ne le disent pas. */
    readonly profils: readonly string[];
    /** Les codes que l’option remplace, et ceux qui la remplacent. */
    readonly anciens: readonly string[];
    readonly nouveaux: readonly string[];
    /** Les codes que la ligne réunit, quand elle en réunit plusieurs. */
    readonly parts: readonly PartDeLigne[];
  };

/** Le numéro d’ordre total des lignes : à clé de tri égale, le code puis la zone. */
export const ordreDesLignes = (a: LigneIndicateur, b: LigneIndicateur): number =>
  a.code_obg < b.code_obg ? -1 : a.code_obg > b.code_obg ? 1 : a.zone - b.zone;
