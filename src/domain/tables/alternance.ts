import { REF_OBG } from './formes.ts';
import { REGLE_DATEE } from './normes.ts';
import { source } from './schema.ts';

const dossier = 'referentiel';

export const cefa = source({
  nom: 'cefa',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Création et maintien d’un CEFA',
  sens: 'Les seuils de création et de maintien d’un CEFA.',
  cle: ['regle'],
  colonnes: {
    regle: REGLE_DATEE.regle,
    edition: REGLE_DATEE.edition,
    objet: { type: 'texte', sens: 'Création ou maintien, premier ou deuxième CEFA' },
    seuil: { type: 'entier', sens: 'Seuil' },
    strict: { type: 'booleen', sens: 'Le seuil doit être dépassé' },
    unite: { type: 'texte', sens: 'Ce que l’on compte' },
    precision: { type: 'texte', sens: 'Précision' },
    reference: REGLE_DATEE.reference,
    texte: { type: 'texte', sens: 'Section où une règle absente devrait se lire' },
    valide_du: REGLE_DATEE.valide_du,
    valide_au: REGLE_DATEE.valide_au,
    nature: REGLE_DATEE.nature,
  },
});

export const encadrement = source({
  nom: 'encadrement',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Encadrement de l’alternance',
  sens: 'Les périodes-professeurs et l’accompagnement, par édition.',
  cle: ['regle'],
  colonnes: {
    regle: REGLE_DATEE.regle,
    edition: REGLE_DATEE.edition,
    public: {
      type: 'texte',
      sens: 'Ordinaire ou spécialisé',
      valeurs: ['ordinaire', 'specialise'],
    },
    objet: { type: 'texte', sens: 'Ce que la règle donne' },
    population: { type: 'texte', sens: 'Élèves visés', vide: 'tous' },
    rang_min: { type: 'entier', sens: 'À partir de ce rang d’élève', vide: 'sans minimum' },
    rang_max: { type: 'entier', sens: 'Jusqu’à ce rang d’élève', vide: 'sans maximum' },
    taux: { type: 'decimal', sens: 'Périodes ou part par élève', vide: 'sans objet' },
    valeur: { type: 'entier', sens: 'Valeur fixe', vide: 'sans objet' },
    arrondi: { type: 'booleen', sens: 'Le résultat s’arrondit' },
    intitule: { type: 'texte', sens: 'La règle en quelques mots' },
    reference: REGLE_DATEE.reference,
    texte: { type: 'texte', sens: 'Section où une règle absente devrait se lire' },
    valide_du: REGLE_DATEE.valide_du,
    valide_au: REGLE_DATEE.valide_au,
    nature: REGLE_DATEE.nature,
  },
});

export const cpu_options = source({
  nom: 'cpu_options',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Options CPU 4-5-6',
  sens: 'Les options de l’arrêté du 29 août 2018 (CPU).',
  cle: ['cle'],
  colonnes: {
    cle: { type: 'texte', sens: 'Identifiant de la ligne' },
    partie: { type: 'texte', sens: 'Partie de l’annexe' },
    role: { type: 'texte', sens: 'D2, CPU ou autre', valeurs: ['autre', 'cpu', 'd2'] },
    lettre: { type: 'texte', sens: 'Lettre de l’annexe', vide: 'aucune' },
    intitule: { type: 'texte', sens: 'Intitulé' },
    forme: { type: 'texte', sens: 'Forme', valeurs: ['P', 'TQ'] },
    code_obg: {
      ...REF_OBG,
      sens: 'Code de l’option',
      vide: 'le texte ne donne pas de code, ou le code n’est pas au répertoire',
    },
    code_cpu: { ...REF_OBG, sens: 'Code en 4-5-6', vide: 'sans objet' },
    reference: { type: 'texte', sens: 'Document et section' },
  },
});

export const cpu_renforts = source({
  nom: 'cpu_renforts',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Renforts CPU',
  sens: 'Les renforts d’encadrement par configuration d’options.',
  cle: ['partie', 'rang'],
  colonnes: {
    partie: { type: 'texte', sens: 'Partie de l’annexe' },
    rang: { type: 'entier', sens: 'Rang dans la partie' },
    d2_concernees: { type: 'texte', sens: 'Options du D2 concernées' },
    d2: { type: 'texte', sens: 'Options du D2 organisées', vide: 'aucune exigée' },
    cpu_concernees: { type: 'texte', sens: 'Options CPU concernées' },
    cpu: { type: 'texte', sens: 'Options CPU organisées', vide: 'aucune exigée' },
    cpu_nombre: { type: 'texte', sens: 'Nombre d’options CPU', vide: 'sans objet' },
    autres: { type: 'texte', sens: 'Autres options', vide: 'sans objet' },
    autres_lettres: { type: 'texte', sens: 'Lettres des autres options', vide: 'sans objet' },
    renforts: { type: 'entier', sens: 'Nombre de renforts' },
    precision: { type: 'texte', sens: 'Précision', vide: 'aucune' },
    reference: { type: 'texte', sens: 'Document et section' },
  },
});

export const cpu_complements = source({
  nom: 'cpu_complements',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Compléments CPU',
  sens: 'Les compléments de périodes par mise en œuvre.',
  cle: ['regle'],
  colonnes: {
    regle: { type: 'texte', sens: 'Identifiant de la règle' },
    quand: { type: 'texte', sens: 'Quand' },
    annees: { type: 'texte', sens: 'Années d’étude' },
    taux: { type: 'decimal', sens: 'Taux' },
    reference: { type: 'texte', sens: 'Document et section' },
  },
});

export const cpu_ecoles = source({
  nom: 'cpu_ecoles',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Écoles bénéficiaires CPU',
  sens: 'Les cinquante écoles de l’arrêté du 29 août 2018, 2018-2019 et 2019-2020.',
  cle: ['fase_etablissement', 'forme'],
  colonnes: {
    fase_etablissement: { type: 'texte', sens: 'Numéro FASE de l’établissement' },
    etablissement: { type: 'texte', sens: 'Nom de l’établissement' },
    code_postal: { type: 'texte', sens: 'Code postal' },
    localite: { type: 'texte', sens: 'Localité' },
    reseau: { type: 'texte', sens: 'Réseau, tel que publié', valeurs: ['LS', 'OS', 'WBE'] },
    cefa: { type: 'booleen', sens: 'CEFA' },
    forme: { type: 'texte', sens: 'Forme', valeurs: ['P', 'TQ'] },
    periodes: { type: 'entier', sens: 'Périodes accordées', unite: 'périodes' },
    note: { type: 'texte', sens: 'Correction de lecture', vide: 'rien à signaler' },
    reference: { type: 'texte', sens: 'Document et section' },
  },
});
