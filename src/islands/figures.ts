import { lireFichier } from '../query/lecture.ts';
import { sortirDe } from './fichiers/sortir.ts';
import { enPng } from './png.ts';
import { animer } from './survol.ts';

/** Ce que le script ajoute aux figures d’une page : les valeurs au survol et l’image PNG. */
export function poserFigures(): void {
  const voix = document.createElement('p');
  voix.className = 'visuellement-cache';
  voix.setAttribute('role', 'status');
  document.querySelector('main')?.append(voix);
  const annoncer = (dit: string): void => {
    voix.textContent = dit;
  };
  for (const svg of document.querySelectorAll<SVGSVGElement>('svg.trace')) animer(svg, annoncer);
  for (const lien of document.querySelectorAll<HTMLAnchorElement>('a[data-png]')) {
    lien.hidden = false;
    const composer = async () => {
      const svg = await (await lireFichier(lien.href)).text();
      return { contenu: await enPng(svg), nom: lien.dataset.png ?? 'figure.png' };
    };
    lien.addEventListener('click', (evenement) => {
      evenement.preventDefault();
      void sortirDe(lien, composer, 'Le SVG reste disponible.');
    });
  }
}
