import { QUESTION_NEUVE, type Question } from './question.ts';

/** Une question toute faite, dans les mots de qui la pose. */
export interface QuestionDeGalerie {
  readonly titre: string;
  readonly question: Question;
}

const poser = (titre: string, question: Partial<Question>): QuestionDeGalerie => ({
  titre,
  question: { ...QUESTION_NEUVE, ...question },
});

/** Les questions qu’on pose souvent à ces tables, de l’état des lieux à l’évolution. */
export const GALERIE: readonly QuestionDeGalerie[] = [
  poser('Quelles options ont perdu le plus d’élèves à Liège ?', {
    mesure: 'evolution',
    lignes: 'option',
    choix: { zone: ['4'] },
    tri: 'petit',
    premieres: 10,
  }),
  poser('Quelles options en ont gagné le plus, dans toutes les zones ?', {
    mesure: 'evolution',
    lignes: 'option',
    premieres: 10,
  }),
  poser('Comment chaque secteur a-t-il évolué, zone par zone ?', {
    mesure: 'evolution-relative',
    lignes: 'secteur',
    colonnes: 'zone',
    auMoins: 50,
  }),
  poser('Combien d’élèves par secteur, année après année ?', {
    lignes: 'secteur',
    colonnes: 'annee-scolaire',
  }),
  poser('Quels secteurs reposent sur l’alternance ?', {
    lignes: 'secteur',
    colonnes: 'mode',
    part: 'ligne',
  }),
  poser('L’alternance progresse-t-elle ?', {
    lignes: 'annee-scolaire',
    colonnes: 'mode',
  }),
  poser('Dans quelle zone le plus d’occurrences sont-elles sous la norme de maintien ?', {
    mesure: 'part-sous-norme',
    lignes: 'zone',
  }),
  poser('Quels groupes d’options sont le plus souvent sous leur norme ?', {
    mesure: 'part-sous-norme',
    lignes: 'groupe',
    auMoins: 100,
    premieres: 10,
  }),
  poser('Quelles options TC et FC ont le moins d’occurrences ?', {
    mesure: 'occurrences',
    lignes: 'option',
    choix: { besoin: ['tc-fc'] },
    tri: 'petit',
    premieres: 10,
  }),
  poser('Quelle part de l’offre de chaque zone répond à un besoin TC-FC ?', {
    mesure: 'part-tc-fc',
    lignes: 'zone',
  }),
  poser('Quelles options ont les plus petits groupes d’élèves ?', {
    mesure: 'taille',
    lignes: 'option',
    tri: 'petit',
    auMoins: 20,
    premieres: 10,
  }),
  poser('Comment l’offre se partage-t-elle entre les deux caractères, zone par zone ?', {
    mesure: 'occurrences',
    lignes: 'zone',
    colonnes: 'caractere',
    part: 'ligne',
  }),
  poser('Comment chaque réseau évolue-t-il ?', {
    lignes: 'reseau',
    colonnes: 'annee-scolaire',
  }),
  poser('Quelles communes accueillent le plus d’élèves en 7e année ?', {
    lignes: 'commune',
    choix: { 'annee-etude': ['7'] },
    premieres: 10,
  }),
  poser('Quelles écoles offrent le plus d’options en alternance ?', {
    mesure: 'options',
    lignes: 'etablissement',
    choix: { mode: ['ALT'] },
    premieres: 10,
  }),
];
