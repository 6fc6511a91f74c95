import { FORMES_DE_MARQUE, type GenreMarque, LETTRES } from './formes.ts';
import type { Palette } from './palette.ts';

const ANNEAU = 34;
const TAILLES: Readonly<Partial<Record<GenreMarque, number>>> = { etoile: 40 };
const TAILLE = 24;
const FAMILLE = '"Source Sans 3", system-ui, sans-serif';

/** Pixels de l’image par pixel de la page. */
export const DENSITE = 2;

function dessin(largeur: number, hauteur: number) {
  const toile = document.createElement('canvas');
  toile.width = Math.ceil(largeur * DENSITE);
  toile.height = Math.ceil(hauteur * DENSITE);
  const pinceau = toile.getContext('2d');
  if (!pinceau) throw new Error('Canvas 2D indisponible.');
  pinceau.scale(DENSITE, DENSITE);
  pinceau.lineJoin = 'round';
  return { pinceau, toile };
}

/** L’image d’une marque ; creuse, elle n’a que son contour. */
export function imageMarque(
  genre: GenreMarque,
  creuse: boolean,
  { papier, marques }: Palette,
): HTMLCanvasElement {
  const taille = TAILLES[genre] ?? TAILLE;
  const { pinceau, toile } = dessin(taille, taille);
  const forme = new Path2D(FORMES_DE_MARQUE[genre]);
  pinceau.translate(taille / 2, taille / 2);
  pinceau.strokeStyle = papier;
  pinceau.lineWidth = creuse ? 7 : 3.5;
  pinceau.stroke(forme);
  pinceau.fillStyle = creuse ? papier : marques[genre];
  pinceau.fill(forme);
  if (creuse) {
    pinceau.strokeStyle = marques[genre];
    pinceau.lineWidth = 2.25;
    pinceau.stroke(forme);
  }
  const lettre = LETTRES[genre];
  if (lettre) {
    pinceau.fillStyle = creuse ? marques[genre] : papier;
    pinceau.font = `700 10.5px ${FAMILLE}`;
    pinceau.textAlign = 'center';
    pinceau.textBaseline = 'middle';
    pinceau.fillText(lettre, 0, 0.6);
  }
  return toile;
}

/** L’anneau posé autour de la marque survolée. */
export function imageAnneau({ encre, papier }: Palette): HTMLCanvasElement {
  const { pinceau, toile } = dessin(ANNEAU, ANNEAU);
  const rond = new Path2D(`M-13 0a13 13 0 1 0 26 0a13 13 0 1 0-26 0Z`);
  pinceau.translate(ANNEAU / 2, ANNEAU / 2);
  pinceau.strokeStyle = papier;
  pinceau.lineWidth = 6;
  pinceau.stroke(rond);
  pinceau.strokeStyle = encre;
  pinceau.lineWidth = 3;
  pinceau.stroke(rond);
  return toile;
}

/** Un nom écrit dans la police du site, sans serveur de glyphes. */
export function imageNom(
  nom: string,
  corps: number,
  { encre, papier }: Palette,
): HTMLCanvasElement {
  const police = `600 ${corps}px ${FAMILLE}`;
  const mesure = dessin(1, 1).pinceau;
  mesure.font = police;
  const { pinceau, toile } = dessin(mesure.measureText(nom).width + 8, corps * 1.5);
  pinceau.font = police;
  pinceau.textBaseline = 'middle';
  pinceau.strokeStyle = papier;
  pinceau.globalAlpha = 0.88;
  pinceau.lineWidth = 3.5;
  pinceau.strokeText(nom, 4, corps * 0.75);
  pinceau.globalAlpha = 0.92;
  pinceau.fillStyle = encre;
  pinceau.fillText(nom, 4, corps * 0.75);
  return toile;
}

/** Les points d’une image, pour MapLibre. */
export function pixels(toile: HTMLCanvasElement): ImageData {
  const pinceau = toile.getContext('2d');
  if (!pinceau) throw new Error('Canvas 2D indisponible.');
  return pinceau.getImageData(0, 0, toile.width, toile.height);
}
