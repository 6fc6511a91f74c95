import { CODE_OBG, REF_OBG, SOURCE_TEXTE } from './formes.ts';
import { type Ligne, source } from './schema.ts';
import { ANNEES, FILIERES, FORMES, STATUTS, STATUTS_2019, TYPES_7E } from './valeurs.ts';

const dossier = 'referentiel';
const SECTEUR = {
  type: 'entier',
  sens: 'Secteur d’enseignement, de 1 à 10',
  min: 1,
  max: 10,
} as const;
const GROUPE = {
  type: 'entier',
  sens: 'Groupe d’enseignement : les deux premiers chiffres du code',
  min: 10,
  max: 109,
} as const;

export const options = source({
  nom: 'options',
  dossier,
  publiee: true,
  titre: 'Répertoire des options',
  sens: 'Une ligne par code d’option de base groupée cité par les circulaires 7282 et 9146.',
  cle: ['code_obg'],
  colonnes: {
    code_obg: CODE_OBG,
    intitule: { type: 'texte', sens: 'Intitulé officiel de l’option' },
    secteur: { ...SECTEUR, reference: 'secteurs.secteur' },
    groupe: { ...GROUPE, reference: 'groupes.groupe' },
    regime: {
      type: 'texte',
      sens: 'Article du décret « missions » dont relève l’option, ou procédure d’urgence',
      valeurs: ['art49', 'art45', 'urgence'],
    },
    degre: {
      type: 'texte',
      sens: 'Degré : deuxième (D2), de qualification (DQ), les deux, ou troisième (D3)',
      valeurs: ['D2', 'DQ', 'D2-DQ', 'D3'],
      vide: 'le texte ne donne pas de degré',
    },
    forme: {
      type: 'texte',
      sens: 'Forme : professionnelle (P), technique (TQ) ou artistique de qualification (AQ)',
      valeurs: FORMES,
      vide: 'le texte ne donne pas de forme',
    },
    annees: {
      type: 'texte',
      sens: 'Années d’étude sur lesquelles court l’option',
      valeurs: ANNEES,
      vide: 'le texte ne donne pas d’années',
    },
    type_7e: {
      type: 'texte',
      sens: 'Type de la 7e année',
      valeurs: TYPES_7E,
      vide: 'sans objet, ou type non prévu par le texte',
    },
    filiere: {
      type: 'texte',
      sens: 'Plein exercice, alternance, les deux, ou article 45',
      valeurs: FILIERES,
      vide: 'le texte ne le dit pas',
    },
    reserve: {
      type: 'texte',
      sens: 'Option réservée (R) ou strictement réservée (R²)',
      valeurs: ['R', 'R2'],
      vide: 'non réservée',
    },
    sans_norme: { type: 'booleen', sens: 'Option sans norme de création (SN)' },
    acces_7e: {
      type: 'texte',
      sens: 'Accès à la 7e année : L, S-O ou O',
      valeurs: ['L', 'SO', 'O'],
      vide: 'sans objet, ou non prévu par le texte',
    },
    statut: { type: 'texte', sens: 'Situation de l’option pour la campagne', valeurs: STATUTS },
    sous_reserve: {
      type: 'booleen',
      sens: 'Sous réserve de l’approbation par le Parlement (circulaire 9146, §5.3)',
    },
    note: { type: 'texte', sens: 'Correction de lecture ou précision', vide: 'rien à signaler' },
    source: SOURCE_TEXTE,
    annees_2019: {
      type: 'texte',
      sens: 'Années d’étude au répertoire de 2019 (circulaire 7282)',
      valeurs: ANNEES,
      vide: 'les mêmes que pour la campagne',
      facultative: true,
    },
    statut_2019: {
      type: 'texte',
      sens: 'Situation au répertoire de 2019 (circulaire 7282)',
      valeurs: STATUTS_2019,
      vide: 'la même que pour la campagne',
      facultative: true,
    },
  },
});

export const successions = source({
  nom: 'successions',
  dossier,
  publiee: true,
  titre: 'Successions d’options',
  sens: 'Quel code en remplace un autre ; plusieurs à plusieurs.',
  cle: ['ancien', 'nouveau'],
  colonnes: {
    ancien: { ...REF_OBG, sens: 'Code remplacé' },
    nouveau: { ...REF_OBG, sens: 'Code qui le remplace' },
    depuis: { type: 'texte', sens: 'Depuis quand', vide: 'le texte ne le dit pas' },
    source: SOURCE_TEXTE,
  },
});

export const synonymes = source({
  nom: 'synonymes',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Mots du public',
  sens: 'Les mots de tous les jours qui font trouver une option quand son intitulé ne les porte pas.',
  cle: ['terme', 'code_obg'],
  colonnes: {
    terme: { type: 'texte', sens: 'Le mot, ou les mots, que le visiteur tape' },
    code_obg: REF_OBG,
    source: { type: 'texte', sens: 'D’où vient le rapprochement' },
  },
});

export const profils = source({
  nom: 'profils',
  dossier,
  publiee: true,
  titre: 'Profils de formation',
  sens: 'Le profil (CCPQ, SFMQ ou expérimental) dont relève chaque option.',
  cle: ['code_obg', 'profil'],
  colonnes: {
    code_obg: REF_OBG,
    profil: { type: 'texte', sens: 'Profil de formation', valeurs: ['CCPQ', 'SFMQ', 'EXP'] },
    source: SOURCE_TEXTE,
  },
});

export const secteurs = source({
  nom: 'secteurs',
  dossier,
  publiee: true,
  titre: 'Secteurs',
  sens: 'Les secteurs d’enseignement.',
  cle: ['secteur'],
  colonnes: {
    secteur: SECTEUR,
    intitule: { type: 'texte', sens: 'Intitulé du secteur' },
    source: SOURCE_TEXTE,
  },
});

export const groupes = source({
  nom: 'groupes',
  dossier,
  publiee: true,
  titre: 'Groupes',
  sens: 'Les groupes d’enseignement de chaque secteur.',
  cle: ['groupe'],
  colonnes: {
    groupe: GROUPE,
    secteur: { ...SECTEUR, reference: 'secteurs.secteur' },
    intitule: {
      type: 'texte',
      sens: 'Intitulé du groupe',
      vide: 'pas d’intitulé officiel : article 45 et urgence',
    },
    source: SOURCE_TEXTE,
  },
});

export type Option = Ligne<typeof options>;
export type Secteur = Ligne<typeof secteurs>;
export type Groupe = Ligne<typeof groupes>;
