import { attribut } from './balises.ts';

/** Les lignes et les colonnes qu’une feuille visible ne montre pas, comptées à partir de 1. */
export interface Masquees {
  readonly lignes: ReadonlySet<number>;
  readonly colonnes: ReadonlySet<number>;
}

/** Masquée, ou sans hauteur ni largeur : elle ne se voit pas davantage. */
const CACHEE = /\s(?:hidden\s*=\s*["'](?:1|true)|(?:ht|width)\s*=\s*["']0(?:\.0+)?)["']/;
const LIGNE = /<(?:[\w.-]+:)?row(\s[^<>]*)?>/g;
const COLONNE = /<(?:[\w.-]+:)?col(\s[^<>]*)>/g;
const MAX_COLONNE = 16_384;

const attributs = { r: attribut('r'), min: attribut('min'), max: attribut('max') };

/** Les lignes filtrées ou masquées d’une feuille, et ses colonnes masquées. */
export function masqueesDe(xml: string): Masquees {
  const lignes = new Set<number>();
  const colonnes = new Set<number>();
  if (!CACHEE.test(xml)) return { lignes, colonnes };
  let derniere = 0;
  for (const [, bruts = ''] of xml.matchAll(LIGNE)) {
    derniere = Number(attributs.r(bruts) ?? derniere + 1);
    if (CACHEE.test(bruts)) lignes.add(derniere);
  }
  for (const [, bruts = ''] of xml.matchAll(COLONNE)) {
    if (!CACHEE.test(bruts)) continue;
    const fin = Math.min(Number(attributs.max(bruts)), MAX_COLONNE);
    for (let place = Number(attributs.min(bruts)); place <= fin; place++) colonnes.add(place);
  }
  return { lignes, colonnes };
}
