import {
  ANNEE_ETUDE,
  ANNEE_SCOLAIRE,
  CODE_POSTAL,
  ELEVES,
  FASE,
  LATITUDE,
  LONGITUDE,
  REF_OBG,
  REF_ZONE,
} from './formes.ts';
import { type Ligne, mart, NATURES, source } from './schema.ts';
import { CARACTERES, PRECISIONS, RESEAUX } from './valeurs.ts';

const dossier = 'offre';
const REF_IMPLANTATION = {
  ...FASE,
  sens: 'Numéro FASE de l’implantation',
  reference: 'implantations.fase_implantation',
} as const;
/** Ce que la source dit d’un effectif qu’elle tait : « moins de 5 » est de 1 à 4. */
const BORNES_TUES = {
  eleves_au_moins: {
    type: 'entier',
    sens: 'D’un effectif que la source tait, le moins qu’elle en dit',
    unite: 'élèves',
    min: 1,
    vide: 'un élève au moins, si l’effectif est tu par la source',
    facultative: true,
  },
  eleves_au_plus: {
    type: 'entier',
    sens: 'D’un effectif que la source tait, le plus qu’elle en dit : 4 pour « moins de 5 »',
    unite: 'élèves',
    min: 1,
    vide: 'l’effectif n’est pas tu par la source, ou elle n’en dit pas de maximum',
    facultative: true,
  },
} as const;
const TU = 'tu par la source, qui peut en donner les bornes : un élève au moins, jamais zéro';
const MODE = {
  type: 'texte',
  sens: 'Plein exercice (PE) ou alternance (ALT)',
  valeurs: ['PE', 'ALT'],
} as const;

/** Ce qu’on écrit dans la colonne `zone` d’une implantation située hors des dix zones. */
export const HORS_ZONE = 'hors zone';

export const implantations = source({
  nom: 'implantations',
  dossier,
  publiee: false,
  titre: 'Implantations des écoles secondaires',
  sens: 'Les sites d’écoles secondaires. Un registre d’écoles ne dit pas lesquels sont qualifiants.',
  cle: ['fase_implantation'],
  colonnes: {
    fase_implantation: { ...FASE, sens: 'Numéro FASE de l’implantation' },
    fase_etablissement: { ...FASE, sens: 'Numéro FASE de l’établissement' },
    etablissement: { type: 'texte', sens: 'Nom de l’établissement' },
    nom: { type: 'texte', sens: 'Nom de l’implantation, suivi de l’adresse si deux le portent' },
    adresse: { type: 'texte', sens: 'Rue et numéro', vide: 'non connue' },
    code_postal: CODE_POSTAL,
    commune: {
      type: 'texte',
      sens: 'Commune',
      reference: 'communes.commune',
      referenceSi: 'zone',
    },
    zone: { ...REF_ZONE, vide: 'hors des dix zones', motVide: HORS_ZONE },
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
    nom_cefa: {
      type: 'texte',
      sens: 'Nom de ce CEFA',
      vide: 'aucun CEFA, ou non connu',
      facultative: true,
    },
    qualifiant: {
      type: 'booleen',
      sens: 'Le site a une section qualifiante ; le registre des écoles ne le dit pas',
      vide: 'non connu',
      facultative: true,
    },
  },
});

export const implantationsPubliees = mart({
  nom: 'implantations',
  titre: implantations.titre,
  sens: 'Les sites d’écoles secondaires des dix zones ; ceux hors zone n’y sont pas.',
  tables: ['implantations'],
  cle: implantations.cle,
  colonnes: { ...implantations.colonnes, zone: REF_ZONE },
});

export const inscriptions = source({
  nom: 'inscriptions',
  dossier,
  publiee: false,
  somme: 'eleves',
  titre: 'Inscriptions',
  sens: 'Les élèves par implantation, option, année d’étude et mode, au 15 janvier.',
  cle: ['annee_scolaire', 'fase_implantation', 'code_obg', 'annee_etude', 'mode'],
  colonnes: {
    annee_scolaire: ANNEE_SCOLAIRE,
    fase_implantation: REF_IMPLANTATION,
    code_obg: REF_OBG,
    annee_etude: { ...ANNEE_ETUDE, vide: 'non donnée : les élèves de toutes les années d’étude' },
    mode: { ...MODE, vide: 'non donné : plein exercice et alternance ensemble' },
    eleves: { ...ELEVES, vide: TU, motVide: 'tu' },
    ...BORNES_TUES,
  },
});

