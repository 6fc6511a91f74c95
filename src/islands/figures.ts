import { lireFichier } from '../query/lecture.ts';
import { enPng, enregistrer } from './png.ts';
import { animer } from './survol.ts';

const RATEE = 'L’image n’a pas pu être dessinée : essayez le SVG, ou rechargez la page.';

/** Dit sous les fichiers d’une figure que l’image n’est pas venue. */
function signaler(lien: Element): void {
  const liste = lien.closest('ul');
  if (!liste || liste.nextElementSibling?.matches('[role=alert]')) return;
  const avis = document.createElement('p');
  avis.className = 'message message-erreur petit pas-imprime';
  avis.setAttribute('role', 'alert');
  liste.after(avis);
  avis.textContent = RATEE;
}

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
        const svg = await (await lireFichier(lien.href)).text();
        enregistrer(await enPng(svg), lien.dataset.png ?? 'figure.png');
      } catch {
        signaler(lien);
      }
    });
  }
}
