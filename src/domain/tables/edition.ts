import { ANNEE_SCOLAIRE } from './formes.ts';
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
    annee_scolaire: { ...ANNEE_SCOLAIRE, sens: 'Dernière année scolaire des inscriptions' },
    editeur: { type: 'texte', sens: 'Qui publie l’édition' },
    contact: { type: 'texte', sens: 'À qui écrire' },
    seuil_masquage: {
      type: 'entier',
      sens: 'En dessous de ce nombre, des effectifs officiels sont masqués',
      unite: 'élèves',
      min: 0,
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
    adresse: { type: 'texte', sens: 'Adresse de la source', vide: 'pas d’adresse publique' },
    consulte_le: {
      type: 'texte',
      sens: 'Date de consultation',
      forme: { regexp: /^\d{4}-\d{2}-\d{2}$/, exemple: '2024-02-01' },
      vide: 'sans objet ou non notée',
    },
    licence: { type: 'texte', sens: 'Licence', vide: 'non précisée' },
    note: { type: 'texte', sens: 'Précision', vide: 'rien à signaler' },
  },
});

export type Edition = Ligne<typeof edition>;
export type Source = Ligne<typeof sources>;
