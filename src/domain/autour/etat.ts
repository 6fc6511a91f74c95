import { BORNES_BELGIQUE, contient } from '../geo/bornes.ts';
import type { Position } from '../geo/distance.ts';

/** Les filtres de la carte, par clé d’adresse. */
export const CLES_CHOIX = [
  'option',
  'secteur',
  'groupe',
  'caractere',
  'filiere',
  'reseau',
  'qualifiant',
  'zone',
  'besoin',
  'maintien',
  'centre',
] as const;
export type CleChoix = (typeof CLES_CHOIX)[number];

export type Choix = Readonly<Partial<Record<CleChoix, readonly string[]>>>;

/**
 * D’où partent les distances : une implantation par son FASE, une commune par son nom, ou un lieu
 * par ses coordonnées, au millième de degré (une centaine de mètres).
 */
export type Depart =
  | { readonly genre: 'implantation'; readonly fase: string }
  | { readonly genre: 'commune'; readonly slug: string }
  | { readonly genre: 'lieu'; readonly lat: number; readonly lon: number };

const arrondir = (degres: number): number => Math.round(degres * 1000) / 1000;

/** Un lieu de la carte, arrondi : l’adresse de la page ne dit pas où l’on est à la porte près. */
export const lieuArrondi = ({ lat, lon }: Position): Depart => ({
  genre: 'lieu',
  lat: arrondir(lat),
  lon: arrondir(lon),
});

const COORDONNEES = /^\s*(-?\d{1,2}(?:[.,]\d+)?)\s*°?\s*[ ,;/]\s*(-?\d{1,2}(?:[.,]\d+)?)\s*°?\s*$/;

/** Au-delà, ce n’est pas un lieu, et le chercher d’espace en espace figerait la page. */
const COORDONNEES_MAX = 60;

/** Lit « 50.633,5.567 » ou « 50,633 ; 5,567 » ; `null` si ce n’est pas un lieu de Belgique. */
export function lireLieu(texte: string): Depart | null {
  const [, lat, lon] = texte.length > COORDONNEES_MAX ? [] : (texte.match(COORDONNEES) ?? []);
  if (!lat || !lon) return null;
  const lieu = { lat: Number(lat.replace(',', '.')), lon: Number(lon.replace(',', '.')) };
  return contient(BORNES_BELGIQUE, lieu) ? lieuArrondi(lieu) : null;
}

export const TRIS_CARTE = ['distance', 'nom', 'eleves-'] as const;
export type TriCarte = (typeof TRIS_CARTE)[number];

export const VUES_DE_CARTE = ['liste', 'carte'] as const;
export type VueDeCarte = (typeof VUES_DE_CARTE)[number];

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
  /** Une option se cherche aussi sous les codes qu’elle remplace. */
  readonly anciens: boolean;
  readonly tri: TriCarte;
  /** Sur un petit écran, ce qui est montré ; ailleurs les deux le sont. */
  readonly vue: VueDeCarte;
}

export const ETAT_INITIAL: EtatCarte = {
  depart: null,
  rayon: 10,
  choix: {},
  annee: null,
  anciens: true,
  tri: 'distance',
  vue: 'liste',
};

/** L’état avec d’autres valeurs pour un filtre. */
export function poserValeurs(
  etat: EtatCarte,
  cle: CleChoix,
  valeurs: readonly string[],
): EtatCarte {
  const { [cle]: _, ...autres } = etat.choix;
  return { ...etat, choix: valeurs.length > 0 ? { ...autres, [cle]: valeurs } : autres };
}

/** Coche une valeur d’un filtre, ou la décoche. */
export function basculerChoix(etat: EtatCarte, cle: CleChoix, valeur: string): EtatCarte {
  const avant = etat.choix[cle] ?? [];
  const apres = avant.includes(valeur) ? avant.filter((v) => v !== valeur) : [...avant, valeur];
  return poserValeurs(etat, cle, apres);
}

export const estFiltre = ({ choix }: EtatCarte): boolean => Object.keys(choix).length > 0;
