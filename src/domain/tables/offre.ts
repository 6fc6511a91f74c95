import {
  ANNEE_ETUDE,
  ANNEE_SCOLAIRE,
  CARACTERES,
  CODE_POSTAL,
  ELEVES,
  FASE,
  LATITUDE,
  LONGITUDE,
  PRECISIONS,
  REF_OBG,
  REF_ZONE,
} from './formes.ts';
import { type Ligne, mart, NATURES, source } from './schema.ts';

const dossier = 'offre';
const REF_IMPLANTATION = {
  ...FASE,
  sens: 'Numéro FASE de l’implantation',
  reference: 'implantations.fase_implantation',
} as const;
const MODE = {
  type: 'texte',
  sens: 'Plein exercice (PE) ou alternance (ALT)',
  valeurs: ['PE', 'ALT'],
} as const;

export const RESEAUX = [
  'WBE',
  'officiel subventionné',
  'libre confessionnel',
  'libre non confessionnel',
] as const;

export const implantations = source({
  nom: 'implantations',
  dossier,
  publiee: true,
  titre: 'Implantations',
  sens: 'Les sites où des options sont organisées.',
  cle: ['fase_implantation'],
  colonnes: {
    fase_implantation: { ...FASE, sens: 'Numéro FASE de l’implantation' },
    fase_etablissement: { ...FASE, sens: 'Numéro FASE de l’établissement' },
    etablissement: { type: 'texte', sens: 'Nom de l’établissement' },
    nom: { type: 'texte', sens: 'Nom de l’implantation' },
    adresse: { type: 'texte', sens: 'Rue et numéro', vide: 'non connue' },
    code_postal: CODE_POSTAL,
    commune: { type: 'texte', sens: 'Commune', reference: 'communes.commune' },
    zone: REF_ZONE,
    reseau: { type: 'texte', sens: 'Réseau', valeurs: RESEAUX },
    caractere: { type: 'texte', sens: 'Caractère', valeurs: CARACTERES },
    fase_cefa: {
      ...FASE,
      sens: 'Numéro FASE du CEFA auquel l’établissement est lié',
      vide: 'aucun CEFA, ou non connu',
    },
    internat: { type: 'booleen', sens: 'Un internat est lié à l’implantation', vide: 'non connu' },
    lat: { ...LATITUDE, vide: 'position non connue' },
    lon: { ...LONGITUDE, vide: 'position non connue' },
    precision: { type: 'texte', sens: 'Ce que vaut la position', valeurs: PRECISIONS },
    nature: { type: 'texte', sens: 'Nature de la ligne', valeurs: NATURES },
  },
});

export const inscriptions = source({
  nom: 'inscriptions',
  dossier,
  publiee: false,
  titre: 'Inscriptions',
  sens: 'Les élèves par implantation, option, année d’étude et mode, au 15 janvier.',
  cle: ['annee_scolaire', 'fase_implantation', 'code_obg', 'annee_etude', 'mode'],
  colonnes: {
    annee_scolaire: ANNEE_SCOLAIRE,
    fase_implantation: REF_IMPLANTATION,
    code_obg: REF_OBG,
    annee_etude: ANNEE_ETUDE,
    mode: MODE,
    eleves: ELEVES,
  },
});

export const FORMES_SECONDAIRE = ['C', 'G', 'TT', 'AT', 'TQ', 'AQ', 'P'] as const;

export const population = source({
  nom: 'population',
  dossier,
  publiee: true,
  titre: 'Élèves du secondaire ordinaire',
  sens: 'Les élèves du secondaire ordinaire par zone, année d’étude et forme.',
  cle: ['annee_scolaire', 'zone', 'annee_etude', 'forme'],
  colonnes: {
    annee_scolaire: ANNEE_SCOLAIRE,
    zone: REF_ZONE,
    annee_etude: ANNEE_ETUDE,
    forme: {
      type: 'texte',
      sens: 'Forme : commune (C), générale, technique ou artistique de transition, TQ, AQ ou P',
      valeurs: FORMES_SECONDAIRE,
    },
    eleves: ELEVES,
  },
});

export const offre = mart({
  nom: 'offre',
  titre: 'Offre',
  sens: 'Les élèves par année scolaire, implantation, option, année d’étude et mode.',
  tables: ['inscriptions'],
  cle: inscriptions.cle,
  colonnes: inscriptions.colonnes,
});

export type Implantation = Ligne<typeof implantations>;
export type Inscription = Ligne<typeof inscriptions>;
export type Population = Ligne<typeof population>;
export type Offre = Ligne<typeof offre>;
