import type { CleColonne } from './colonnes.ts';
import type { CleFacette } from './facettes.ts';
import type { CleTri } from './tri.ts';

export interface Tri {
  readonly cle: CleTri;
  readonly descendant: boolean;
}

/** Toutes les lignes à la suite : plus qu’aucune édition n’en a par année. */
export const CONTINU = 1_000_000;
export const TAILLES_DE_PAGE = [20, 50, 100, CONTINU] as const;
export type TailleDePage = (typeof TAILLES_DE_PAGE)[number];

/** Comment montrer les lignes trouvées. */
export const VUES = ['lignes', 'option', 'zone', 'pivot'] as const;
export type Vue = (typeof VUES)[number];

/** Ce que croise le tableau croisé : ses rangées, puis ses colonnes. */
export const CROISEMENTS = [
  ...(['secteur-zone', 'groupe-zone', 'secteur-annee', 'groupe-annee', 'zone-annee'] as const),
] as const;
export type Croisement = (typeof CROISEMENTS)[number];

export const MESURES = ['eleves', 'occurrences', 'organisees', 'besoin'] as const;
export type Mesure = (typeof MESURES)[number];

/** Ce que le visiteur a demandé ; l’adresse de la page le porte en entier. */
export interface Selection {
  /** Les valeurs choisies par facette ; une facette sans choix est absente. */
  readonly facettes: Readonly<Partial<Record<CleFacette, readonly string[]>>>;
  readonly q: string;
  /** Vide : par pertinence si l’on cherche, par code sinon. */
  readonly tri: readonly Tri[];
  readonly page: number;
  readonly parPage: TailleDePage;
  /** L’année scolaire ; vide : la dernière. */
  readonly annee: string;
  /** Chaque ancien code est réuni à celui qui le remplace. */
  readonly anciens: boolean;
  /** `auto` : les options et leurs dix zones, ou les lignes dès qu’une zone est choisie. */
  readonly vue: Vue | 'auto';
  readonly croisement: Croisement;
  readonly mesure: Mesure;
  /** Les colonnes dans leur ordre ; vide : celles d’une page neuve. */
  readonly colonnes: readonly CleColonne[];
}

export const SELECTION_VIDE: Selection = {
  facettes: {},
  q: '',
  tri: [],
  page: 1,
  parPage: 20,
  annee: '',
  anciens: true,
  vue: 'auto',
  croisement: 'secteur-zone',
  mesure: 'eleves',
  colonnes: [],
};

/** La vue à montrer : sans zone, une option par rangée ; un tri ou une option demandent les lignes. */
export function vueDe({ vue, facettes, tri, colonnes }: Selection): Vue {
  if (vue !== 'auto') return vue;
  const parLigne = facettes.zone || facettes.option || tri.length > 0 || colonnes.length > 0;
  return parLigne ? 'lignes' : 'option';
}

/** Le tri à appliquer : dans une zone, ce qui pourrait s’ouvrir vient d’abord. */
export function triDe({ tri, facettes, q }: Selection): readonly Tri[] {
  if (tri.length > 0 || !facettes.zone || q.trim() !== '') return tri;
  return OUVERTURES_DABORD;
}

const OUVERTURES_DABORD: readonly Tri[] = [
  { cle: 'ouverture', descendant: false },
  { cle: 'eleves', descendant: true },
];

const choisies = (selection: Selection, cle: CleFacette): readonly string[] =>
  selection.facettes[cle] ?? [];

/**
 * La sélection avec d’autres valeurs pour une facette, revenue à la première page.
 * @param connues les valeurs de la facette : leur ordre devient celui du choix
 */
export function choisirFacette(
  selection: Selection,
  cle: CleFacette,
  valeurs: readonly string[],
  connues: readonly string[],
): Selection {
  const { [cle]: _, ...autres } = selection.facettes;
  const ordonnees = connues.filter((valeur) => valeurs.includes(valeur));
  const facettes = ordonnees.length > 0 ? { ...autres, [cle]: ordonnees } : autres;
  return { ...selection, facettes, page: 1 };
}

/** Coche une valeur, ou la décoche si elle l’était. */
export function basculerFacette(
  selection: Selection,
  cle: CleFacette,
  valeur: string,
  connues: readonly string[],
): Selection {
  const avant = choisies(selection, cle);
  const apres = avant.includes(valeur) ? avant.filter((v) => v !== valeur) : [...avant, valeur];
  return choisirFacette(selection, cle, apres, connues);
}

/** La sélection sans recherche ni filtre ; l’année, la vue et le tri restent. */
export const effacer = (selection: Selection): Selection => ({
  ...selection,
  facettes: {},
  q: '',
  page: 1,
});

/** La même, toutes ses lignes sur une page : pour les regrouper ou les emporter. */
export const enEntier = (selection: Selection): Selection => ({
  ...selection,
  page: 1,
  parPage: CONTINU,
});

/** Y a-t-il un filtre ou une recherche ? */
export const estFiltree = ({ facettes, q }: Selection): boolean =>
  q.trim() !== '' || Object.keys(facettes).length > 0;
