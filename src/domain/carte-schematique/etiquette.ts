import { dedans } from '../geo/polygone.ts';
import type { XY } from '../geo/projection.ts';

/** Un nom posé sur la carte, centré sur x. */
export interface Etiquette {
  readonly x: number;
  /** Le milieu du texte, ou sa ligne de base s’il est `dehors`. */
  readonly y: number;
  readonly lignes: readonly string[];
  /** La hauteur de caractère, en unités du dessin, au-delà de laquelle le nom déborde. */
  readonly corps: number;
  /** Vrai quand la zone est trop petite : le nom est écrit au-dessus d’elle. */
  readonly dehors: boolean;
}

// En cadratins : la hauteur d’une ligne, et la largeur d’une lettre d’un caractère sans empattement.
const INTERLIGNE = 1.1;
const LARGEURS: readonly (readonly [RegExp, number])[] = [
  [/[mwMW]/, 0.84],
  [/[iîjlft’' -]/, 0.32],
  [/./, 0.54],
];
// En unités du dessin : le pas de la recherche, l’écart d’un nom posé dehors, le corps
// qui suffit, celui qui ne suffit plus.
const PAS = 8;
const MARGE = 8;
const ASSEZ = 30;
const TROP_PETIT = 20;
// Ce que coûte, en corps, une unité d’écart au centre de la zone.
const ECART = 0.04;

/**
 * Place `nom` dans `polygone` (fermé) là où il peut être écrit assez gros au plus près du centre,
 * sur une ligne ou sur deux : un « pôle d’inaccessibilité » mesuré par le rectangle du texte.
 */
export function placeEtiquette(nom: string, polygone: readonly XY[]): Etiquette {
  const grille = pointsDedans(polygone);
  const bord = pointsDuBord(polygone);
  const choix = coupes(nom)
    .map((lignes) => meilleurePlace(lignes, grille, bord))
    .reduce((a, b) => (Math.min(b.corps, ASSEZ) > a.corps * 1.1 ? b : a));
  if (choix.corps > TROP_PETIT) return choix;
  const haut = bord.reduce((a, b) => (b[1] < a[1] ? b : a));
  return { ...choix, lignes: [nom], y: Math.round(haut[1] - MARGE), dehors: true };
}

function coupes(nom: string): string[][] {
  const coupe = nom.match(/^(.+?[ -])(.+)$/);
  return coupe ? [[nom], [(coupe[1] ?? '').trimEnd(), coupe[2] ?? '']] : [[nom]];
}

function meilleurePlace(
  lignes: readonly string[],
  grille: readonly XY[],
  bord: readonly XY[],
): Etiquette {
  const demiLargeur = Math.max(...lignes.map(largeur)) / 2;
  const demiHauteur = (lignes.length * INTERLIGNE) / 2;
  const [cx, cy] = moyenne(grille);
  let choix = { x: cx, y: cy, corps: 0, note: Number.NEGATIVE_INFINITY };
  for (const [x, y] of grille) {
    const ecart = ECART * Math.hypot(x - cx, y - cy);
    let corps = Number.POSITIVE_INFINITY;
    for (const [bx, by] of bord) {
      const tient = Math.max(Math.abs(bx - x) / demiLargeur, Math.abs(by - y) / demiHauteur);
      if (tient < corps) corps = tient;
      if (corps - ecart <= choix.note) break;
    }
    const note = Math.min(corps, ASSEZ) - ecart;
    if (note > choix.note) choix = { x, y, corps, note };
  }
  const { x, y, corps } = choix;
  return { x: Math.round(x), y: Math.round(y), lignes, corps: Math.floor(corps), dehors: false };
}

function largeur(ligne: string): number {
  const lettre = (signe: string) => LARGEURS.find(([forme]) => forme.test(signe))?.[1] ?? 0.54;
  return [...ligne].reduce((somme, signe) => somme + lettre(signe), 0.2);
}

const moyenne = (points: readonly XY[]): XY => [
  points.reduce((somme, [x]) => somme + x, 0) / points.length,
  points.reduce((somme, [, y]) => somme + y, 0) / points.length,
];

function pointsDedans(polygone: readonly XY[]): XY[] {
  const xs = polygone.map(([x]) => x);
  const ys = polygone.map(([, y]) => y);
  const points: XY[] = [];
  for (let x = Math.min(...xs) + PAS / 2; x < Math.max(...xs); x += PAS) {
    for (let y = Math.min(...ys) + PAS / 2; y < Math.max(...ys); y += PAS) {
      if (dedans([x, y], polygone)) points.push([x, y]);
    }
  }
  return points;
}

/** Des points du contour, à un pas l’un de l’autre au plus. */
function pointsDuBord(polygone: readonly XY[]): XY[] {
  return polygone.flatMap(([x, y], i) => {
    const [nx, ny] = polygone[i + 1] ?? [x, y];
    const n = Math.ceil(Math.hypot(nx - x, ny - y) / PAS);
    const fraction = (de: number, a: number, k: number) => de + ((a - de) * k) / n;
    return Array.from({ length: n }, (_, k): XY => [fraction(x, nx, k), fraction(y, ny, k)]);
  });
}
