/** Les filtres de la carte, par clé d’adresse. */
export const CLES_CHOIX = [
  'option',
  'secteur',
  'groupe',
  'caractere',
  'filiere',
  'reseau',
  'zone',
  'besoin',
  'centre',
] as const;
export type CleChoix = (typeof CLES_CHOIX)[number];

export type Choix = Readonly<Partial<Record<CleChoix, readonly string[]>>>;

/** D’où partent les distances : une implantation par son FASE, ou une commune par son nom. */
export type Depart =
  | { readonly genre: 'implantation'; readonly fase: string }
  | { readonly genre: 'commune'; readonly slug: string };

export const TRIS_CARTE = ['distance', 'nom', 'eleves-'] as const;
export type TriCarte = (typeof TRIS_CARTE)[number];

export const VUES = ['liste', 'carte'] as const;
export type Vue = (typeof VUES)[number];

export const RAYON_MIN = 2;
export const RAYON_MAX = 30;

/** Ce que le visiteur a demandé ; l’adresse de la page le porte en entier. */
export interface EtatCarte {
  readonly depart: Depart | null;
  /** Kilomètres, de 2 à 30. */
  readonly rayon: number;
  readonly choix: Choix;
  /** `null` : la dernière année scolaire de l’édition. */
  readonly annee: string | null;
  readonly tri: TriCarte;
  /** Sur un petit écran, ce qui est montré ; ailleurs les deux le sont. */
  readonly vue: Vue;
}

export const ETAT_INITIAL: EtatCarte = {
  depart: null,
  rayon: 10,
  choix: {},
  annee: null,
  tri: 'distance',
  vue: 'liste',
};

/** L’état avec d’autres valeurs pour un filtre. */
export function choisir(etat: EtatCarte, cle: CleChoix, valeurs: readonly string[]): EtatCarte {
  const { [cle]: _, ...autres } = etat.choix;
  return { ...etat, choix: valeurs.length > 0 ? { ...autres, [cle]: valeurs } : autres };
}

/** Coche une valeur d’un filtre, ou la décoche. */
export function basculer(etat: EtatCarte, cle: CleChoix, valeur: string): EtatCarte {
  const avant = etat.choix[cle] ?? [];
  const apres = avant.includes(valeur) ? avant.filter((v) => v !== valeur) : [...avant, valeur];
  return choisir(etat, cle, apres);
}

export const estFiltre = ({ choix }: EtatCarte): boolean => Object.keys(choix).length > 0;
