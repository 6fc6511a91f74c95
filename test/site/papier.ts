import type { Page } from 'playwright';
import { getDocumentProxy } from 'unpdf';
import { debord } from './visite.ts';

/** Une page d’un PDF, relue. */
export interface Feuille {
  readonly format: 'debout' | 'couché' | 'autre';
  /** Son texte, chaque blanc réduit à une espace. */
  readonly texte: string;
  /** Les morceaux de texte qui passent la marge : le papier les coupe. */
  readonly coupes: readonly string[];
}

/** Un A4 debout, en points. */
const [COURT, LONG] = [595, 842];
const MARGE = '10mm';
/** 190 mm : la largeur d’un A4 debout entre ces marges. */
const FEUILLE = { width: 718, height: 1000 };
/** Ce qu’un dernier signe peut prendre de plus que sa place, en points. */
const TOLERANCE = 1.5;

function formatDe(largeur: number, hauteur: number): Feuille['format'] {
  const vaut = (x: number, y: number) => Math.abs(largeur - x) < 1 && Math.abs(hauteur - y) < 1;
  return vaut(COURT, LONG) ? 'debout' : vaut(LONG, COURT) ? 'couché' : 'autre';
}

/** Sans ce qui ne se voit pas ; un caractère à empattements écrit l’apostrophe autrement. */
const nettoyer = (texte: string): string =>
  texte.replaceAll('\u2060', '').replaceAll('ʼ', '’').replace(/\s+/g, ' ');

/** Ce que la page prête à imprimer a de plus large qu’un A4 debout, entre ses marges. */
async function quiDepasse(page: Page): Promise<readonly string[]> {
  const ecran = page.viewportSize();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(FEUILLE);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const sortis = await debord(page);
  await page.emulateMedia({ media: null });
  if (ecran) await page.setViewportSize(ecran);
  return sortis;
}

/**
 * Imprime la page comme le fait le visiteur, en A4 sauf si elle choisit sa feuille, et relit le PDF.
 * @returns ses feuilles, dans l’ordre
 */
export async function imprimer(page: Page): Promise<readonly Feuille[]> {
  // Ce qui sort entier de la feuille n’est plus dans le PDF.
  const sortis = await quiDepasse(page);
  const margin = { top: MARGE, right: MARGE, bottom: MARGE, left: MARGE };
  const pdf = await page.pdf({ format: 'A4', margin, preferCSSPageSize: true });
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const lues = [];
  for (let rang = 1; rang <= document.numPages; rang++) {
    const feuille = await document.getPage(rang);
    const [, , largeur = 0, hauteur = 0] = feuille.view;
    const morceaux = (await feuille.getTextContent()).items.flatMap((item) =>
      'str' in item
        ? [{ dit: item.str, suivi: item.hasEOL, x: Number(item.transform[4]), large: item.width }]
        : [],
    );
    lues.push({ largeur, hauteur, morceaux });
  }
  await document.loadingTask.destroy();
  // Les deux marges se valent : le texte commence où finit celle de gauche.
  const ecrits = lues.flatMap(({ morceaux }) => morceaux.filter(({ dit }) => dit.trim() !== ''));
  const marge = Math.min(...ecrits.map(({ x }) => x));
  return lues.map(({ largeur, hauteur, morceaux }, rang) => ({
    format: formatDe(largeur, hauteur),
    texte: nettoyer(morceaux.map(({ dit, suivi }) => (suivi ? `${dit} ` : dit)).join('')),
    coupes: [
      ...(rang === 0 ? sortis : []),
      ...morceaux
        .filter(({ dit, x, large }) => dit.trim() && x + large > largeur - marge + TOLERANCE)
        .map(({ dit }) => dit),
    ],
  }));
}

const serre = (texte: string): string => nettoyer(texte).replaceAll(' ', '');

/** Combien de fois un texte se lit dans des feuilles ; un PDF ne dit pas où sont ses espaces. */
export function lectures(feuilles: readonly Feuille[], dit: string): number {
  return serre(feuilles.map(({ texte }) => texte).join('')).split(serre(dit)).length - 1;
}

/** Ce que des feuilles ont de fautif : du texte coupé, une page sans rien, un autre format qu’A4. */
export const fautesDe = (feuilles: readonly Feuille[]): readonly string[] =>
  feuilles.flatMap(({ format, texte, coupes }, rang) => [
    ...coupes.map((coupe) => `page ${rang + 1}, coupé : ${coupe}`),
    ...(texte.length < 40 ? [`page ${rang + 1}, vide`] : []),
    ...(format === 'autre' ? [`page ${rang + 1}, pas en A4`] : []),
  ]);
