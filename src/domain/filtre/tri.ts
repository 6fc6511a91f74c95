import { CLES_BESOIN, cleDuBesoin, NON_CONNU } from '../besoin.ts';
import { enNombreSuivi } from '../effectif.ts';
import { STATUTS_ORGANISABLES } from '../tables/valeurs.ts';
import type { LigneIndicateur } from './ligne.ts';
import type { Tri } from './selection.ts';
import { ecart, evolution } from './tendance.ts';

type Valeur = number | string | null;

interface ColonneTriable {
  readonly titre: string;
  readonly valeur: (ligne: LigneIndicateur) => Valeur;
  /** Le premier clic trie du plus grand au plus petit. */
  readonly descendant?: boolean;
}

/** Un texte tel qu’on le range : sans casse ni accents. */
const rangement = (texte: string): string =>
  texte.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Ce qui pourrait s’ouvrir, ce qui existe, ce dont l’emploi manque, puis le reste ; un article 45,
 * qui n’a pas de norme, vient après les autres ouvertures.
 */
function rangDOuverture(ligne: LigneIndicateur): number {
  const { occurrences, statut, filiere, tc, fc, tc_fc } = ligne;
  if (occurrences) return 2;
  const possible = occurrences === 0 && STATUTS_ORGANISABLES.includes(statut);
  if (possible && tc_fc) return filiere === 'art45' ? 1 : 0;
  return possible && (tc || fc) ? 3 : 4;
}

export const TRIS = {
  ouverture: { titre: 'Ouvertures d’abord', valeur: rangDOuverture },
  code: { titre: 'Code', valeur: ({ code_obg }) => code_obg },
  intitule: { titre: 'Option', valeur: ({ intitule }) => rangement(intitule) },
  zone: { titre: 'Zone', valeur: ({ zone }) => zone },
  secteur: { titre: 'Secteur', valeur: ({ secteur }) => secteur },
  groupe: { titre: 'Groupe', valeur: ({ groupe }) => groupe },
  filiere: { titre: 'Organisation', valeur: ({ filiere }) => filiere },
  forme: { titre: 'Forme', valeur: ({ forme }) => forme },
  annees: { titre: 'Années d’étude', valeur: ({ annees }) => annees },
  statut: { titre: 'Statut', valeur: ({ statut }) => statut },
  occurrences: { titre: 'Occurrences', valeur: (l) => l.occurrences, descendant: true },
  eleves: { titre: 'Élèves', valeur: ({ eleves }) => eleves, descendant: true },
  'premiere-annee': {
    titre: 'Élèves de première année',
    valeur: (l) => enNombreSuivi(l.eleves_premiere_annee),
    descendant: true,
  },
  confessionnel: {
    titre: 'Occurrences confessionnelles',
    valeur: (l) => l.occurrences_confessionnel,
    descendant: true,
  },
  'non-confessionnel': {
    titre: 'Occurrences non confessionnelles',
    valeur: (l) => l.occurrences_non_confessionnel,
    descendant: true,
  },
  moyenne: {
    titre: 'Élèves par occurrence',
    valeur: (l) => (l.eleves === null || !l.occurrences ? null : l.eleves / l.occurrences),
    descendant: true,
  },
  tendance: { titre: 'Évolution sur cinq ans, en\u202f%', valeur: evolution, descendant: true },
  ecart: { titre: 'Évolution sur cinq ans, en élèves', valeur: ecart, descendant: true },
  maintien: {
    titre: 'Occurrences sous leur norme',
    valeur: (l) => l.occurrences_sous_norme,
    descendant: true,
  },
  profil: { titre: 'Profil', valeur: ({ profils }) => profils.join(' ') || null },
  reserve: { titre: 'Réserve', valeur: ({ reserve }) => reserve },
  tc: { titre: 'TC', valeur: ({ tc }) => (tc === null ? null : tc ? 0 : 1) },
  fc: {
    titre: 'FC',
    valeur: (l) =>
      l.fc === null ? null : (l.fc_quantitative ? 0 : 2) + (l.fc_structurelle ? 0 : 1),
  },
  besoin: {
    titre: 'Besoin',
    valeur: (l) => {
      const cle = cleDuBesoin(l);
      return cle === NON_CONNU ? null : CLES_BESOIN.indexOf(cle);
    },
  },
  norme: { titre: 'Norme', valeur: (l) => l.norme_creation },
  'norme-alt': { titre: 'Norme en alternance seule', valeur: (l) => l.norme_creation_alt },
} as const satisfies Record<string, ColonneTriable>;

export type CleTri = keyof typeof TRIS;

export const CLES_TRI = Object.keys(TRIS) as readonly CleTri[];

const colonne = (cle: CleTri): ColonneTriable => TRIS[cle];

/** La valeur dont dépend le rang d’une ligne ; `null` se range en dernier, dans les deux sens. */
export const valeurDeTri = (cle: CleTri, ligne: LigneIndicateur): Valeur =>
  colonne(cle).valeur(ligne);

/** Le tri que demande un premier clic sur une colonne. */
export const premierTri = (cle: CleTri): Tri => ({
  cle,
  descendant: colonne(cle).descendant ?? false,
});

/**
 * Le tri après un clic sur une colonne : premier sens, sens inverse, puis plus de tri.
 * @param ajouter garde les autres colonnes et range celle-ci après elles
 */
export function basculerTri(tri: readonly Tri[], cle: CleTri, ajouter: boolean): readonly Tri[] {
  const premier = premierTri(cle);
  const actuel = tri.find((t) => t.cle === cle);
  const autres = ajouter ? tri.filter((t) => t.cle !== cle) : [];
  if (!actuel) return [...autres, premier];
  const inverse = { cle, descendant: !premier.descendant };
  const suivant = actuel.descendant === premier.descendant ? [inverse] : [];
  if (!ajouter) return suivant;
  return tri.flatMap((t) => (t.cle === cle ? suivant : [t]));
}

/** Compare deux valeurs de tri, les vides en dernier quel que soit le sens. */
export function comparerValeurs(a: Valeur, b: Valeur, descendant: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b === descendant ? 1 : -1;
}
