import { SANS_LISTE } from './besoins.ts';
import { ANNEE_SCOLAIRE, ANNEES_COMPTEES, REF_OBG, REF_ZONE } from './formes.ts';
import { type Colonne, type Ligne, mart } from './schema.ts';

const OFFRE = ['inscriptions', 'implantations', 'options'] as const;
const TC = ['thematiques_communes', 'options_metiers'] as const;
const FC = ['fonctions_critiques', 'options_metiers', 'zones'] as const;
const NORME = ['normes_creation', 'options', ...TC, ...FC] as const;

const MAINTIEN = [...OFFRE, 'successions', 'normes_maintien', 'densites'] as const;

const TOTAUX = [...OFFRE, 'totaux_zones'] as const;
const SANS_OFFRE = 'non connu : l’offre de la zone n’est pas connue cette année-là';
const SANS_SITES =
  'non connu : les implantations, l’année d’étude ou le mode ne sont pas connus cette année-là';

const HORS_CAMPAGNE = 'calculée pour la dernière année scolaire seulement';

const norme = (mode: string) =>
  ({
    valeur: {
      type: 'entier',
      sens: `Norme de création en ${mode}, au 1er octobre`,
      unite: 'élèves',
      min: 0,
      vide: `sans norme, sans objet ou non prévue par le texte (voir le motif) ; ${HORS_CAMPAGNE}`,
      tables: NORME,
    },
    regle: {
      type: 'texte',
      sens: `Règle de la table normes_creation qui donne la norme en ${mode}`,
      vide: 'aucune règle ne s’applique',
      tables: NORME,
    },
    motif: {
      type: 'texte',
      sens: `Pourquoi cette norme en ${mode}`,
      vide: `l’option ne s’organise pas en ${mode} ; ${HORS_CAMPAGNE}`,
      tables: NORME,
    },
  }) as const;

const pe = norme('plein exercice (et alternance)');
const alt = norme('alternance seule');

/** Une somme où la source tait quelque chose : au moins tant, et au plus tant si rien d’autre n’y manque. */
const bornesTues = <const N extends string>(nom: N, tables: readonly string[]) =>
  ({
    [`${nom}_au_moins`]: {
      type: 'entier',
      sens: 'Là où la source tait des effectifs, ce que le nombre est au moins',
      unite: 'élèves',
      min: 0,
      vide: 'la source n’en tait aucun',
      tables,
    },
    [`${nom}_au_plus`]: {
      type: 'entier',
      sens: 'Là où la source tait des effectifs, ce que le nombre est au plus',
      unite: 'élèves',
      min: 0,
      vide: 'la source n’en tait aucun, ou ce maximum n’est pas connu',
      tables,
    },
  }) as Record<`${N}_au_moins` | `${N}_au_plus`, Colonne & { type: 'entier'; vide: string }>;

const COMPTES = {
  occurrences: {
    type: 'entier',
    sens: 'Implantations de la zone où l’option compte au moins un élève',
    unite: 'occurrences',
    min: 0,
    vide: SANS_OFFRE,
    tables: TOTAUX,
  },
  occurrences_confessionnel: {
    type: 'entier',
    sens: 'Occurrences de caractère confessionnel',
    unite: 'occurrences',
    min: 0,
    vide: SANS_SITES,
    tables: OFFRE,
  },
  occurrences_non_confessionnel: {
    type: 'entier',
    sens: 'Occurrences de caractère non confessionnel',
    unite: 'occurrences',
    min: 0,
    vide: SANS_SITES,
    tables: OFFRE,
  },
  eleves: {
    type: 'entier',
    sens: 'Élèves de toutes les années d’étude, plein exercice et alternance, au 15 janvier',
    unite: 'élèves',
    min: 0,
    vide: `masqués : trop peu d’élèves ; ${SANS_OFFRE}`,
    tables: TOTAUX,
  },
  eleves_masque: {
    type: 'booleen',
    sens: 'Le nombre d’élèves n’est pas publié : masqué, ou tu par la source',
    tables: TOTAUX,
  },
  ...bornesTues('eleves', TOTAUX),
  eleves_premiere_annee: {
    type: 'entier',
    sens: 'Élèves de la première année de l’option (la 4e pour une option 4-5-6)',
    unite: 'élèves',
    min: 0,
    vide: `les textes ne disent pas les années de l’option (article 45), ou masqués ; ${SANS_SITES}`,
    tables: OFFRE,
  },
  eleves_premiere_annee_masque: {
    type: 'booleen',
    sens: 'Le nombre d’élèves de la première année n’est pas publié : masqué, ou tu par la source',
    tables: OFFRE,
  },
  ...bornesTues('eleves_premiere_annee', OFFRE),
  occurrences_sous_norme: {
    type: 'entier',
    sens: 'Occurrences qui comptent moins d’élèves que leur norme de maintien',
    unite: 'occurrences',
    min: 0,
    vide: SANS_SITES,
    tables: MAINTIEN,
  },
  occurrences_norme_atteinte: {
    type: 'entier',
    sens: 'Occurrences qui comptent au moins autant d’élèves que leur norme de maintien',
    unite: 'occurrences',
    min: 0,
    vide: SANS_SITES,
    tables: MAINTIEN,
  },
  annees_comptees: {
    ...ANNEES_COMPTEES,
    sens: 'Années d’étude qui entrent dans les comptages de cette année scolaire',
    vide: `les textes ne disent pas les années de l’option, ou rien n’est organisé dans la zone ; ${SANS_SITES}`,
    tables: OFFRE,
  },
  tendance_annees: {
    ...ANNEES_COMPTEES,
    sens: 'Années d’étude que compare la tendance : celles des deux bouts',
    vide: 'la tendance compte toutes les années d’étude, ou il n’y en a pas',
    tables: OFFRE,
  },
  tendance_debut: {
    type: 'entier',
    sens: 'Élèves quatre années scolaires plus tôt, à années d’étude égales',
    unite: 'élèves',
    min: 0,
    vide: `rien d’organisé dans la zone, ou masqués ; ${SANS_SITES}`,
    tables: OFFRE,
  },
  tendance_fin: {
    type: 'entier',
    sens: 'Élèves de l’année scolaire, à années d’étude égales',
    unite: 'élèves',
    min: 0,
    vide: `rien d’organisé dans la zone, ou masqués ; ${SANS_SITES}`,
    tables: OFFRE,
  },
} as const;

