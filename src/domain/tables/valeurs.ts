/** Les valeurs permises que d’autres pièces lisent sans les tables : le navigateur n’en reçoit qu’elles. */
export const CARACTERES = ['confessionnel', 'non confessionnel'] as const;

export const PRECISIONS = ['adresse', 'commune', 'region', 'inconnue'] as const;

export const REGIONS = ['Bruxelles-Capitale', 'Wallonie'] as const;

export const RESEAUX = [
  'WBE',
  'officiel subventionné',
  'libre confessionnel',
  'libre non confessionnel',
] as const;

export const STATUTS = [
  'organisable',
  'transformee',
  'creee',
  'non_programmable',
  'extinction',
] as const;

/** `absente` : le répertoire de 2019 ne la connaît pas ; `urgence` : une formation « en urgence ». */
export const STATUTS_2019 = ['organisable', 'absente', 'urgence'] as const;

export const STATUTS_ORGANISABLES: readonly string[] = ['organisable', 'transformee', 'creee'];

export const FILIERES = ['PE', 'ALT', 'PE-ALT', 'art45'] as const;

export const FORMES = ['P', 'TQ', 'AQ'] as const;

export const ANNEES = ['3', '4-5-6', '4-5-6-7', '5-6', '6', '7', '3-4-5-6'] as const;

export const TYPES_7E = ['PB', 'TQ', 'PC'] as const;

export const TYPES_CENTRE = ['CTA', 'CDC', 'CDR', 'PFE'] as const;
