import { enPng, enregistrer } from './png.ts';
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
    lien.addEventListener('click', async (evenement) => {
      evenement.preventDefault();
      try {
        const svg = await (await fetch(lien.href)).text();
        enregistrer(await enPng(svg), lien.dataset.png ?? 'figure.png');
      } catch {
        annoncer('L’image n’a pas pu être dessinée : le fichier SVG reste disponible.');
      }
    });
  }
}
