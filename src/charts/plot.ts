import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { habiller } from './habiller.ts';

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
  habiller(svg, constat);
  for (const nom of ['fill', 'font-family', 'text-anchor', 'width', 'height']) {
    svg.removeAttribute(nom);
  }
  return arrondir(svg.outerHTML);
}
