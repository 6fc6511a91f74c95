import { type Dimension, estFine, FILTRES, type Filtre } from './dimensions.ts';
import { estEvolution, type MesureExploree, sePartage } from './mesures.ts';

/** En part de quoi s’écrivent les nombres. */
export const PARTS = ['non', 'ligne', 'colonne', 'tout'] as const;
export type PartDe = (typeof PARTS)[number];

/** Combien de lignes une réponse montre d’abord ; 0 : toutes. */
export const PREMIERES = [10, 20, 50, 0] as const;

/** Du plus grand au plus petit, l’inverse, ou dans l’ordre des codes. */
export const TRIS_DE_REPONSE = ['grand', 'petit', 'nom'] as const;

/** Une question à l’édition ; l’adresse de la page la porte en entier. */
export interface Question {
  readonly mesure: MesureExploree;
  readonly lignes: Dimension;
  readonly colonnes: Dimension | null;
  /** L’année scolaire ; vide : la dernière. */
  readonly annee: string;
  /** L’année scolaire d’où part une évolution ; vide : la première de l’édition. */
  readonly depuis: string;
  readonly choix: Readonly<Partial<Record<Filtre, readonly string[]>>>;
  /** Une option se compte avec les codes qu’elle remplace. */
  readonly anciens: boolean;
  /** Une ligne qui compte moins d’élèves ne se montre pas. */
  readonly auMoins: number;
  readonly premieres: number;
  readonly tri: (typeof TRIS_DE_REPONSE)[number];
  readonly part: PartDe;
}

export const QUESTION_NEUVE: Question = {
  mesure: 'eleves',
  lignes: 'secteur',
  colonnes: null,
  annee: '',
  depuis: '',
  choix: {},
  anciens: true,
  auMoins: 0,
  premieres: 20,
  tri: 'grand',
  part: 'non',
};

/**
 * La même question, sans ce qui se contredit : deux fois la même dimension, une évolution rangée par
 * année scolaire, des parts d’un rapport.
 */
export function accorder(question: Question): Question {
  const evolue = estEvolution(question.mesure);
  const impossible = (d: Dimension | null) => evolue && d === 'annee-scolaire';
  const lignes = impossible(question.lignes) ? QUESTION_NEUVE.lignes : question.lignes;
  const garde =
    question.colonnes !== null && question.colonnes !== lignes && !impossible(question.colonnes);
  const part = sePartage(question.mesure) ? question.part : 'non';
  const colonnes = garde ? question.colonnes : null;
  return {
    ...question,
    lignes,
    colonnes,
    part: colonnes === null && part !== 'non' ? 'tout' : part,
  };
}

/** Les années scolaires que compare, ou que range, une question. */
export function anneesDe(question: Question, annees: readonly string[]): readonly string[] {
  const derniere = annees.at(-1) ?? '';
  const fin = question.annee || derniere;
  if (estEvolution(question.mesure)) return [question.depuis || (annees[0] ?? ''), fin];
  const rangees = question.lignes === 'annee-scolaire' || question.colonnes === 'annee-scolaire';
  return rangees ? annees : [fin];
}

/** Demande-t-elle les inscriptions ligne par ligne, et non les occurrences ? */
export const demandeLeDetail = (question: Question): boolean =>
  estEvolution(question.mesure) ||
  [question.lignes, question.colonnes, ...FILTRES.filter((f) => question.choix[f])].some(estFine);
