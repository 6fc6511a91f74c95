import { FORME_ADRESSE_WEB } from './formes.ts';
import { type Ligne, source } from './schema.ts';

const dossier = 'referentiel';
const TOUTES = 'vaut pour toutes les valeurs';

export const CONFIANCES = ['texte officiel', 'presse', 'presse, à confirmer'] as const;

export const glossaire = source({
  nom: 'glossaire',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Glossaire',
  sens: 'Les abréviations des circulaires et les mots du site, expliqués.',
  cle: ['ancre'],
  colonnes: {
    ancre: {
      type: 'texte',
      sens: 'L’adresse du terme dans la page du glossaire',
      forme: { regexp: /^[a-z0-9]+(-[a-z0-9]+)*$/, exemple: 'tc-fc' },
    },
    terme: { type: 'texte', sens: 'L’abréviation ou le mot, tel qu’il s’écrit' },
    forme_longue: {
      type: 'texte',
      sens: 'L’abréviation en toutes lettres',
      vide: 'le terme n’est pas une abréviation, ou le texte ne la développe pas',
    },
    definition: { type: 'texte', sens: 'Ce que le terme veut dire, en une ou deux phrases' },
    en_place: {
      type: 'booleen',
      sens: 'Le site explique l’abréviation là où elle paraît pour la première fois dans une page',
    },
    reference: { type: 'texte', sens: 'Document et section d’où vient la définition' },
  },
});

export const actualites = source({
  nom: 'actualites',
  dossier,
  publiee: true,
  facultative: true,
  titre: 'Ce qui a changé',
  sens: 'Les changements connus depuis 2024, leur source, et les options qu’ils touchent.',
  cle: ['id'],
  colonnes: {
    id: { type: 'texte', sens: 'Identifiant du changement' },
    date: {
      type: 'texte',
      sens: 'Date du texte ou de l’annonce, au jour, au mois ou à l’année',
      forme: { regexp: /^\d{4}(-\d{2}){0,2}$/, exemple: '2025-08-25' },
    },
    sujet: { type: 'texte', sens: 'De quoi il s’agit' },
    fait: { type: 'texte', sens: 'Ce qui a changé' },
    effet: { type: 'texte', sens: 'Ce que cela fait à une école' },
    avis: {
      type: 'texte',
      sens: 'La phrase à montrer sur chaque option touchée',
      vide: 'aucune option n’est touchée en particulier',
    },
    annees: {
      type: 'texte',
      sens: 'Années d’étude touchées, séparées par une espace',
      vide: TOUTES,
    },
    filieres: { type: 'texte', sens: 'Filières touchées, séparées par une espace', vide: TOUTES },
    codes: { type: 'texte', sens: 'Codes touchés, séparés par une espace', vide: TOUTES },
    confiance: { type: 'texte', sens: 'Ce que vaut la source', valeurs: CONFIANCES },
    source: { type: 'texte', sens: 'Le texte ou l’article' },
    adresse: {
      type: 'texte',
      sens: 'Où le lire en ligne',
      forme: FORME_ADRESSE_WEB,
      vide: 'pas d’adresse publique connue',
    },
  },
});

export type TermeDuGlossaire = Ligne<typeof glossaire>;
export type Actualite = Ligne<typeof actualites>;
