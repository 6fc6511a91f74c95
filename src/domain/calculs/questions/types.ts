/** Une question : un choix dans une liste, ou un nombre. Vide : pas répondu. */
export type Question = {
  readonly cle: string;
  readonly nom: string;
} & (
  | { readonly choix: readonly { readonly valeur: string; readonly texte: string }[] }
  | { readonly max: number; readonly unite: string }
);

/** Ce qu’on a répondu, par clé ; absente ou vide : pas dit. */
export type Reponses = Readonly<Record<string, string>>;

export interface Dite {
  readonly id: string;
  readonly titre: string;
  /** Ce que lit un programme. */
  readonly valeur: string;
  /** La réponse, en quelques mots. */
  readonly court: string;
  readonly motif: string;
  readonly reference: string;
  readonly details?: readonly string[];
}

/** Un questionnaire : ce qu’il demande, et ce que les textes en disent. */
export interface Questionnaire<T> {
  /** Une réponse peut amener d’autres questions. */
  readonly questions: (tables: T, reponses?: Reponses) => readonly Question[];
  readonly repondre: (tables: T, reponses: Reponses) => readonly Dite[];
}

const OUI_NON = [
  { valeur: 'oui', texte: 'Oui' },
  { valeur: 'non', texte: 'Non' },
] as const;

export const ouiOuNon = (cle: string, nom: string): Question => ({ cle, nom, choix: OUI_NON });

export const combien = (cle: string, nom: string, max = 20000, unite = 'élèves'): Question => ({
  cle,
  nom,
  max,
  unite,
});

/** Oui, non, ou pas dit. */
export const oui = (reponse: string | undefined): boolean | null =>
  reponse === 'oui' ? true : reponse === 'non' ? false : null;

export const nombre = (reponse: string | undefined): number | null =>
  reponse ? Number(reponse) : null;

/** Il manque une réponse : ce qu’il faut dire pour en avoir une. */
export const aDire = (id: string, titre: string, quoi: string, reference: string): Dite => ({
  id,
  titre,
  valeur: 'a_completer',
  court: 'à compléter',
  motif: `dites ${quoi}`,
  reference,
});
