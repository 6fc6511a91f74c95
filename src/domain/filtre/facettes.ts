import { CLES_BESOIN, clesDuBesoin, NON_CONNU } from '../besoin.ts';
import { ANNEES, FILIERES, FORMES, STATUTS } from '../tables/valeurs.ts';
import type { LigneIndicateur } from './ligne.ts';
import { TENDANCES, tendance } from './tendance.ts';

export const CLES_FACETTE = [
  'zone',
  'besoin',
  'secteur',
  'groupe',
  'filiere',
  'organisee',
  'forme',
  'annees',
  'profil',
  'statut',
  'caractere',
  'maintien',
  'tendance',
  'option',
] as const;
export type CleFacette = (typeof CLES_FACETTE)[number];

/** Valeur d’une facette quand le texte officiel ne dit rien. */
export const NON_PRECISE = 'non-precise';

/** Les valeurs que chaque facette peut prendre, dans l’ordre où elles s’affichent. */
export type ValeursConnues = Readonly<Record<CleFacette, readonly string[]>>;

/** Pour chaque facette, le nombre de lignes de chaque valeur connue, dans le même ordre. */
export type ComptesDeFacettes = Readonly<Record<CleFacette, readonly number[]>>;

export interface Facette {
  readonly cle: CleFacette;
  readonly titre: string;
  /** Les valeurs d’une ligne ; plusieurs quand elle relève de plusieurs. */
  readonly valeurs: (ligne: LigneIndicateur) => readonly string[];
  /** L’ordre des valeurs quand il ne vient pas des données. */
  readonly ordre?: readonly string[];
  /** Filtre sans case à cocher : on y vient par un lien. */
  readonly cachee?: boolean;
}

function caracteres(ligne: LigneIndicateur): readonly string[] {
  const valeurs: string[] = [];
  if (ligne.occurrences && ligne.occurrences_confessionnel === null) valeurs.push(NON_CONNU);
  if (ligne.occurrences_confessionnel) valeurs.push('confessionnel');
  if (ligne.occurrences_non_confessionnel) valeurs.push('non-confessionnel');
  // Les valeurs d’une facette se réunissent : celle-ci les demande ensemble.
  if (valeurs.length === 2) valeurs.push('les-deux');
  return valeurs;
}

/** Une ligne peut en avoir sous leur norme, au-dessus, et d’autres dont le texte ne dit rien. */
function tailles(ligne: LigneIndicateur): readonly string[] {
  const { occurrences_sous_norme: dessous, occurrences_norme_atteinte: dessus } = ligne;
  if (dessous === null && dessus === null) return ligne.occurrences ? [NON_CONNU] : [];
  const sous = dessous ?? 0;
  const atteinte = dessus ?? 0;
  const valeurs: string[] = [];
  if (sous > 0) valeurs.push('sous');
  if (atteinte > 0) valeurs.push('atteinte');
  if ((ligne.occurrences ?? 0) > sous + atteinte) valeurs.push('sans');
  return valeurs;
}

/** L’option est-elle organisée dans la zone : oui, non, ou l’offre n’y est pas connue. */
const organisee = ({ occurrences }: LigneIndicateur): string => {
  if (occurrences === null) return NON_CONNU;
  return occurrences > 0 ? 'oui' : 'non';
};

export const FACETTES: readonly Facette[] = [
  { cle: 'zone', titre: 'Zone', valeurs: ({ zone }) => [String(zone)] },
  {
    cle: 'besoin',
    titre: 'Besoin socio-économique',
    valeurs: clesDuBesoin,
    ordre: [...CLES_BESOIN, NON_CONNU],
  },
  { cle: 'secteur', titre: 'Secteur', valeurs: ({ secteur }) => [String(secteur)] },
  { cle: 'groupe', titre: 'Groupe', valeurs: ({ groupe }) => [String(groupe)] },
  {
    cle: 'filiere',
    titre: 'Plein exercice ou alternance',
    valeurs: ({ filiere }) => [filiere ?? NON_PRECISE],
    ordre: [...FILIERES, NON_PRECISE],
  },
  {
    cle: 'organisee',
    titre: 'Dans la zone',
    valeurs: (ligne) => [organisee(ligne)],
    ordre: ['oui', 'non', NON_CONNU],
  },
  {
    cle: 'forme',
    titre: 'Forme',
    valeurs: ({ forme }) => [forme ?? NON_PRECISE],
    ordre: [...FORMES, NON_PRECISE],
  },
  {
    cle: 'annees',
    titre: 'Années d’étude',
    valeurs: ({ annees }) => [annees ?? NON_PRECISE],
    ordre: [...ANNEES, NON_PRECISE],
  },
  {
    cle: 'profil',
    titre: 'Profil de formation',
    valeurs: ({ profils }) => (profils.length > 0 ? profils : [NON_PRECISE]),
    ordre: ['CCPQ', 'SFMQ', 'EXP', NON_PRECISE],
  },
  {
    cle: 'statut',
    titre: 'Statut au répertoire',
    valeurs: ({ statut }) => [statut],
    ordre: STATUTS,
  },
  {
    cle: 'caractere',
    titre: 'Caractère des occurrences',
    valeurs: caracteres,
    ordre: ['confessionnel', 'non-confessionnel', 'les-deux', NON_CONNU],
  },
  {
    cle: 'maintien',
    titre: 'Taille et norme de maintien',
    valeurs: tailles,
    ordre: ['sous', 'atteinte', 'sans', NON_CONNU],
  },
  {
    cle: 'tendance',
    titre: 'Tendance sur cinq ans',
    valeurs: (ligne) => {
      const sens = tendance(ligne);
      return sens === null ? [] : [sens];
    },
    ordre: TENDANCES,
  },
  {
    cle: 'option',
    titre: 'Option',
    valeurs: ({ code_obg, parts }) =>
      parts.length > 0 ? parts.map((part) => part.code_obg) : [code_obg],
    cachee: true,
  },
];

/** Un objet qui a une entrée par facette. */
export function parFacette<T>(valeur: (facette: Facette) => T): Record<CleFacette, T> {
  const entrees = FACETTES.map((facette) => [facette.cle, valeur(facette)] as const);
  return Object.fromEntries(entrees) as Record<CleFacette, T>;
}

/** Ces facettes proposent toutes leurs valeurs, même celles qu’aucune ligne ne porte. */
const FIXES: ReadonlySet<CleFacette> = new Set([
  'organisee',
  'besoin',
  'caractere',
  'maintien',
  'tendance',
]);

const numerique = (a: string, b: string): number => Number(a) - Number(b) || (a < b ? -1 : 1);

/** Les valeurs connues de chaque facette : celles des lignes, dans l’ordre de la facette. */
export function valeursConnues(lignes: readonly LigneIndicateur[]): ValeursConnues {
  return parFacette(({ cle, valeurs, ordre }): readonly string[] => {
    const vues = new Set(lignes.flatMap((ligne) => valeurs(ligne)));
    if (!ordre) return [...vues].sort(numerique);
    const fixe = FIXES.has(cle);
    return ordre.filter((valeur) => vues.has(valeur) || (fixe && valeur !== NON_CONNU));
  });
}
