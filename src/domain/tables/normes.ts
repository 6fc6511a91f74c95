import { REF_OBG, REF_ZONE } from './formes.ts';
import { type Ligne, mart, source } from './schema.ts';

const dossier = 'referentiel';
const TOUTES = 'vaut pour toutes les valeurs';

/** Les colonnes qui datent une règle et disent où la lire ; communes aux tables de règles. */
export const REGLE_DATEE = {
  regle: { type: 'texte', sens: 'Identifiant de la règle' },
  edition: { type: 'texte', sens: 'Édition des règles, par exemple 2025-26' },
  reference: { type: 'texte', sens: 'Document, section et article' },
  valide_du: { type: 'texte', sens: 'Premier jour où la règle vaut' },
  valide_au: { type: 'texte', sens: 'Dernier jour où la règle vaut', vide: 'sans terme connu' },
  nature: {
    type: 'texte',
    sens: 'Transcription d’un texte, ou connue par la seule presse',
    valeurs: ['transcription', 'presse, à confirmer'],
  },
} as const;

const { regle, edition, reference, valide_du, valide_au, nature } = REGLE_DATEE;

export const normes_creation = source({
  nom: 'normes_creation',
  dossier,
  publiee: true,
  titre: 'Règles de création',
  sens: 'Les normes de création, une ligne par ligne des tableaux officiels.',
  cle: ['regle'],
  colonnes: {
    regle,
    edition,
    objet: { type: 'texte', sens: 'Ce que la règle vise : option, degré, article 45, SN, NP…' },
    degre: { type: 'texte', sens: 'Degré visé', vide: TOUTES },
    annee: { type: 'entier', sens: 'Année d’étude où l’on compte', vide: TOUTES, min: 1, max: 7 },
    forme: { type: 'texte', sens: 'Formes visées', vide: TOUTES },
    type_7e: { type: 'texte', sens: 'Types de 7e année visés', vide: TOUTES },
    mode: { type: 'texte', sens: 'Modes visés', vide: TOUTES },
    groupement: { type: 'texte', sens: 'Part des cours groupés', vide: TOUTES },
    distance: { type: 'texte', sens: 'Cas de distance, pour l’ouverture d’un degré', vide: TOUTES },
    genre: {
      type: 'texte',
      sens: 'Une valeur, une dispense, ou un silence du texte',
      valeurs: ['valeur', 'sans_norme', 'non_prevu'],
    },
    generale: {
      type: 'entier',
      sens: 'Norme générale',
      unite: 'élèves',
      vide: 'sans objet',
      min: 0,
    },
    preferentielle: {
      type: 'entier',
      sens: 'Norme préférentielle',
      unite: 'élèves',
      vide: 'aucune',
      min: 0,
    },
    condition: { type: 'texte', sens: 'Ce qui ouvre la norme préférentielle', vide: 'aucune' },
    part_ipieq: {
      type: 'decimal',
      sens: 'Part de la norme avec un incitant IPIEQ',
      vide: 'sans objet',
      min: 0,
      max: 1,
    },
    precision: { type: 'texte', sens: 'Précision reprise dans le motif', vide: 'aucune' },
    reference,
    texte: { type: 'texte', sens: 'Section où une règle absente devrait se lire' },
    valide_du,
    valide_au,
    nature,
  },
});

export const normes_applicables = mart({
  nom: 'normes_applicables',
  titre: 'Normes de création applicables',
  sens: 'Pour chaque option organisable, zone, mode et groupement : la norme, ou pourquoi il n’y en a pas.',
  tables: [
    'normes_creation',
    'options',
    'options_metiers',
    'thematiques_communes',
    'fonctions_critiques',
    'zones',
  ],
  cle: ['code_obg', 'zone', 'mode', 'groupement', 'edition'],
  colonnes: {
    code_obg: REF_OBG,
    zone: REF_ZONE,
    mode: {
      type: 'texte',
      sens: 'Plein exercice, plein exercice et alternance, ou alternance seule',
      valeurs: ['PE', 'PE-ALT', 'ALT'],
    },
    groupement: {
      type: 'texte',
      sens: 'Part des cours de 7e année groupés avec une autre option',
      valeurs: ['seule', '1/3', '2/3', 'toutes'],
    },
    edition,
    genre: normes_creation.colonnes.genre,
    valeur: {
      type: 'entier',
      sens: 'Norme de création au 1er octobre',
      unite: 'élèves',
      vide: 'sans norme, ou non prévue par le texte',
      min: 0,
    },
    autre_valeur: {
      type: 'entier',
      sens: 'Norme si une liste qui n’est pas connue nommait l’option (voir le motif)',
      unite: 'élèves',
      vide: 'les listes connues suffisent à dire la norme',
      min: 0,
    },
    regle: { ...regle, vide: 'aucune règle ne s’applique' },
    motif: { type: 'texte', sens: 'Pourquoi cette réponse' },
    reference,
  },
});

export type NormeApplicable = Ligne<typeof normes_applicables>;