export const indicateurs = mart({
  nom: 'indicateurs',
  titre: 'Tableau d’indicateurs',
  sens:
    'Une ligne par option du répertoire, zone et année scolaire, même si rien n’y est organisé, ' +
    'sous son seul code : la table `indicateurs_lignees` y joint les anciens codes.',
  tables: [...new Set([...MAINTIEN, 'totaux_zones', ...TC, ...FC, ...NORME])],
  cle: ['annee_scolaire', 'zone', 'code_obg'],
  colonnes: {
    annee_scolaire: { ...ANNEE_SCOLAIRE, tables: ['inscriptions', 'totaux_zones'] },
    zone: { ...REF_ZONE, tables: ['zones'] },
    code_obg: { ...REF_OBG, tables: ['options'] },
    ...COMPTES,
    tc: {
      type: 'booleen',
      sens: 'Option reliée à une TC de la zone',
      vide: SANS_LISTE,
      tables: TC,
    },
    fc: {
      type: 'booleen',
      sens: 'Option reliée à une FC de la région',
      vide: SANS_LISTE,
      tables: FC,
    },
    tc_fc: {
      type: 'booleen',
      sens: 'Option reliée à une TC et à une FC',
      vide: SANS_LISTE,
      tables: [...TC, ...FC],
    },
    fc_quantitative: {
      type: 'booleen',
      vide: SANS_LISTE,
      sens: 'Une de ces FC manque de candidats : pénurie quantitative',
      tables: FC,
    },
    fc_structurelle: {
      type: 'booleen',
      vide: SANS_LISTE,
      sens: 'Une de ces FC est en tension pour une autre raison : pénurie structurelle',
      tables: FC,
    },
    norme_creation: pe.valeur,
    norme_creation_regle: pe.regle,
    norme_creation_motif: pe.motif,
    norme_creation_alt: alt.valeur,
    norme_creation_alt_regle: alt.regle,
    norme_creation_alt_motif: alt.motif,
  },
});

export type Indicateur = Ligne<typeof indicateurs>;

export const indicateurs_lignees = mart({
  nom: 'indicateurs_lignees',
  titre: 'Indicateurs, anciens codes compris',
  sens:
    'Pour chaque option qui en remplace d’autres, zone et année scolaire : les mêmes comptes, ' +
    'avec ceux des codes remplacés. Une implantation n’y compte qu’une fois ; là où l’édition n’a ' +
    'que des totaux de zone, les occurrences sont celles du code qui en a le plus, un minimum.',
  tables: [...MAINTIEN, 'totaux_zones'],
  cle: ['annee_scolaire', 'zone', 'code_obg'],
  colonnes: {
    annee_scolaire: { ...ANNEE_SCOLAIRE, tables: ['inscriptions', 'totaux_zones'] },
    zone: { ...REF_ZONE, tables: ['zones'] },
    code_obg: { ...REF_OBG, tables: ['options'] },
    occurrences_ancien_code: {
      type: 'entier',
      sens: 'Parmi les occurrences, celles qui ne sont organisées que sous un ancien code',
      unite: 'occurrences',
      min: 0,
      vide: SANS_OFFRE,
      tables: TOTAUX,
    },
    ...COMPTES,
  },
});
