import { enNombre } from '../domain/nombres.ts';
import type { Regle } from '../query/toutes-les-regles.ts';
import {
  anneesEnMots,
  DENSITE_EN_MOTS,
  DISTANCE_EN_MOTS,
  GROUPEMENT_EN_MOTS,
  MODE_EN_MOTS,
} from './regles.ts';
import { EVENEMENT_EN_MOTS, STATUT_EN_MOTS } from './statuts.ts';

/** Les règles d’une table : ce que chacune vise, ce qu’elle répond, et les pages qui la lisent. */
export interface FamilleDeRegles {
  readonly table: string;
  readonly titre: string;
  /** Les colonnes qui disent ce que la règle vise. */
  readonly vise: readonly string[];
  /** Celles qui disent ce qu’elle répond, et le mot qui les précède. */
  readonly repond: Readonly<Record<string, string>>;
  readonly pages: readonly (readonly [chemin: string, nom: string])[];
}

const NORMES = '/procedure/normes/';
const ALTERNANCE = '/procedure/alternance/';
const ENCADREMENT = '/procedure/encadrement/';
const DOSSIER = ['/dossier/', 'Mon dossier'] as const;
const CARTE = ['/carte/', 'Carte'] as const;
const LIEU = ['objet', 'annee', 'annees', 'forme', 'type_7e', 'mode', 'groupement', 'distance'];

export const FAMILLES_DE_REGLES: readonly FamilleDeRegles[] = [
  {
    table: 'normes_creation',
    titre: 'Créer une option, ouvrir un degré',
    vise: LIEU,
    repond: {
      generale: '',
      preferentielle: 'préférentielle',
      condition: 'si',
      part_ipieq: 'avec un incitant IPIEQ, part de la norme',
      precision: '',
    },
    pages: [
      [`${NORMES}#creation`, 'Combien d’élèves ?'],
      ['/indicateurs/', 'Indicateurs'],
      DOSSIER,
      CARTE,
    ],
  },
  {
    table: 'normes_maintien',
    titre: 'Garder une option ou un degré',
    vise: [...LIEU, 'densite'],
    repond: { norme: '', part: 'part', compte: 'années comptées', precision: '' },
    pages: [
      [`${NORMES}#maintien`, 'Combien d’élèves ?'],
      ['/zones/', 'Zones'],
    ],
  },
  {
    table: 'densites',
    titre: 'Densités et distances',
    vise: ['intitule'],
    repond: {
      densite_min: 'habitants par km², dès',
      densite_max: 'moins de',
      km_caractere: 'km, même caractère, plus de',
      km_longue: 'km, en tout cas, plus de',
    },
    pages: [[`${NORMES}#degre`, 'Combien d’élèves ?'], DOSSIER, CARTE],
  },
  {
    table: 'transitions_maintien',
    titre: 'D’un statut à l’autre',
    vise: ['depuis', 'acquis', 'evenement'],
    repond: { vers: '', motif: '' },
    pages: [[`${NORMES}#statuts`, 'Combien d’élèves ?']],
  },
  {
    table: 'possibilites_maintien',
    titre: 'Ce qu’un statut permet',
    vise: ['statut', 'possibilite'],
    repond: { texte: '' },
    pages: [[`${NORMES}#statuts`, 'Combien d’élèves ?']],
  },
  {
    table: 'perimetre',
    titre: 'Ce qui peut se demander',
    vise: ['objet', 'annees'],
    repond: { sens: '', precision: '' },
    pages: [['/procedure/perimetre/', 'Puis-je la demander ?'], DOSSIER],
  },
  {
    table: 'acces_7e',
    titre: 'L’accès aux 7es années',
    vise: ['acces'],
    repond: { intitule: '', sens: '' },
    pages: [['/procedure/perimetre/', 'Puis-je la demander ?'], DOSSIER],
  },
  {
    table: 'enonces',
    titre: 'Ce que dit la circulaire de la campagne',
    vise: ['enonce'],
    repond: { phrase: '' },
    pages: [['/procedure/', 'Pas à pas'], DOSSIER],
  },
  {
    table: 'calendrier',
    titre: 'Le calendrier d’une demande',
    vise: ['acteur', 'intitule'],
    repond: { jour: 'le', mois: 'du mois', detail: '' },
    pages: [['/procedure/', 'Pas à pas'], DOSSIER],
  },
  {
    table: 'conditions_alternance',
    titre: 'Dédoubler, déléguer : les conditions',
    vise: ['procedure', 'condition'],
    repond: { intitule: '' },
    pages: [[`${ALTERNANCE}#dedoublement`, 'Alternance'], DOSSIER],
  },
  {
    table: 'dedoublement_cas',
    titre: 'Dédoubler selon le statut',
    vise: ['cas', 'statuts'],
    repond: { possible: 'possible :', motif: '' },
    pages: [[`${ALTERNANCE}#dedoublement`, 'Alternance']],
  },
  {
    table: 'instances_programmation',
    titre: 'À qui demander une option en alternance',
    vise: ['reserve'],
    repond: { instance: '' },
    pages: [[`${ALTERNANCE}#creer`, 'Alternance']],
  },
  {
    table: 'parametres_programmation',
    titre: 'Les deux occurrences, la suite au 3e degré, les renforts',
    vise: ['parametre'],
    repond: { valeur: '', unite: '' },
    pages: [
      [`${ALTERNANCE}#deux-occurrences`, 'Alternance'],
      [`${ENCADREMENT}#cpu`, 'Encadrement et CPU'],
    ],
  },
  {
    table: 'cefa',
    titre: 'Créer et garder un CEFA',
    vise: ['objet'],
    repond: { strict: 'strictement plus :', seuil: '', unite: '', precision: '' },
    pages: [[`${ALTERNANCE}#cefa`, 'Alternance']],
  },
  {
    table: 'encadrement',
    titre: 'L’encadrement d’un CEFA',
    vise: ['public', 'objet', 'population', 'rang_min', 'rang_max'],
    repond: { taux: 'taux', valeur: '', intitule: '' },
    pages: [[`${ENCADREMENT}#encadrement`, 'Encadrement et CPU']],
  },
  {
    table: 'cpu_renforts',
    titre: 'Les renforts de la CPU',
    vise: ['partie', 'rang'],
    repond: { renforts: 'renforts :', precision: '' },
    pages: [[`${ENCADREMENT}#cpu`, 'Encadrement et CPU']],
  },
  {
    table: 'cpu_complements',
    titre: 'Les compléments de la CPU',
    vise: ['quand', 'annees'],
    repond: { taux: 'par élève :' },
    pages: [[`${ENCADREMENT}#cpu`, 'Encadrement et CPU']],
  },
];

