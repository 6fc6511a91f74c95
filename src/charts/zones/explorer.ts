import { QUESTION_NEUVE, type Question } from '../../domain/explorer/question.ts';
import { encodeExplorer } from '../../domain/url/explorer.ts';

/** Ce que chaque figure d’une zone demande ; les autres partent de la question neuve. */
const QUESTIONS: Readonly<Record<string, Partial<Question>>> = {
  'en-bref': { lignes: 'annee-scolaire' },
  reseaux: { mesure: 'implantations', lignes: 'reseau' },
  secteurs: { lignes: 'secteur' },
  groupes: { lignes: 'groupe' },
  voies: { lignes: 'mode' },
  alternance: { lignes: 'secteur', colonnes: 'mode', part: 'ligne' },
  frequentees: { lignes: 'option' },
  moins: { lignes: 'option', tri: 'petit' },
  tailles: { mesure: 'taille', lignes: 'option', tri: 'petit' },
  maintien: { mesure: 'part-sous-norme', lignes: 'groupe' },
  besoins: { mesure: 'occurrences', lignes: 'besoin' },
  contraste: { lignes: 'option', colonnes: 'besoin' },
  changements: { mesure: 'occurrences', lignes: 'option', colonnes: 'annee-scolaire' },
  franchies: { mesure: 'part-sous-norme', lignes: 'annee-scolaire' },
};

/** La question d’Explorer qui part d’une figure de zone : la partie `?…` de son adresse. */
export const questionDeFigure = (id: string, zone: number): string =>
  encodeExplorer({ ...QUESTION_NEUVE, ...QUESTIONS[id], choix: { zone: [String(zone)] } });
