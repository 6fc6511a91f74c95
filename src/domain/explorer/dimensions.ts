/** Ce par quoi une question range ses réponses, ou les retient. */
export const DIMENSIONS = [
  'zone',
  'secteur',
  'groupe',
  'option',
  'etablissement',
  'implantation',
  'commune',
  'caractere',
  'reseau',
  'filiere',
  'forme',
  'annees',
  'annee-etude',
  'mode',
  'besoin',
  'maintien',
  'annee-scolaire',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const TITRES_DE_DIMENSION: Readonly<Record<Dimension, string>> = {
  zone: 'Zone',
  secteur: 'Secteur',
  groupe: 'Groupe',
  option: 'Option',
  etablissement: 'École',
  implantation: 'Implantation',
  commune: 'Commune',
  caractere: 'Caractère',
  reseau: 'Réseau',
  filiere: 'Filière',
  forme: 'Forme',
  annees: 'Années de l’option',
  'annee-etude': 'Année d’étude',
  mode: 'Plein exercice ou alternance',
  besoin: 'Besoin',
  maintien: 'Norme de maintien',
  'annee-scolaire': 'Année scolaire',
};

/** Les dimensions dont le visiteur coche des valeurs ; les autres en ont trop, ou se choisissent à part. */
export const FILTRES = [
  'zone',
  'secteur',
  'groupe',
  'besoin',
  'forme',
  'filiere',
  'caractere',
  'reseau',
  'mode',
  'annee-etude',
  'maintien',
  'option',
] as const satisfies readonly Dimension[];
export type Filtre = (typeof FILTRES)[number];

/** Ce qui ne se sait que ligne d’inscription par ligne d’inscription. */
export const estFine = (dimension: Dimension | null): boolean =>
  dimension === 'mode' || dimension === 'annee-etude';