const OCCURRENCES = {
  type: 'entier',
  sens: 'Implantations de la zone où l’option compte au moins un élève',
  unite: 'occurrences',
  min: 0,
} as const;

export const totaux_zones = source({
  nom: 'totaux_zones',
  dossier,
  publiee: false,
  facultative: true,
  somme: 'eleves',
  titre: 'Totaux des zones',
  sens:
    'Les occurrences et les élèves d’une option dans une zone, sans dire où : ce que montre le ' +
    'tableau de l’OAD officiel. Ils ne servent que là où aucune inscription n’est connue.',
  cle: ['annee_scolaire', 'zone', 'code_obg'],
  colonnes: {
    annee_scolaire: ANNEE_SCOLAIRE,
    zone: REF_ZONE,
    code_obg: REF_OBG,
    occurrences: OCCURRENCES,
    eleves: { ...ELEVES, vide: 'tus par la source : trop peu d’élèves' },
    ...BORNES_TUES,
  },
});

export const FORMES_SECONDAIRE = ['C', 'G', 'TT', 'AT', 'TQ', 'AQ', 'P'] as const;

export const population = source({
  nom: 'population',
  dossier,
  publiee: false,
  somme: 'eleves',
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

const MASQUES = {
  eleves: { ...ELEVES, vide: 'masqués : trop peu d’élèves' },
  eleves_masque: {
    type: 'booleen',
    sens: 'L’effectif est masqué : il ferait reconnaître des élèves',
  },
} as const;

const MASQUES_OU_TUS = {
  eleves: { ...ELEVES, vide: 'masqués, ou tus par la source (voir eleves_au_moins)' },
  eleves_masque: {
    type: 'booleen',
    sens: 'L’effectif n’est pas publié : masqué ici, ou tu par la source',
  },
  eleves_au_moins: {
    ...BORNES_TUES.eleves_au_moins,
    vide: 'la source ne tait pas cet effectif',
    facultative: false,
  },
  eleves_au_plus: { ...BORNES_TUES.eleves_au_plus, facultative: false },
} as const;

export const populationPubliee = mart({
  nom: 'population',
  titre: population.titre,
  sens: population.sens,
  tables: ['population'],
  cle: population.cle,
  colonnes: { ...population.colonnes, ...MASQUES },
});

export const totauxPublies = mart({
  nom: 'totaux_zones',
  titre: totaux_zones.titre,
  sens:
    'Les occurrences et les élèves d’une option dans les zones et les années dont l’édition n’a ' +
    'que les totaux ; ailleurs, les implantations répondent.',
  tables: ['totaux_zones', 'inscriptions'],
  cle: totaux_zones.cle,
  colonnes: { ...totaux_zones.colonnes, ...MASQUES_OU_TUS },
});

export const offre = mart({
  nom: 'offre',
  titre: 'Offre',
  sens: 'Les élèves par année scolaire, implantation, option, année d’étude et mode.',
  tables: ['inscriptions'],
  cle: inscriptions.cle,
  colonnes: { ...inscriptions.colonnes, ...MASQUES_OU_TUS },
});

export const classes = source({
  nom: 'classes',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Classes socio-économiques',
  sens: 'La classe socio-économique que l’Administration attribue à chaque implantation.',
  cle: ['annee', 'fase_implantation'],
  colonnes: {
    annee: { type: 'entier', sens: 'Année de référence', min: 2000, max: 2100 },
    fase_implantation: REF_IMPLANTATION,
    classe: {
      type: 'texte',
      sens: 'Classe d’encadrement différencié, de 1 (la moins favorisée) à 20, avec 3a et 3b',
      forme: { regexp: /^([1-9]|1\d|20|3[ab])$/, exemple: '3a' },
      vide: 'non attribuée',
    },
    classe_hed: {
      type: 'texte',
      sens: 'Classe hors encadrement différencié',
      forme: { regexp: /^([1-9]|1\d|20|3[ab])$/, exemple: '12' },
      vide: 'non attribuée',
    },
  },
});

export type Implantation = Ligne<typeof implantationsPubliees>;
export type Inscription = Ligne<typeof inscriptions>;
/** Une inscription dont la source ne tait rien. */
export type InscriptionComptee = Inscription & { readonly eleves: number };
export type Population = Ligne<typeof population>;
export type Offre = Ligne<typeof offre>;
