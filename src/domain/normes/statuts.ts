/** Statut d’une option au 15 janvier ; `creation` tant que le degré n’est pas complet. */
export type Statut = 'creation' | 'atteinte' | 'M1' | 'M2' | 'S1' | 'S2' | 'derogation' | 'fermee';

/** Statut, et celui qu’une suspension garde en réserve : rien (`atteinte`) ou un M1. */
export type Etat = { readonly statut: Statut; readonly acquis: 'atteinte' | 'M1' };

/** Ce qu’une année scolaire apporte à une option. */
export type Evenement =
  | 'atteinte'
  | 'non_atteinte'
  | 'non_controlee'
  | 'suspendue'
  | 'recreee'
  | 'fermee';

/** Une ligne de `transitions_maintien.csv` ; `*` vaut pour tout, `=` garde l’acquis. */
export type Transition = {
  readonly rang: number;
  readonly depuis: string;
  readonly acquis: string | null;
  readonly evenement: string;
  readonly vers: string;
  readonly acquis_vers: string;
  readonly motif: string;
  /** Situation du tableau de la circulaire 7282, VII.III, qui la montre. */
  readonly situation: string | null;
  readonly reference: string;
};

/** Une ligne de `possibilites_maintien.csv`. */
export type Possibilite = {
  readonly statut: string;
  readonly rang: number;
  readonly possibilite: string;
  readonly texte: string;
  readonly reference: string;
};

export type PassageDEtat = {
  readonly etat: Etat;
  readonly motif: string;
  readonly reference: string;
  /** Le texte ne dit pas ce que l’état devient : il est rendu tel quel. */
  readonly muet?: boolean;
};

export const EN_ORDRE: Etat = { statut: 'atteinte', acquis: 'atteinte' };
export const EN_CREATION: Etat = { statut: 'creation', acquis: 'atteinte' };

const vaut = (cellule: string | null, valeur: string): boolean =>
  !cellule || cellule === '*' || cellule === valeur;

/**
 * L’état d’une option après une année scolaire. Un événement que le texte n’envisage pas laisse
 * l’état tel quel et le dit. Source : circulaire 7282, VII.III, sept situations.
 */
export function suivant(
  transitions: readonly Transition[],
  etat: Etat,
  evenement: Evenement,
): PassageDEtat {
  const passage = transitions.find(
    (t) =>
      vaut(t.depuis, etat.statut) && vaut(t.acquis, etat.acquis) && vaut(t.evenement, evenement),
  );
  if (!passage) {
    return {
      etat,
      motif: 'situation que le texte n’envisage pas : statut inchangé',
      reference: '',
    };
  }
  const acquis = passage.acquis_vers === '=' ? etat.acquis : passage.acquis_vers;
  return {
    etat: { statut: passage.vers as Statut, acquis: acquis as Etat['acquis'] },
    motif: passage.motif,
    reference: passage.reference,
  };
}

const NON_SUSPENDU =
  'la suspension ne vise que les options ; le texte ne dit ce que devient un degré dont la première ' +
  'année n’est pas organisée que s’il est en M2 ou en dérogation : il ferme alors, année par année';

/** L’état d’un degré ou d’une année, que rien ne suspend : en M2 ou en dérogation, il ferme si sa
 * première année n’est pas organisée ; le texte n’en dit pas plus.
 * Source : circulaire 7282, VII.III et VII.III.1, 5°. */
export function suivantDuDegre(
  transitions: readonly Transition[],
  etat: Etat,
  evenement: Evenement,
): PassageDEtat {
  if (evenement !== 'suspendue') return suivant(transitions, etat, evenement);
  return etat.statut === 'M2' || etat.statut === 'derogation'
    ? suivant(transitions, etat, 'fermee')
    : {
        etat,
        motif: NON_SUSPENDU,
        reference: 'circulaire 7282, VII.III et VII.III.1, 5°',
        muet: true,
      };
}

/** Ce que l’école peut faire à la rentrée qui suit, dans l’ordre de la circulaire. */
export function possibilites(
  table: readonly Possibilite[],
  statut: Statut,
): readonly Possibilite[] {
  return table.filter((p) => p.statut === statut).sort((a, b) => a.rang - b.rang);
}
