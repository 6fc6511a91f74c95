export interface Cible {
  readonly nom: string;
  readonly valeur: number;
  readonly source: string;
}

const ECRAN = 'écran de l’OAD, circulaire 9146, § 2.2';
const AVENIR = 'L’Avenir, 6 et 19 juin 2023 (presse, à confirmer)';
const PROF = 'magazine PROF, 6 février 2024';

const cible = (nom: string, valeur: number, source: string): Cible => ({ nom, valeur, source });

/**
 * Les totaux publiés sur lesquels la dernière année du tirage est calée. Les parts valent pour les
 * rangées « option organisable × zone ». Ceux de la presse ne disent pas leur année scolaire ni
 * leur façon de compter ; les deux derniers, qui ne s’accordent entre eux que si le premier degré
 * compte un élève sur six, sont suivis de plus loin.
 */
export const CIBLES = {
  occurrences: cible('occurrences', 5390, AVENIR),
  eleves: cible('élèves du qualifiant', 120_000, 'Le Soir, 11 décembre 2022 (presse)'),
  petites: cible('part des occurrences sous 10 élèves', 0.5, AVENIR),
  fc: cible('part des rangées FC', 1108 / 3140, ECRAN),
  tc: cible('part des rangées TC', 1409 / 3140, ECRAN),
  tcFc: cible('part des rangées TC-FC', 882 / 3140, ECRAN),
  dixOptions: cible('part de dix options en 5e et 6e', 0.5, 'Cadastre du qualifiant, éd. 2022'),
  fcPlusSuivies: cible('options en pénurie parmi les 15 plus suivies', 6, PROF),
  fcMoinsSuivies: cible('options en pénurie parmi les 159 moins suivies', 92, PROF),
  partMoinsSuivies: cible('part des élèves dans les 159 moins suivies', 0.08, PROF),
  partSecondaire: cible('part du secondaire', 1 / 3, 'Le Soir, 11 décembre 2022 (presse)'),
  partDegres23: cible('part des 2e et 3e degrés', 0.4, 'Cadastre du qualifiant, éd. 2022'),
} as const satisfies Record<string, Cible>;

export const PLUS_SUIVIES = 15;
export const MOINS_SUIVIES = 159;

/** Les dix options qui, dans le Cadastre 2022, rassemblent la moitié des élèves de 5e et 6e. */
export const DIX_OPTIONS: readonly string[] = [
  '6210', // technicien en infographie
  '7124', // technicien en comptabilité
  '7125', // vendeur
  '7212', // technicien de bureau
  '7405', // auxiliaire administratif et d’accueil
  '8109', // techniques sociales
  '8113', // agent d’éducation
  '8123', // aide familial
  '8207', // puériculture
  '8405', // animateur
];
