import { ANNEE_SCOLAIRE, FASE, REF_OBG, REF_ZONE } from './formes.ts';
import { mart } from './schema.ts';
import { STATUTS_MAINTIEN } from './statuts.ts';
import { CARACTERES, RESEAUX } from './valeurs.ts';

export const lignees = mart({
  nom: 'lignees',
  titre: 'Lignées d’options',
  sens: 'Chaque option du répertoire avec elle-même et avec chaque code qu’elle remplace.',
  tables: ['options', 'successions'],
  cle: ['code_obg', 'membre'],
  colonnes: {
    code_obg: REF_OBG,
    membre: { ...REF_OBG, sens: 'Elle-même, ou un code qu’elle remplace, directement ou non' },
  },
});

const eleves = (quoi: string) =>
  ({
    type: 'entier',
    sens: `Élèves ${quoi} : la somme des effectifs publiés`,
    unite: 'élèves',
    min: 0,
  }) as const;

const masques = (quoi: string) =>
  ({
    type: 'entier',
    sens: `Effectifs masqués ${quoi}, que cette somme ne compte pas`,
    unite: 'effectifs',
    min: 0,
  }) as const;

const SANS_MODE = 'non connu : le mode n’est pas donné';
const SANS_ETUDE = 'non connu : l’année d’étude n’est pas donnée';
const SANS_ANNEES = `les textes ne disent pas les années de l’option (article 45) ; ${SANS_ETUDE}`;
const SANS_STATUT = 'sans statut cette année-là';

export const occurrences = mart({
  nom: 'occurrences',
  titre: 'Occurrences',
  sens:
    'Une ligne par année scolaire, implantation et option qui y compte au moins un élève, publié ' +
    'ou masqué, tous modes et toutes années d’étude réunis.',
  tables: [
    'inscriptions',
    'implantations',
    'options',
    'successions',
    'normes_maintien',
    'transitions_maintien',
    'densites',
    'cpu_options',
  ],
  cle: ['annee_scolaire', 'fase_implantation', 'code_obg'],
  colonnes: {
    annee_scolaire: ANNEE_SCOLAIRE,
    fase_implantation: {
      ...FASE,
      sens: 'Numéro FASE de l’implantation',
      reference: 'implantations.fase_implantation',
    },
    code_obg: REF_OBG,
    zone: REF_ZONE,
    caractere: { type: 'texte', sens: 'Caractère de l’implantation', valeurs: CARACTERES },
    reseau: { type: 'texte', sens: 'Réseau de l’implantation', valeurs: RESEAUX },
    eleves: eleves('de toutes les années d’étude, plein exercice et alternance, au 15 janvier'),
    masques: masques('parmi eux'),
    tus: {
      type: 'entier',
      sens: 'Parmi ces effectifs masqués, ceux que la source elle-même tait',
      unite: 'effectifs',
      min: 0,
    },
    tus_au_moins: {
      type: 'entier',
      sens: 'Ce que ces effectifs tus par la source comptent au moins, ensemble',
      unite: 'élèves',
      min: 0,
    },
    tus_au_plus: {
      type: 'entier',
      sens: 'Ce que ces effectifs tus par la source comptent au plus, ensemble',
      unite: 'élèves',
      min: 0,
      vide: 'la source ne le dit pas',
    },
    eleves_pe: { ...eleves('en plein exercice'), vide: SANS_MODE },
    masques_pe: { ...masques('en plein exercice'), vide: SANS_MODE },
    eleves_alt: { ...eleves('en alternance'), vide: SANS_MODE },
    masques_alt: { ...masques('en alternance'), vide: SANS_MODE },
    eleves_premiere: { ...eleves('de la première année de l’option'), vide: SANS_ANNEES },
    masques_premiere: { ...masques('dans la première année'), vide: SANS_ANNEES },
    eleves_3: { ...eleves('de 3e'), vide: SANS_ETUDE },
    masques_3: { ...masques('en 3e'), vide: SANS_ETUDE },
    eleves_4: { ...eleves('de 4e'), vide: SANS_ETUDE },
    masques_4: { ...masques('en 4e'), vide: SANS_ETUDE },
    eleves_5: { ...eleves('de 5e'), vide: SANS_ETUDE },
    masques_5: { ...masques('en 5e'), vide: SANS_ETUDE },
    eleves_6: { ...eleves('de 6e'), vide: SANS_ETUDE },
    masques_6: { ...masques('en 6e'), vide: SANS_ETUDE },
    eleves_7: { ...eleves('de 7e'), vide: SANS_ETUDE },
    masques_7: { ...masques('en 7e'), vide: SANS_ETUDE },
    statut: {
      type: 'texte',
      sens: 'Statut de maintien déduit (table `statuts`), sous le code qui remplace l’option ici',
      valeurs: STATUTS_MAINTIEN,
      vide: SANS_STATUT,
    },
    comptes: {
      type: 'entier',
      sens: 'Élèves comptés pour la norme de maintien',
      unite: 'élèves',
      min: 0,
      vide: `masqués, ou ${SANS_STATUT}`,
    },
    norme: {
      type: 'entier',
      sens: 'Norme de maintien',
      unite: 'élèves',
      min: 0,
      vide: `le texte n’en fixe pas dans ce cas, ou ${SANS_STATUT}`,
    },
    sous_norme: {
      type: 'booleen',
      sens: 'Moins d’élèves que la norme de maintien',
      vide: `le texte n’en fixe pas dans ce cas, ou ${SANS_STATUT}`,
    },
  },
});
