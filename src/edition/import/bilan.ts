import { type Compte, direCompte, raisonsDe } from './compte.ts';

/** Tout ce qu’un import dit de lui-même. */
export interface Bilan {
  readonly genre: string;
  readonly comptes: readonly Compte[];
  /** Ce qui se lit de deux façons, et l’option qui choisit. */
  readonly questions: readonly string[];
  /** Les réponses que le dossier gardait, et qui ont servi. */
  readonly reprises: readonly string[];
  readonly adresse: readonly string[];
  /** Pourquoi rien ne s’écrit, et le mot qui y oblige. */
  readonly obstacles: readonly string[];
  /** Ce qui change dans la table, année par année. */
  readonly changements: readonly string[];
}

const entres = ({ comptes }: Bilan): number =>
  comptes.reduce((n, { entrees, reunies }) => n + entrees + reunies, 0);

/** Ce qu’il est advenu de l’import, en une ou deux phrases ; vide s’il peut s’écrire. */
export function direSuite(bilan: Bilan): readonly string[] {
  const { questions, obstacles } = bilan;
  if (questions.length > 0) {
    return ['Rien n’est écrit : le fichier se lit de deux façons. Choisissez :', ...questions];
  }
  if (entres(bilan) === 0) return ['Aucune ligne n’est entrée : rien n’est écrit.'];
  return obstacles.length > 0 ? [...obstacles, 'Rien n’est écrit. L’import aurait donné :'] : [];
}

/** Le bilan d’un import, à lire : les nombres d’abord, puis les raisons, puis le détail. */
export const direBilan = (bilan: Bilan): string[] => [
  ...bilan.comptes.map(direCompte),
  ...bilan.reprises,
  ...bilan.adresse,
  ...direSuite(bilan),
  ...bilan.changements,
];

/** Le même bilan pour un programme : une forme stable. */
export const enObjet = (bilan: Bilan, ecrit: boolean, suites: readonly string[]) => ({
  commande: 'import',
  genre: bilan.genre,
  ecrit,
  fichiers: bilan.comptes.map((compte) => ({
    fichier: compte.fichier,
    recues: compte.recues,
    entrees: compte.entrees,
    reunies: compte.reunies,
    ecartees: compte.rejets.length,
    raisons: raisonsDe(compte),
    colonnes: compte.colonnes,
    remarques: compte.remarques,
    corrections: compte.corrections,
    rejets: compte.rejets.map(({ ligne, colonne, code, valeur, raison }) => ({
      ligne,
      colonne,
      code,
      valeur,
      raison,
    })),
  })),
  questions: bilan.questions,
  reprises: bilan.reprises,
  obstacles: bilan.obstacles,
  changements: bilan.changements,
  suites,
});
