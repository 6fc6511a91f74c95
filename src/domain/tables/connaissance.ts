import { ETATS, TABLES_COUVERTES } from '../connaissance.ts';
import { ANNEE_SCOLAIRE, REF_ZONE } from './formes.ts';
import { type Ligne, mart, source } from './schema.ts';

const TABLE = {
  type: 'texte',
  sens: 'Table dont on dit ce qui est connu',
  valeurs: TABLES_COUVERTES,
} as const;
const ETAT = {
  type: 'texte',
  sens: 'Connu (un zéro est un vrai zéro), partiel (des lignes manquent), ou inconnu',
  valeurs: ETATS,
} as const;

export const couverture = source({
  nom: 'couverture',
  dossier: '',
  publiee: false,
  facultative: true,
  titre: 'Couverture dite',
  sens: 'Ce que l’éditeur dit connu, partiel ou inconnu, quand les lignes ne suffisent pas à le dire.',
  cle: ['table', 'zone', 'annee_scolaire'],
  colonnes: {
    table: TABLE,
    zone: { ...REF_ZONE, vide: 'toutes les zones' },
    annee_scolaire: { ...ANNEE_SCOLAIRE, vide: 'toutes les années de l’édition' },
    etat: ETAT,
    raison: { type: 'texte', sens: 'Pourquoi', vide: 'non dite' },
  },
});

export const connaissance = mart({
  nom: 'connaissance',
  titre: 'Ce que l’édition connaît',
  sens:
    'Pour chaque table de chiffres, zone et année scolaire : connue, en partie, ou pas du tout. ' +
    'Sans couverture dite, une zone sans aucune ligne n’est pas connue.',
  tables: ['zones'],
  cle: ['table', 'zone', 'annee_scolaire'],
  colonnes: {
    table: TABLE,
    zone: REF_ZONE,
    annee_scolaire: ANNEE_SCOLAIRE,
    etat: ETAT,
    raison: { type: 'texte', sens: 'Pourquoi', vide: 'non dite' },
  },
});

export type Couverture = Ligne<typeof couverture>;
