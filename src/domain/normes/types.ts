/** Mode d’organisation d’une option : plein exercice, les deux à la fois, ou alternance seule. */
export type Mode = 'PE' | 'PE-ALT' | 'ALT';

/** `PE-puis-ALT` : 4e en plein exercice, puis 5e et 6e (ou 6e seule) en alternance. */
export type ModeDeCreation = Mode | 'PE-puis-ALT';

/** Part de l’horaire donnée en commun avec une autre 7e année. */
export type Groupement = 'seule' | '1/3' | '2/3' | 'toutes';

export type RegleDatee = {
  readonly regle: string;
  readonly edition: string;
  readonly reference: string;
  /** Texte et section où la règle devrait se lire : la référence d’un silence. */
  readonly texte: string;
  /** Dates ISO, bornes comprises ; fin vide : sans terme connu. */
  readonly valide_du: string;
  readonly valide_au: string | null;
  readonly nature: string;
};

/** Une ligne de `normes_creation.csv` : les cellules qui portent plusieurs valeurs les séparent
 * par une espace, une cellule vide vaut pour toutes. */
export type RegleCreation = RegleDatee & {
  readonly objet: string;
  readonly genre: string;
  readonly degre: string | null;
  readonly annee: number | null;
  readonly forme: string | null;
  readonly type_7e: string | null;
  readonly mode: string | null;
  readonly groupement: string | null;
  readonly distance: string | null;
  readonly generale: number | null;
  readonly preferentielle: number | null;
  /** Ce qui ouvre la norme préférentielle : `TC`, `TC-FC` ou `TC ou CGES`. */
  readonly condition: string | null;
  /** Part de la norme exigée d’une option qui a un incitant IPIEQ (2019). */
  readonly part_ipieq: number | null;
  readonly precision: string | null;
};

/** Ce qu’une règle lit d’une ligne du répertoire des options. */
export type OptionNormee = {
  readonly code_obg: string;
  readonly regime: string;
  readonly degre: string | null;
  readonly forme: string | null;
  readonly annees: string | null;
  readonly type_7e: string | null;
  readonly filiere: string | null;
  readonly sans_norme: boolean;
  readonly statut: string;
  /** Transformée ou créée sous réserve de l’approbation du Parlement, ou l’ancien code d’une telle. */
  readonly sous_reserve?: boolean | undefined;
  /** Ce que le répertoire de 2019 disait d’autre ; vide : la même chose. */
  readonly annees_2019?: string | null | undefined;
  readonly statut_2019?: string | null | undefined;
};

/** Ce qui accompagne toute réponse : la phrase qui la justifie et l’endroit où la lire. */
export type Justification = {
  readonly motif: string;
  readonly reference: string;
  readonly edition: string;
  readonly nature: string;
};

/** Réponse d’une norme : un nombre d’élèves, une dispense, ou le silence du texte. */
export type Norme =
  | (Justification & {
      readonly genre: 'valeur';
      readonly valeur: number;
      /** La norme préférentielle, quand seule une liste inconnue en décide. */
      readonly autreValeur?: number;
      readonly regle: string;
    })
  | (Justification & { readonly genre: 'sans_norme'; readonly regle: string })
  | (Justification & { readonly genre: 'non_prevu' });

/** Une norme et, en mots, le lieu où elle vaut. */
export type NormePossible = { readonly valeur: number; readonly quand: string };

/** Une norme qui dépend de la densité ou de la distance, quand l’une des deux est inconnue :
 * chaque valeur possible, de la plus favorable à la moins favorable. */
export type NormeSelonLieu =
  | Norme
  | (Justification & {
      readonly genre: 'selon';
      readonly possibles: readonly NormePossible[];
      /** La règle de la valeur la plus exigeante. */
      readonly regle: string;
    });
