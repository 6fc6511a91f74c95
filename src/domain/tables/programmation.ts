import { REF_OBG } from './formes.ts';
import { REGLE_DATEE } from './normes.ts';
import { type Ligne, source } from './schema.ts';

const dossier = 'referentiel';

export const perimetre = source({
  nom: 'perimetre',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Périmètre des demandes',
  sens: 'Ce qui doit, peut et ne peut pas faire l’objet d’une demande.',
  cle: ['regle'],
  colonnes: {
    regle: REGLE_DATEE.regle,
    edition: REGLE_DATEE.edition,
    sens: {
      type: 'texte',
      sens: 'Doit, ne peut pas, ou hors périmètre',
      valeurs: ['doit', 'ne_peut_pas', 'hors_perimetre'],
    },
    objet: { type: 'texte', sens: 'Ce que la règle vise' },
    annees: { type: 'texte', sens: 'Durées d’option visées', vide: 'vaut pour toutes les valeurs' },
    precision: { type: 'texte', sens: 'La règle en une phrase' },
    reference: REGLE_DATEE.reference,
    texte: { type: 'texte', sens: 'Section où une règle absente devrait se lire' },
    valide_du: REGLE_DATEE.valide_du,
    valide_au: REGLE_DATEE.valide_au,
    nature: REGLE_DATEE.nature,
  },
});

export const acces_7e = source({
  nom: 'acces_7e',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Accès à la 7e année',
  sens: 'Ce que disent les lettres L, S-O et O.',
  cle: ['acces'],
  colonnes: {
    acces: { type: 'texte', sens: 'Lettre', valeurs: ['L', 'SO', 'O'] },
    intitule: { type: 'texte', sens: 'Intitulé' },
    sens: { type: 'texte', sens: 'Qui a accès' },
    reference: { type: 'texte', sens: 'Document et section' },
  },
});

export const acces_7e_depuis = source({
  nom: 'acces_7e_depuis',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Accès nommé à une 7e année',
  sens: 'Les options que le texte nomme comme donnant accès à une 7e année.',
  cle: ['code_obg', 'depuis', 'edition'],
  colonnes: {
    code_obg: { ...REF_OBG, sens: 'Option de 7e année' },
    depuis: { ...REF_OBG, sens: 'Option qui y donne accès' },
    edition: REGLE_DATEE.edition,
    reference: REGLE_DATEE.reference,
  },
});

export const conditions_alternance = source({
  nom: 'conditions_alternance',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Conditions du dédoublement et de la délégation',
  sens: 'Les conditions cumulatives, par procédure et par édition.',
  cle: ['procedure', 'edition', 'ordre'],
  colonnes: {
    procedure: { type: 'texte', sens: 'Dédoublement ou délégation' },
    edition: REGLE_DATEE.edition,
    ordre: { type: 'entier', sens: 'Ordre de la circulaire' },
    condition: { type: 'texte', sens: 'Identifiant de la condition' },
    intitule: { type: 'texte', sens: 'La condition' },
    reference: REGLE_DATEE.reference,
    texte: { type: 'texte', sens: 'Section où une règle absente devrait se lire' },
    valide_du: REGLE_DATEE.valide_du,
    valide_au: REGLE_DATEE.valide_au,
    nature: REGLE_DATEE.nature,
  },
});

export const dedoublement_cas = source({
  nom: 'dedoublement_cas',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Cas du dédoublement',
  sens: 'Selon le statut de maintien, le dédoublement est-il possible ?',
  cle: ['cas'],
  colonnes: {
    cas: { type: 'texte', sens: 'Numéro du cas' },
    edition: REGLE_DATEE.edition,
    statuts: { type: 'texte', sens: 'Statuts de maintien visés' },
    suspendue: { type: 'booleen', sens: 'L’option est suspendue', vide: 'sans objet' },
    possible: { type: 'booleen', sens: 'Le dédoublement est possible' },
    motif: { type: 'texte', sens: 'Pourquoi' },
    reference: REGLE_DATEE.reference,
  },
});

export const instances_programmation = source({
  nom: 'instances_programmation',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Instances',
  sens: 'Quelle instance se prononce, selon la réserve de l’option.',
  cle: ['reserve', 'edition'],
  colonnes: {
    reserve: { type: 'texte', sens: 'R, R² ou libre' },
    edition: REGLE_DATEE.edition,
    instance: { type: 'texte', sens: 'Instance' },
    reference: REGLE_DATEE.reference,
  },
});

export const parametres_programmation = source({
  nom: 'parametres_programmation',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Paramètres de programmation',
  sens: 'Les nombres de la règle des deux occurrences et de la suite des degrés.',
  cle: ['parametre', 'edition'],
  colonnes: {
    parametre: { type: 'texte', sens: 'Nom du paramètre' },
    edition: REGLE_DATEE.edition,
    valeur: { type: 'entier', sens: 'Valeur' },
    unite: { type: 'texte', sens: 'Unité' },
    reference: REGLE_DATEE.reference,
    texte: { type: 'texte', sens: 'Section où une règle absente devrait se lire' },
    valide_du: REGLE_DATEE.valide_du,
    valide_au: REGLE_DATEE.valide_au,
    nature: REGLE_DATEE.nature,
  },
});

export const enonces = source({
  nom: 'enonces',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Énoncés de la procédure',
  sens: 'Ce que dit la circulaire de chaque campagne, une phrase par ligne, et où le lire.',
  cle: ['enonce', 'edition'],
  colonnes: {
    enonce: { type: 'texte', sens: 'Identifiant de l’énoncé' },
    edition: REGLE_DATEE.edition,
    phrase: {
      type: 'texte',
      sens: 'L’énoncé ; entre accolades, une échéance du calendrier, dont la date prend la place',
    },
    reference: REGLE_DATEE.reference,
    valide_du: REGLE_DATEE.valide_du,
    valide_au: REGLE_DATEE.valide_au,
    nature: REGLE_DATEE.nature,
  },
});

export type Enonce = Ligne<typeof enonces>;
