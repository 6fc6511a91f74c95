import { echapperXml } from '../domain/xml.ts';
import { couperEnLignes } from './texte.ts';

export interface Case {
  readonly grand: string;
  readonly titre: string;
  readonly note: string;
  /** Un SVG dont le `viewBox` commence en 0 0. */
  readonly trace: string;
}

const COLONNES = 3;
const LARGEUR = 250;
const GOUTTIERE = 30;
const TEXTE = 92;
const RANG = TEXTE + 84 + GOUTTIERE;

const texte = (ligne: string, y: number, corps: number, graisse = 400): string =>
  `<text y="${y}" font-size="${corps}" font-weight="${graisse}">${echapperXml(ligne)}</text>`;

/** Plusieurs petites figures en un seul SVG, chacune sous son nombre et son titre. */
export function grille(cases: readonly Case[]): string {
  const rangs = Math.ceil(cases.length / COLONNES);
  const largeur = COLONNES * LARGEUR + (COLONNES - 1) * GOUTTIERE;
  const dessins = cases.map(({ grand, titre, note, trace }, i) => {
    const x = (i % COLONNES) * (LARGEUR + GOUTTIERE);
    const y = Math.floor(i / COLONNES) * RANG;
    const dedans = trace.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
    const lignes = couperEnLignes(titre, LARGEUR).slice(0, 2);
    return `<g transform="translate(${x},${y})">${texte(grand, 24, 26, 650)}${lignes
      .map((ligne, j) => texte(ligne, 46 + 18 * j, 14))
      .join(
        '',
      )}${texte(note, TEXTE - 8, 12)}<g transform="translate(0,${TEXTE})">${dedans}</g></g>`;
  });
  return `<svg viewBox="0 0 ${largeur} ${rangs * RANG - GOUTTIERE}">${dessins.join('')}</svg>`;
}
