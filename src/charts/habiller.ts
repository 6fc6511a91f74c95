/**
 * Prépare le SVG de Plot à entrer dans une page : la politique de sécurité y refuse un style en
 * ligne (les règles sont dans `styles/figures.css`), et la figure n’a qu’un nom.
 * @param constat ce que la figure montre, pour qui ne la voit pas
 */
export function habiller(svg: Element, constat: string): void {
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', constat);
  for (const groupe of svg.querySelectorAll('g[aria-label]')) groupe.removeAttribute('aria-label');
}
