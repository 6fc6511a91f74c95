const SVG = 'http://www.w3.org/2000/svg';
const MARGE = 6;
const HAUTEUR = 26;

const creer = (nom: string, attributs: Readonly<Record<string, string | number>>): SVGElement => {
  const element = document.createElementNS(SVG, nom);
  for (const [cle, valeur] of Object.entries(attributs)) element.setAttribute(cle, `${valeur}`);
  return element;
};

/** Le milieu du haut d’une cible, dans le repère du dessin. */
function ancre(svg: SVGSVGElement, cible: SVGElement): { x: number; y: number } {
  const cadre = svg.getBoundingClientRect();
  const boite = cible.getBoundingClientRect();
  const echelle = svg.viewBox.baseVal.width / cadre.width;
  return {
    x: (boite.left + boite.width / 2 - cadre.left) * echelle,
    y: (boite.top - cadre.top) * echelle,
  };
}

function montrer(svg: SVGSVGElement, cible: SVGElement, dit: string): void {
  svg.querySelector('.bulle')?.remove();
  const bulle = creer('g', { class: 'bulle' });
  const texte = creer('text', { y: HAUTEUR / 2, dy: '0.35em', 'text-anchor': 'middle' });
  texte.textContent = dit;
  bulle.append(texte);
  svg.append(bulle);
  const { width } = svg.viewBox.baseVal;
  const large = (texte as SVGTextElement).getComputedTextLength() + 2 * MARGE;
  const { x, y } = ancre(svg, cible);
  const milieu = Math.max(large / 2, Math.min(width - large / 2, x));
  bulle.prepend(creer('rect', { x: -large / 2, width: large, height: HAUTEUR, rx: 4 }));
  bulle.setAttribute('transform', `translate(${milieu},${y - HAUTEUR + 2})`);
}

/**
 * Rend lisibles au survol et aux flèches les valeurs qu’une figure n’écrit pas. Sans ce script,
 * l’infobulle du navigateur les dit au survol.
 */
export function animer(svg: SVGSVGElement, annoncer: (dit: string) => void): void {
  const cibles = [...svg.querySelectorAll<SVGElement>('.cible > *')];
  const mots = cibles.map((cible) => cible.querySelector('title')?.textContent ?? '');
  if (cibles.length === 0) return;
  for (const cible of cibles) cible.querySelector('title')?.remove();
  let rang = 0;
  const dire = (i: number, aVoixHaute: boolean): void => {
    rang = (i + cibles.length) % cibles.length;
    const cible = cibles[rang];
    if (!cible) return;
    montrer(svg, cible, mots[rang] ?? '');
    if (aVoixHaute) annoncer(mots[rang] ?? '');
  };
  const cacher = (): void => svg.querySelector('.bulle')?.remove();
  svg.setAttribute('tabindex', '0');
  svg.addEventListener('pointerover', ({ target }) => {
    const i = cibles.indexOf(target as SVGElement);
    if (i >= 0) dire(i, false);
  });
  svg.addEventListener('pointerleave', cacher);
  svg.addEventListener('blur', cacher);
  svg.addEventListener('focus', () => {
    if (svg.matches(':focus-visible')) dire(rang, true);
  });
  svg.addEventListener('keydown', (evenement) => {
    const pas = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[evenement.key];
    if (evenement.key === 'Escape') cacher();
    if (!pas) return;
    evenement.preventDefault();
    dire(rang + pas, true);
  });
}
