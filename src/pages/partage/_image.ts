import type { CarteSchematique } from '../../domain/carte-schematique/carte.ts';
import { couper, type Ecriture, largeur, tracerLettres } from './_lettres.ts';

export interface Partage {
  readonly titre: string;
  readonly texte: string;
  /** Ce que l’image doit dire de ses données quand elle voyage seule ; vide si tout est officiel. */
  readonly mention: string;
  readonly carte: CarteSchematique;
  /** La zone en couleur pleine ; sans elle, toutes le sont à demi. */
  readonly choisie?: number;
}

const PAPIER = '#fbfaf7';
const ENCRE = '#1b2a33';
const TEAL = '#0b5d66';
const PALE = '#a9d2d5';
const NEUTRE = '#e3dfd4';
const BANDE = '#fff4d6';
const MARGE = 64;
const COLONNE = 520;
const TITRE: Ecriture = { police: 'serif', corps: 62 };
const TEXTE: Ecriture = { police: 'sans', corps: 31 };
const MARQUE: Ecriture = { police: 'serif', corps: 34 };
const MENTION: Ecriture = { police: 'sans', corps: 26 };

export const LARGEUR_D_IMAGE = 1200;
export const HAUTEUR = 630;

/** La graisse vient du trait : les variations d’une police WOFF2 ne se lisent pas à la construction. */
const trace = (d: string, couleur: string, gras = 0): string =>
  `<path d="${d}" fill="${couleur}" stroke="${couleur}" stroke-width="${gras}"/>`;

function dessinerCarte({ carte, choisie }: Partage, y: number, hauteur: number): string {
  const echelle = Math.min(560 / carte.largeur, hauteur / carte.hauteur);
  const x = LARGEUR_D_IMAGE - 32 - carte.largeur * echelle;
  const haut = y + (hauteur - carte.hauteur * echelle) / 2;
  const couleur = (zone: number): string => {
    if (choisie === undefined) return PALE;
    return zone === choisie ? TEAL : NEUTRE;
  };
  const zones = carte.zones.map(
    (zone) =>
      `<path d="${zone.trace}" fill="${couleur(zone.zone)}" stroke="${PAPIER}" stroke-width="4"/>`,
  );
  return `<g transform="translate(${x} ${haut}) scale(${echelle})">${zones.join('')}</g>`;
}

/**
 * L’image d’une page partagée, 1200 × 630, en SVG : textes en contours, sans police à charger.
 */
export function imageDePartage(partage: Partage): string {
  const { titre, texte, mention } = partage;
  const bas = mention ? HAUTEUR - 66 : HAUTEUR;
  const lignes = couper(titre, COLONNE, TITRE);
  const phrases = couper(texte, COLONNE, TEXTE);
  const depart = (bas + 96 - (lignes.length * 68 + 20 + phrases.length * 42)) / 2 + 50;
  const dessous = depart + lignes.length * 68 - 4;
  const parties = [
    `<rect width="${LARGEUR_D_IMAGE}" height="${HAUTEUR}" fill="${PAPIER}"/>`,
    dessinerCarte(partage, 24, bas - 48),
    trace(tracerLettres('OAD', MARGE, 92, MARQUE), TEAL, 1.4),
    trace(tracerLettres('ouvert', MARGE + largeur('OAD ', MARQUE), 92, MARQUE), ENCRE, 1.4),
    ...lignes.map((ligne, i) =>
      trace(tracerLettres(ligne, MARGE, depart + i * 68, TITRE), ENCRE, 1.6),
    ),
    ...phrases.map((ligne, i) =>
      trace(tracerLettres(ligne, MARGE, dessous + i * 42, TEXTE), ENCRE, 0.9),
    ),
  ];
  if (mention) {
    parties.push(`<rect y="${bas}" width="${LARGEUR_D_IMAGE}" height="66" fill="${BANDE}"/>`);
    parties.push(trace(tracerLettres(mention, MARGE, bas + 43, MENTION), ENCRE, 1.3));
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LARGEUR_D_IMAGE} ${HAUTEUR}">${parties.join('')}</svg>`;
}
