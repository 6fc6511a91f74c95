/** Colonnes qui reviennent dans plusieurs tables, écrites une fois. */
export const CODE_OBG = {
  type: 'texte',
  sens: 'Code de l’option de base groupée (OBG), quatre chiffres',
  forme: { regexp: /^[1-9]\d{3}$/, exemple: '2115' },
} as const;

export const REF_OBG = { ...CODE_OBG, reference: 'options.code_obg' } as const;

export const ZONE = {
  type: 'entier',
  sens: 'Numéro de la zone, de 1 à 10',
  min: 1,
  max: 10,
} as const;

export const REF_ZONE = { ...ZONE, reference: 'zones.zone' } as const;

export const FASE = {
  type: 'texte',
  sens: 'Numéro FASE',
  forme: { regexp: /^[1-9]\d{0,5}$/, attendu: 'un nombre d’un à six chiffres' },
} as const;

export const ANNEE_SCOLAIRE = {
  type: 'texte',
  sens: 'Année scolaire',
  forme: { regexp: /^20\d\d-20\d\d$/, exemple: '2023-2024' },
} as const;

export const ANNEE_ETUDE = {
  type: 'entier',
  sens: 'Année d’étude, de 1 à 7',
  min: 1,
  max: 7,
} as const;

/** Plusieurs années d’étude : « 4-5-6 ». */
export const ANNEES_COMPTEES = {
  type: 'texte',
  sens: 'Années d’étude comptées',
  forme: { regexp: /^[3-7](-[3-7])*$/, exemple: '5-6' },
} as const;

export const CODE_POSTAL = {
  type: 'texte',
  sens: 'Code postal',
  forme: { regexp: /^\d{4}$/, exemple: '4000' },
} as const;

export const ELEVES = {
  type: 'entier',
  sens: 'Élèves inscrits au 15 janvier',
  unite: 'élèves',
  min: 0,
} as const;

export const LATITUDE = {
  type: 'decimal',
  sens: 'Latitude (WGS84)',
  unite: 'degrés',
  min: 49.4,
  max: 51.6,
} as const;

export const LONGITUDE = {
  type: 'decimal',
  sens: 'Longitude (WGS84)',
  unite: 'degrés',
  min: 2.5,
  max: 6.5,
} as const;

export const SOURCE_TEXTE = {
  type: 'texte',
  sens: 'Texte ou page d’où vient la ligne',
} as const;

/** Une adresse du Web : tout autre protocole (`javascript:`, `data:`) est refusé. */
export const FORME_ADRESSE_WEB = {
  regexp: /^https?:\/\/[^\s"<>]+$/,
  exemple: 'https://www.exemple.be/page',
} as const;
