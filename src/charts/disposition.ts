import type { CleBesoin } from '../domain/besoin.ts';
import { CORPS, largeurTexte } from './texte.ts';

export type Signe = Exclude<CleBesoin, 'aucun' | 'non-connu'>;

/** Une barre : sa place, son nom, sa longueur, ce qui s’écrit au bout. */
export interface Barre {
  readonly cle: string;
  readonly libelle: string;
  readonly valeur: number;
  readonly etiquette: string;
  /** Où tombe le trait fin, sur la même échelle que `valeur`. */
  readonly repere?: number | null;
  /** La valeur du trait fin, en toutes lettres : elle ne s’écrit qu’au survol. */
  readonly repereEcrit?: string;
  readonly signe?: Signe | null;
  /** Le petit multiple où elle se range. */
  readonly facette?: string;
  /** La seconde couleur. */
  readonly seconde?: boolean;
}

export interface OptionsBarres {
  /** Largeur du dessin, en pixels ; sous 480, les noms passent au-dessus des barres. */
  readonly largeur: number;
  readonly constat: string;
  /** Ce que dit le trait fin. */
  readonly repere?: string;
  readonly facettes?: readonly string[];
  /** L’échelle va au moins jusque-là : de petits nombres gardent de petites barres. */
  readonly auMoins?: number;
  /** Les noms s’écrivent entiers : un fichier n’a pas de survol, et s’élargit s’il le faut. */
  readonly entiers?: boolean;
}

export interface Disposition {
  readonly dessus: boolean;
  readonly margeGauche: number;
  readonly margeDroite: number;
  readonly margeHaute: number;
  readonly largeurLibelle: number;
  /** La plus longue barre possible. */
  readonly largeurBarres: number;
  readonly rang: number;
  readonly colonnes: number;
  readonly rangs: number;
}

const ETROIT = 480;
const SIGNE = 18;
const BARRE_MINIMALE = 30;

const plusLarge = (textes: readonly string[], corps?: number): number =>
  Math.max(0, ...textes.map((texte) => largeurTexte(texte, corps)));

const nomsDe = (barres: readonly Barre[]): number =>
  plusLarge(barres.map((b) => b.libelle)) + (barres.some((b) => b.signe) ? SIGNE : 0);

/** La plus petite part d’un dessin que gardent ses barres quand les noms sont entiers. */
const PART_DES_BARRES = 0.5;

/** La largeur où tous les noms tiennent, et leurs barres avec eux. */
export const largeurEntiere = (barres: readonly Barre[], largeur: number): number =>
  Math.max(largeur, Math.ceil((nomsDe(barres) + 12) / (1 - PART_DES_BARRES)));

/** Répartit la place entre les noms, les barres et leurs étiquettes. */
export function disposer(barres: readonly Barre[], options: OptionsBarres): Disposition {
  const { largeur, facettes = [] } = options;
  const etroite = largeur < ETROIT;
  const signe = barres.some((b) => b.signe) ? SIGNE : 0;
  const noms = nomsDe(barres);
  const place = Math.round(largeur * (options.entiers ? PART_DES_BARRES : 0.46));
  const etiquettes = Math.ceil(plusLarge(barres.map((b) => b.etiquette))) + 12;
  const dessus = etroite && noms > 120;
  const margeGauche = dessus ? 1 : Math.min(Math.ceil(noms) + 12, place);
  const besoin = Math.max(etiquettes + BARRE_MINIMALE, plusLarge([...facettes]) + 8);
  const tenables = Math.floor((largeur - margeGauche) / besoin);
  const colonnes = Math.max(1, Math.min(facettes.length, tenables));
  return {
    dessus,
    margeGauche,
    largeurBarres: (largeur - margeGauche) / colonnes - etiquettes,
    margeDroite: etiquettes,
    margeHaute: (options.repere ? 22 : 2) + (facettes.length > 0 ? 22 : 0),
    largeurLibelle: dessus ? largeur - signe : place - 12 - signe,
    rang: dessus ? 2 * CORPS + 16 : CORPS + 14,
    colonnes,
    rangs: facettes.length === 0 ? 1 : Math.ceil(facettes.length / colonnes),
  };
}
