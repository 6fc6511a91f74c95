import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';

export type Police = 'serif' | 'sans';

export interface Ecriture {
  readonly police: Police;
  /** Corps, en unités du dessin. */
  readonly corps: number;
}

const FICHIERS: Record<Police, string> = {
  serif: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  sans: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
};
const LETTRE = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C' } as const;
const ouvertes = new Map<Police, Font>();

function ouvrir({ police }: Ecriture): Font {
  const ouverte = ouvertes.get(police);
  if (ouverte) return ouverte;
  const { resolve } = createRequire(import.meta.url);
  const lue = create(readFileSync(resolve(FICHIERS[police])));
  if (lue.isCollection) throw new Error(`Une police attendue, pas une collection : ${police}.`);
  ouvertes.set(police, lue);
  return lue;
}

const glyphes = (police: Font, texte: string) =>
  police.glyphsForString(texte.replace(/[\u202f\u00a0]/g, ' '));

/** La largeur d’un texte, en unités du dessin, sans crénage. */
export function largeur(texte: string, ecriture: Ecriture): number {
  const police = ouvrir(ecriture);
  const avance = glyphes(police, texte).reduce((total, glyphe) => total + glyphe.advanceWidth, 0);
  return (avance * ecriture.corps) / police.unitsPerEm;
}

/** Le texte en contours : l’attribut `d` d’un chemin dont (x, y) est le début de la ligne de base. */
export function tracerLettres(texte: string, x: number, y: number, ecriture: Ecriture): string {
  const police = ouvrir(ecriture);
  const echelle = ecriture.corps / police.unitsPerEm;
  let avance = x;
  return glyphes(police, texte)
    .map((glyphe) => {
      const depart = avance;
      avance += glyphe.advanceWidth * echelle;
      return glyphe.path.commands
        .map(({ command, args }) => {
          if (command === 'closePath') return 'Z';
          const points = args.map((valeur, i) =>
            i % 2 === 0 ? depart + valeur * echelle : y - valeur * echelle,
          );
          return `${LETTRE[command]}${points.map((point) => point.toFixed(1)).join(' ')}`;
        })
        .join('');
    })
    .join('');
}

/** Coupe un texte en lignes d’au plus `max` unités, aux espaces ordinaires. */
export function couper(texte: string, max: number, ecriture: Ecriture): string[] {
  const lignes: string[] = [];
  for (const mot of texte.split(' ')) {
    const derniere = lignes.at(-1);
    const suite = derniere === undefined ? mot : `${derniere} ${mot}`;
    if (derniere !== undefined && largeur(suite, ecriture) <= max)
      lignes[lignes.length - 1] = suite;
    else lignes.push(mot);
  }
  return lignes;
}
