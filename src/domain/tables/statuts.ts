import { ANNEE_SCOLAIRE, FASE, REF_OBG } from './formes.ts';
import { type Ligne, mart } from './schema.ts';

export const STATUTS_MAINTIEN = [
  'creation',
  'atteinte',
  'M1',
  'M2',
  'S1',
  'S2',
  'derogation',
  'fermee',
  'indetermine',
  'selon_lieu',
  'masque',
] as const;

export const statuts = mart({
  nom: 'statuts',
  titre: 'Statuts de maintien',
  sens:
    'Pour chaque option d’une implantation et chaque année scolaire : ses élèves comptés au ' +
    '15 janvier, la norme de maintien et le statut qu’on en déduit. Toujours approximatif : les ' +
    'décisions (dérogations, suspensions) ne sont pas publiques.',
  tables: [
    'inscriptions',
    'implantations',
    'communes',
    'options',
    'successions',
    'normes_maintien',
    'transitions_maintien',
    'densites',
    'cpu_options',
  ],
  cle: ['fase_implantation', 'code_obg', 'annee_scolaire'],
  colonnes: {
    fase_implantation: {
      ...FASE,
      sens: 'Numéro FASE de l’implantation',
      reference: 'implantations.fase_implantation',
    },
    code_obg: REF_OBG,
    annee_scolaire: ANNEE_SCOLAIRE,
    statut: {
      type: 'texte',
      sens: 'Statut de maintien déduit (circulaire 7282, ch. VII) ; `indetermine` : le texte ne fixe pas de norme ; `selon_lieu` : un lieu mal connu en décide ; `masque` : un effectif masqué en décide',
      valeurs: STATUTS_MAINTIEN,
    },
    eleves: {
      type: 'entier',
      sens: 'Élèves comptés pour la norme de maintien, au 15 janvier',
      unite: 'élèves',
      min: 0,
      vide: 'masqués : trop peu d’élèves',
    },
    eleves_masque: { type: 'booleen', sens: 'Le nombre d’élèves est masqué' },
    norme: {
      type: 'entier',
      sens: 'Norme de maintien',
      unite: 'élèves',
      min: 0,
      vide: 'le texte ne fixe pas de norme dans ce cas, ou elle dépend d’un lieu qui n’est pas connu en entier (voir le motif)',
    },
    sous_norme: {
      type: 'booleen',
      sens: 'Moins d’élèves que la norme de maintien',
      vide: 'le texte ne fixe pas de norme dans ce cas, ou un effectif masqué ou le lieu en décide',
    },
    motif: { type: 'texte', sens: 'Pourquoi ce statut' },
    reference: { type: 'texte', sens: 'Document, section et article' },
    reserves: {
      type: 'texte',
      sens: 'Ce qui rend le statut approximatif : codes de la table `reserves`, séparés par une espace',
    },
  },
});

export const reserves = mart({
  nom: 'reserves',
  titre: 'Réserves des statuts de maintien',
  sens: 'Ce qui rend approximatifs les statuts de la table `statuts`, chaque réserve une fois.',
  tables: ['normes_maintien', 'densites', 'transitions_maintien'],
  cle: ['reserve'],
  colonnes: {
    reserve: { type: 'texte', sens: 'Code, propre à l’édition' },
    texte: { type: 'texte', sens: 'La réserve' },
  },
});

export type StatutMaintien = Ligne<typeof statuts>;
