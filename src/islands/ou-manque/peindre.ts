import { classeDePortee, type Portee } from '../../domain/autour/portee.ts';
import { enKm } from '../../phrases/distance.ts';

/**
 * Pose sur chaque commune de la carte de la page sa classe de distance et ce qu’elle dit au survol.
 * @param zone celle qu’on regarde : les autres pâlissent ; `null` : toutes
 * @returns de quoi rendre la carte telle qu’elle était
 */
export function peindreCommunes(
  portees: readonly Portee[],
  zone: number | null,
  constat: string,
): () => void {
  const carte = document.querySelector('.communes-carte svg');
  const parSlug = new Map(portees.map((portee) => [portee.commune.slug, portee]));
  const chemins = [...(carte?.querySelectorAll<SVGPathElement>('[data-commune]') ?? [])];
  const avant = carte?.getAttribute('aria-label') ?? '';
  const titres = chemins.map((chemin) => chemin.querySelector('title')?.textContent ?? '');
  carte?.setAttribute('aria-label', constat);
  for (const chemin of chemins) {
    const portee = parSlug.get(chemin.dataset.commune ?? '');
    const titre = chemin.querySelector('title');
    if (!portee || !titre) continue;
    const { commune, proche, metres } = portee;
    chemin.dataset.classe = String(classeDePortee(metres));
    chemin.toggleAttribute('data-ailleurs', zone !== null && commune.zone !== zone);
    titre.textContent = `${commune.commune} : ${enKm(metres / 1000, false)}, ${proche.nom}`;
  }
  return () => {
    carte?.setAttribute('aria-label', avant);
    for (const [i, chemin] of chemins.entries()) {
      delete chemin.dataset.classe;
      chemin.removeAttribute('data-ailleurs');
      const titre = chemin.querySelector('title');
      if (titre) titre.textContent = titres[i] ?? '';
    }
  };
}
