/** Ce qu’une question compte. */
export const MESURES_EXPLOREES = [
  'eleves',
  'occurrences',
  'options',
  'implantations',
  'taille',
  'part-sous-norme',
  'part-tc-fc',
  'evolution',
  'evolution-relative',
] as const;
export type MesureExploree = (typeof MESURES_EXPLOREES)[number];

export interface DefinitionDeMesure {
  readonly titre: string;
  /** Ce qu’elle compte, et comment ; un point à la fin. */
  readonly sens: string;
  /** Un nombre entier, un nombre à une décimale, une part, ou un écart qui porte son signe. */
  readonly ecriture: 'entier' | 'decimal' | 'part' | 'ecart' | 'ecart-relatif';
  /** Un numérateur sur un dénominateur, chacun sommé : jamais une moyenne de moyennes. */
  readonly rapport: boolean;
  /** Les effectifs masqués y manquent ; sinon, ils n’y comptent pas. */
  readonly masquable: boolean;
}

export const MESURES_DEFINIES: Readonly<Record<MesureExploree, DefinitionDeMesure>> = {
  eleves: {
    titre: 'Élèves',
    sens: 'Les élèves inscrits au 15 janvier.',
    ecriture: 'entier',
    rapport: false,
    masquable: true,
  },
  occurrences: {
    titre: 'Occurrences',
    sens: 'Les options qui comptent au moins un élève, une fois par implantation.',
    ecriture: 'entier',
    rapport: false,
    masquable: false,
  },
  options: {
    titre: 'Options organisées',
    sens: 'Les codes d’option qui comptent au moins un élève, chacun une fois.',
    ecriture: 'entier',
    rapport: false,
    masquable: false,
  },
  implantations: {
    titre: 'Implantations',
    sens: 'Les implantations où une option retenue compte au moins un élève.',
    ecriture: 'entier',
    rapport: false,
    masquable: false,
  },
  taille: {
    titre: 'Élèves par occurrence',
    sens: 'Les élèves, divisés par les occurrences.',
    ecriture: 'decimal',
    rapport: true,
    masquable: true,
  },
  'part-sous-norme': {
    titre: 'Part sous la norme de maintien',
    sens: 'Parmi les occurrences qui ont une norme de maintien, celles qui ne l’atteignent pas.',
    ecriture: 'part',
    rapport: true,
    masquable: false,
  },
  'part-tc-fc': {
    titre: 'Part des occurrences TC-FC',
    sens: 'Parmi les occurrences dont le besoin est connu, celles d’une option TC et FC.',
    ecriture: 'part',
    rapport: true,
    masquable: false,
  },
  evolution: {
    titre: 'Évolution (élèves)',
    sens:
      'Les élèves en plus ou en moins entre deux années scolaires, sur les années d’étude comptées ' +
      'aux deux bouts.',
    ecriture: 'ecart',
    rapport: false,
    masquable: true,
  },
  'evolution-relative': {
    titre: 'Évolution (part)',
    sens:
      'Le même écart, rapporté aux élèves de la première des deux années scolaires, sur les mêmes ' +
      'années d’étude.',
    ecriture: 'ecart-relatif',
    rapport: true,
    masquable: true,
  },
};

/** S’écrit-elle en part d’un total ? */
export const sePartage = (mesure: MesureExploree): boolean =>
  mesure === 'eleves' || mesure === 'occurrences';

/** Compare-t-elle deux années scolaires ? */
export const estEvolution = (mesure: MesureExploree): boolean => mesure.startsWith('evolution');
