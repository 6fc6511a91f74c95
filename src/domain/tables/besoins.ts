import { ANNEE_SCOLAIRE, REF_OBG, REF_ZONE } from './formes.ts';
import { type Ligne, mart, source } from './schema.ts';
import { REGIONS } from './valeurs.ts';

const dossier = 'besoins';
const METIER = {
  type: 'texte',
  sens: 'Identifiant du métier',
  forme: { regexp: /^[A-Z]\w*$/, exemple: 'D001' },
} as const;
const REF_METIER = { ...METIER, reference: 'metiers.metier' } as const;
const ANNEE = {
  type: 'entier',
  sens: 'Année de la liste en vigueur au 1er février',
  min: 2000,
  max: 2100,
} as const;
const SANS_ANNEE = 'l’édition n’a aucune liste pour cette année';

/** Ce que dit un besoin vide : ni oui, ni non. */
export const SANS_LISTE = 'non connu : la liste de la zone n’est pas connue, ou pas en entier';

export const NATURES_FC = ['quantitative', 'structurelle', 'nature non précisée'] as const;

/** Ce qui s’écrit quand un titre n’est celui d’aucun métier des options. */
export const AUCUN_METIER = 'aucun';

export const metiers = source({
  nom: 'metiers',
  dossier,
  publiee: true,
  titre: 'Métiers',
  sens: 'Les métiers auxquels préparent les options.',
  cle: ['metier'],
  colonnes: { metier: METIER, intitule: { type: 'texte', sens: 'Intitulé du métier' } },
});

export const options_metiers = source({
  nom: 'options_metiers',
  dossier,
  publiee: true,
  titre: 'Liens entre options et métiers',
  sens: 'À quels métiers prépare chaque option.',
  cle: ['code_obg', 'metier'],
  colonnes: { code_obg: REF_OBG, metier: REF_METIER },
});

export const alias_metiers = source({
  nom: 'alias_metiers',
  dossier,
  publiee: false,
  facultative: true,
  titre: 'Alias des métiers',
  sens:
    'Les titres des listes d’emploi qui ne sont pas l’intitulé d’un métier, et le métier qu’ils ' +
    'désignent. L’import les lit ; chaque dossier ajoute les siens.',
  cle: ['titre', 'metier'],
  colonnes: {
    titre: { type: 'texte', sens: 'Titre tel que la liste l’écrit', max: 300 },
    metier: {
      ...METIER,
      sens: 'Métier désigné',
      vide: 'aucun : l’import laisse le titre de côté',
      motVide: AUCUN_METIER,
    },
    source: { type: 'texte', sens: 'Qui rapproche ce titre de ce métier', max: 300 },
    confiance: {
      type: 'texte',
      sens: 'Ce que vaut le rapprochement : seul un haut fait entrer le titre, les autres se proposent',
      valeurs: ['haute', 'moyenne', 'basse'],
      facultative: true,
      vide: 'haute',
    },
  },
});

export const fonctions_critiques = source({
  nom: 'fonctions_critiques',
  dossier,
  publiee: false,
  titre: 'Fonctions critiques',
  sens: 'Les fonctions critiques (FC) que publie chaque année le service de l’emploi d’une région.',
  cle: ['annee', 'region', 'metier'],
  colonnes: {
    annee: ANNEE,
    region: { type: 'texte', sens: 'Région', valeurs: REGIONS },
    metier: REF_METIER,
    nature_fc: {
      type: 'texte',
      sens: 'Pénurie quantitative ou tension structurelle ; nature non précisée : la liste ne le dit pas',
      valeurs: NATURES_FC,
    },
  },
});

export const thematiques_communes = source({
  nom: 'thematiques_communes',
  dossier,
  publiee: false,
  titre: 'Thématiques communes',
  sens: 'Les métiers prioritaires (TC) que nomme chaque année l’IBEFE d’une zone.',
  cle: ['annee', 'zone', 'metier'],
  colonnes: { annee: ANNEE, zone: REF_ZONE, metier: REF_METIER },
});

export const besoins = mart({
  nom: 'besoins',
  titre: 'Besoins par zone et métier',
  sens: 'Pour chaque zone et chaque année, les métiers en TC, en FC, ou les deux.',
  tables: ['thematiques_communes', 'fonctions_critiques', 'zones'],
  cle: ['zone', 'annee', 'metier'],
  colonnes: {
    zone: REF_ZONE,
    annee: ANNEE,
    metier: REF_METIER,
    tc: {
      type: 'booleen',
      sens: 'Métier en thématique commune dans la zone',
      vide: SANS_LISTE,
    },
    fc: {
      type: 'booleen',
      sens: 'Métier en fonction critique dans la région',
      vide: SANS_LISTE,
    },
    nature_fc: {
      type: 'texte',
      sens: 'Nature de la fonction critique',
      valeurs: NATURES_FC,
      vide: 'le métier n’est pas en fonction critique, ou on ne le sait pas',
    },
  },
});

const bool = (sens: string) => ({ type: 'booleen', sens, vide: SANS_LISTE }) as const;
const metiersQuiLeFont = (liste: string) =>
  ({
    type: 'texte',
    sens: `Métiers de l’option en ${liste}, séparés par une espace`,
    vide: 'aucun de connu',
  }) as const;

export const besoins_options = mart({
  nom: 'besoins_options',
  titre: 'Besoins par zone et option',
  sens:
    'Pour chaque année scolaire, chaque zone et chaque option du répertoire, organisable ou non : ' +
    'est-elle reliée par ses métiers à une TC de la zone, à une FC de la région ?',
  tables: ['thematiques_communes', 'fonctions_critiques', 'zones', 'options_metiers', 'options'],
  cle: ['annee_scolaire', 'zone', 'code_obg'],
  colonnes: {
    annee_scolaire: ANNEE_SCOLAIRE,
    zone: REF_ZONE,
    code_obg: REF_OBG,
    annee_tc: { ...ANNEE, sens: 'Année de la liste TC lue', vide: SANS_ANNEE },
    annee_fc: { ...ANNEE, sens: 'Année de la liste FC lue', vide: SANS_ANNEE },
    tc: bool('Option reliée à une TC de la zone'),
    fc: bool('Option reliée à une FC de la région'),
    tc_fc: bool('Option reliée à une TC et à une FC'),
    fc_quantitative: bool('Une de ces FC manque de candidats : pénurie quantitative'),
    fc_structurelle: bool('Une de ces FC est en tension pour une autre raison'),
    metiers_tc: metiersQuiLeFont('TC'),
    metiers_fc: metiersQuiLeFont('FC'),
  },
});

export type BesoinOption = Ligne<typeof besoins_options>;
export type AliasDeMetier = Ligne<typeof alias_metiers>;
export type Metier = Ligne<typeof metiers>;
export type Besoin = Ligne<typeof besoins>;
