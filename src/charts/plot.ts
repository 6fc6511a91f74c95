import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

export const CORPS = 14;

/**
 * Rend une figure en SVG sans style en ligne : ses règles sont dans `styles/figures.css`.
 * @param constat ce que la figure montre, pour qui ne la voit pas
 */
export function tracer(options: Plot.PlotOptions, constat: string): string {
  const { document } = parseHTML('<html><body></body></html>');
  const svg = Plot.plot({ ...options, document, className: 'trace' });
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const [nom, valeur] of [
    ['role', 'img'],
    ['aria-label', constat],
  ] as const) {
    svg.setAttribute(nom, valeur);
  }
  for (const nom of ['fill', 'font-family', 'text-anchor', 'width', 'height']) {
    svg.removeAttribute(nom);
  }
  for (const groupe of svg.querySelectorAll('g[aria-label]')) groupe.removeAttribute('aria-label');
  return svg.outerHTML;
}

/** La largeur d’un texte en Source Sans, à peu près, en pixels du dessin. */
export const largeurTexte = (texte: string, corps = CORPS): number =>
  [...texte].reduce((somme, lettre) => {
    if (/[iljtfr.,;:' \u202F’/()]/.test(lettre)) return somme + 0.3;
    if (/[mwMW%—]/.test(lettre)) return somme + 0.82;
    return somme + (/[A-ZÀ-Ý]/.test(lettre) ? 0.6 : 0.51);
  }, 0) * corps;

/** Coupe un texte trop long à sa largeur, avec des points de suspension. */
export function tronquer(texte: string, largeur: number, corps = CORPS): string {
  if (largeurTexte(texte, corps) <= largeur) return texte;
  let court = texte;
  while (court.length > 1 && largeurTexte(`${court}…`, corps) > largeur) court = court.slice(0, -1);
  return `${court.replace(/[\s/,–-]+$/, '')}…`;
}
