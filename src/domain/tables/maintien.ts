import { REGLE_DATEE } from './normes.ts';
import { source } from './schema.ts';

const dossier = 'referentiel';

export const densites = source({
  nom: 'densites',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Densités',
  sens: 'Les communes rurales, semi-rurales et ordinaires, et les distances qui comptent.',
  cle: ['densite'],
  colonnes: {
    densite: {
      type: 'texte',
      sens: 'N (ordinaire), S (semi-rurale) ou R (rurale)',
      valeurs: ['N', 'R', 'S'],
    },
    intitule: { type: 'texte', sens: 'Intitulé' },
    densite_min: {
      type: 'entier',
      sens: 'Densité à partir de laquelle le cas vaut',
      unite: 'habitants/km²',
      vide: 'sans minimum',
    },
    densite_max: {
      type: 'entier',
      sens: 'Densité sous laquelle le cas vaut',
      unite: 'habitants/km²',
      vide: 'sans maximum',
    },
    km_caractere: {
      type: 'entier',
      sens: 'Distance au plus proche établissement de même caractère',
      unite: 'km',
    },
    km_longue: { type: 'entier', sens: 'Longue distance', unite: 'km' },
    reference: { type: 'texte', sens: 'Document et section' },
  },
});

export const normes_maintien = source({
  nom: 'normes_maintien',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Règles de maintien',
  sens: 'Les normes de maintien, par degré et par option, une ligne par ligne des tableaux officiels.',
  cle: ['regle'],
  colonnes: {
    regle: REGLE_DATEE.regle,
    edition: REGLE_DATEE.edition,
    objet: {
      type: 'texte',
      sens: 'Ce que la règle vise : option, degré, lien CPU, article 45, urgence',
    },
    degre: { type: 'texte', sens: 'Degré visé', vide: 'vaut pour toutes les valeurs' },
    annees: { type: 'texte', sens: 'Durées d’option visées', vide: 'vaut pour toutes les valeurs' },
    forme: { type: 'texte', sens: 'Formes visées', vide: 'vaut pour toutes les valeurs' },
    type_7e: {
      type: 'texte',
      sens: 'Types de 7e année visés',
      vide: 'vaut pour toutes les valeurs',
    },
    mode: { type: 'texte', sens: 'Modes visés', vide: 'vaut pour toutes les valeurs' },
    groupement: {
      type: 'texte',
      sens: 'Part des cours groupés',
      vide: 'vaut pour toutes les valeurs',
    },
    distance: { type: 'texte', sens: 'Cas de distance', vide: 'vaut pour toutes les valeurs' },
    densite: { type: 'texte', sens: 'Densités visées', vide: 'vaut pour toutes les valeurs' },
    genre: {
      type: 'texte',
      sens: 'Une valeur, ou un silence du texte',
      valeurs: ['valeur', 'sans_norme', 'non_prevu'],
    },
    norme: {
      type: 'entier',
      sens: 'Norme de maintien',
      unite: 'élèves',
      vide: 'le texte n’en fixe pas',
    },
    part: { type: 'decimal', sens: 'Part de la norme exigée', vide: 'la norme entière' },
    compte: {
      type: 'texte',
      sens: 'Années d’étude où l’on compte, au 15 janvier',
      vide: 'toutes celles du degré ; d’une option, non connues',
    },
    precision: { type: 'texte', sens: 'Précision reprise dans le motif', vide: 'aucune' },
    reference: REGLE_DATEE.reference,
    texte: { type: 'texte', sens: 'Section où une règle absente devrait se lire' },
    valide_du: REGLE_DATEE.valide_du,
    valide_au: REGLE_DATEE.valide_au,
    nature: REGLE_DATEE.nature,
  },
});

export const transitions_maintien = source({
  nom: 'transitions_maintien',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Passages de statut',
  sens: 'D’un statut au suivant, selon ce que l’année scolaire apporte.',
  cle: ['rang'],
  colonnes: {
    rang: { type: 'entier', sens: 'Ordre de lecture : la première ligne qui convient gagne' },
    depuis: { type: 'texte', sens: 'Statut de départ' },
    acquis: {
      type: 'texte',
      sens: 'Statut gardé en réserve',
      vide: 'vaut pour toutes les valeurs',
    },
    evenement: { type: 'texte', sens: 'Ce que l’année apporte' },
    vers: { type: 'texte', sens: 'Statut d’arrivée' },
    acquis_vers: { type: 'texte', sens: 'Statut gardé ensuite' },
    motif: { type: 'texte', sens: 'Pourquoi' },
    situation: { type: 'texte', sens: 'Situation du tableau officiel', vide: 'aucune' },
    reference: { type: 'texte', sens: 'Document et section' },
  },
});

export const possibilites_maintien = source({
  nom: 'possibilites_maintien',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Possibilités par statut',
  sens: 'Ce que l’école peut faire à la rentrée suivante.',
  cle: ['statut', 'rang'],
  colonnes: {
    statut: { type: 'texte', sens: 'Statut' },
    rang: { type: 'entier', sens: 'Ordre de la circulaire' },
    possibilite: { type: 'texte', sens: 'La possibilité' },
    texte: { type: 'texte', sens: 'Ce qu’elle permet' },
    reference: { type: 'texte', sens: 'Document et section' },
  },
});
