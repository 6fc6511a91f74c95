import { type Avis, ecrire, LecteurDAdresse } from '../etat.ts';
import type { Question, Questionnaire, Reponses } from './types.ts';

const cleDAdresse = (sujet: string, { cle }: Question): string => `${sujet}-${cle}`;

function lire(lecteur: LecteurDAdresse, sujet: string, question: Question): string {
  const cle = cleDAdresse(sujet, question);
  if (!('choix' in question)) return String(lecteur.nombre(cle, question.max) ?? '');
  return lecteur.choix<string>(
    cle,
    question.choix.map(({ valeur }) => valeur),
    '',
  );
}

/** Les réponses qu’une adresse donne ; une valeur inconnue est ignorée avec un avis. */
export function lireReponses<T>(
  search: string,
  sujet: string,
  questionnaire: Questionnaire<T>,
  tables: T,
): { readonly etat: Reponses; readonly avis: Avis } {
  const lues = (connues: Reponses) => {
    const lecteur = new LecteurDAdresse(search);
    const etat = Object.fromEntries(
      questionnaire
        .questions(tables, connues)
        .map((question) => [question.cle, lire(lecteur, sujet, question)] as const)
        .filter(([, reponse]) => reponse !== ''),
    );
    return { etat, avis: lecteur.avis };
  };
  // Une réponse peut amener d’autres questions.
  return lues(lues({}).etat);
}

/** L’adresse qui porte les réponses d’un questionnaire ; celles d’une question disparue en sortent. */
export function ecrireReponses<T>(
  search: string,
  sujet: string,
  questionnaire: Questionnaire<T>,
  tables: T,
  reponses: Reponses,
): string {
  const anciennes = [...new URLSearchParams(search).keys()].filter((cle) =>
    cle.startsWith(`${sujet}-`),
  );
  return ecrire(search, {
    ...Object.fromEntries(anciennes.map((cle) => [cle, ''])),
    ...Object.fromEntries(
      questionnaire
        .questions(tables, reponses)
        .map((question) => [cleDAdresse(sujet, question), reponses[question.cle] ?? '']),
    ),
  });
}