const ANNEES = new Set(['annee', 'annees']);

/** Les mots d’un tableau commencent par une majuscule ; les sigles la gardent. */
const minuscule = (mot: string): string =>
  /^[A-ZÀ-Ý][a-zà-ÿ]/.test(mot) ? `${mot.charAt(0).toLowerCase()}${mot.slice(1)}` : mot;

const OBJETS: Readonly<Record<string, string>> = {
  degre: 'degré',
  art45: 'article 45',
  'ancien-code': 'ancien code',
  extinction: 'option éteinte',
  absente: 'option absente du répertoire',
  urgence: 'en urgence',
};
/** Les mots d’une cellule, par colonne ; celle qui en tient plusieurs les sépare par une espace. */
const MOTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  objet: OBJETS,
  forme: {},
  type_7e: {},
  mode: MODE_EN_MOTS,
  groupement: GROUPEMENT_EN_MOTS,
  distance: DISTANCE_EN_MOTS,
  densite: DENSITE_EN_MOTS,
  statut: STATUT_EN_MOTS,
  statuts: STATUT_EN_MOTS,
  depuis: STATUT_EN_MOTS,
  vers: STATUT_EN_MOTS,
  evenement: EVENEMENT_EN_MOTS,
};

function enMots(colonne: string, valeur: Regle[string] | undefined): string {
  if (valeur === null || valeur === undefined || valeur === '') return '';
  if (ANNEES.has(colonne)) return anneesEnMots(String(valeur));
  const mots = MOTS[colonne];
  if (mots && typeof valeur === 'string') {
    return valeur
      .split(' ')
      .map((mot) => minuscule(mots[mot] ?? mot))
      .join(' ou ');
  }
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  return typeof valeur === 'number' ? enNombre(valeur, 3) : valeur.replaceAll('_', ' ');
}

/** Ce qu’une règle vise, tel que sa table le dit. */
export const viseEnClair = ({ vise }: FamilleDeRegles, regle: Regle): string =>
  vise
    .map((colonne) => enMots(colonne, regle[colonne]))
    .filter(Boolean)
    .join(' · ');

/** Ce qu’elle répond. */
export const reponseEnClair = ({ repond }: FamilleDeRegles, regle: Regle): string =>
  Object.entries(repond)
    .map(([colonne, mot]) => [mot, enMots(colonne, regle[colonne])] as const)
    .filter(([, dit]) => dit !== '')
    .map(([mot, dit]) => `${mot} ${dit}`.trim())
    .join(' ; ');
