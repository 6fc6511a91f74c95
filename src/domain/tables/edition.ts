import { ANNEE_SCOLAIRE, FORME_ADRESSE_WEB } from './formes.ts';
import { type Ligne, NATURES, source } from './schema.ts';

export const edition = source({
  nom: 'edition',
  dossier: '',
  publiee: false,
  titre: 'Édition',
  sens: 'Une seule ligne : ce qu’est cette édition du site et qui la publie.',
  cle: ['id'],
  colonnes: {
    id: {
      type: 'texte',
      sens: 'Identifiant de l’édition',
      forme: { regexp: /^[a-z0-9]+([-.][a-z0-9]+)*$/, exemple: 'demo-2026-1' },
    },
    titre: { type: 'texte', sens: 'Titre de l’édition' },
    campagne: { ...ANNEE_SCOLAIRE, sens: 'Campagne de programmation dont les règles valent' },
    annee_scolaire: {
      ...ANNEE_SCOLAIRE,
      sens: 'Dernière année scolaire des inscriptions, ou celle que l’édition décrit sans elles',
    },
    editeur: { type: 'texte', sens: 'Qui publie l’édition' },
    contact: { type: 'texte', sens: 'À qui écrire' },
    seuil_masquage: {
      type: 'entier',
      sens: 'En dessous de ce nombre, des effectifs officiels sont masqués',
      unite: 'élèves',
      min: 0,
      vide: 'le seuil habituel, 5',
    },
  },
});

export const sources = source({
  nom: 'sources',
  dossier: '',
  publiee: true,
  titre: 'Sources',
  sens: 'D’où vient chaque table, de quelle nature, consultée quand, sous quelle licence.',
  cle: ['table'],
  colonnes: {
    table: { type: 'texte', sens: 'Nom de la table' },
    titre: { type: 'texte', sens: 'Titre de la source' },
    editeur: { type: 'texte', sens: 'Qui publie la source' },
    nature: { type: 'texte', sens: 'Nature des données', valeurs: NATURES },
    adresse: {
      type: 'texte',
      sens: 'Adresse de la source',
      forme: FORME_ADRESSE_WEB,
      vide: 'pas d’adresse publique',
    },
    consulte_le: {
      type: 'texte',
      sens: 'Date de consultation',
      forme: { regexp: /^\d{4}-\d{2}-\d{2}$/, exemple: '2024-02-01' },
      vide: 'sans objet ou non notée',
    },
    licence: { type: 'texte', sens: 'Licence', vide: 'non précisée' },
    note: { type: 'texte', sens: 'Précision', vide: 'rien à signaler' },
    somme_controle: {
      type: 'entier',
      sens: 'Total annoncé : somme des élèves ou, dans une table sans élèves, nombre de lignes',
      vide: 'non annoncé, ou masqué avec les effectifs',
      facultative: true,
    },
  },
});

export const acceptes = source({
  nom: 'acceptes',
  dossier: '',
  publiee: false,
  facultative: true,
  titre: 'Avertissements acceptés',
  sens: 'Les avertissements des contrôles que l’éditeur a lus et accepte, et pourquoi.',
  cle: ['code', 'table', 'valeur'],
  colonnes: {
    code: {
      type: 'texte',
      sens: 'Code de l’avertissement',
      forme: { regexp: /^OAD-[A-Z]+(-[A-Z]+)*$/, exemple: 'OAD-DERIVE' },
    },
    table: { type: 'texte', sens: 'Table que l’avertissement vise' },
    valeur: { type: 'texte', sens: 'Valeur que l’avertissement cite, recopiée' },
    raison: { type: 'texte', sens: 'Pourquoi l’accepter' },
  },
});

export const rejets = source({
  nom: 'rejets',
  dossier: '',
  publiee: false,
  facultative: true,
  titre: 'Lignes écartées à l’import',
  sens: 'Les lignes des fichiers officiels qui ne sont pas entrées dans l’édition, et pourquoi.',
  cle: ['genre', 'fichier', 'ligne', 'code', 'valeur'],
  colonnes: {
    genre: { type: 'texte', sens: 'Genre d’import' },
    fichier: { type: 'texte', sens: 'Nom du fichier importé' },
    ligne: { type: 'entier', sens: 'Ligne du fichier importé', min: 1 },
    code: { type: 'texte', sens: 'Code de la raison' },
    valeur: { type: 'texte', sens: 'Ce qui n’est pas entré' },
    raison: { type: 'texte', sens: 'Pourquoi, et quoi écrire à la place' },
    colonne: {
      type: 'texte',
      sens: 'Colonne en cause : sa lettre dans un tableur, et son titre',
      vide: 'la ligne entière',
      facultative: true,
    },
  },
});

export const reponses_import = source({
  nom: 'import',
  dossier: '',
  publiee: false,
  facultative: true,
  titre: 'Réponses données à l’import',
  sens: 'Ce qu’on a répondu quand un fichier se lisait de deux façons : l’import suivant le reprend.',
  cle: ['genre', 'option', 'valeur'],
  colonnes: {
    genre: { type: 'texte', sens: 'Genre d’import' },
    option: {
      type: 'texte',
      sens: 'Option de la commande, sans ses tirets',
      valeurs: [
        'milliers',
        'annee',
        'colonne',
        'feuille',
        'additionner',
        'garder',
        'masquees',
        'tus',
        'deux',
        'sans',
      ],
    },
    valeur: { type: 'texte', sens: 'Ce qui a été répondu', max: 300 },
  },
});

/** Le seuil de masquage d’une édition qui n’en donne pas. */
export const SEUIL_HABITUEL = 5;

export type Edition = Ligne<typeof edition>;
export type Source = Ligne<typeof sources>;
export type Accepte = Ligne<typeof acceptes>;
export type ReponseGardee = Ligne<typeof reponses_import>;
export type Rejet = Ligne<typeof rejets>;
