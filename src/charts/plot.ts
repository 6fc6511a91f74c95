import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** Les coordonnées au dixième de pixel : rien ne s’y voit, la page s’allège. */
const arrondir = (svg: string): string =>
  svg.replace(/ (?:d|transform|[cxy][xy12]?|width|height)="[^"]*"/g, (attribut) =>
    attribut.replace(/-?\d+\.\d+/g, (nombre) => String(Number(Number(nombre).toFixed(1)))),
  );

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
  return arrondir(svg.outerHTML);
}
