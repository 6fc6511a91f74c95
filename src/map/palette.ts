import { GENRES_MARQUE, type GenreMarque, JETONS } from './formes.ts';

/** Les couleurs du thème en cours, telles que le navigateur les calcule. */
export interface Palette {
  /** De 0 à 1 : celle des zones. */
  readonly opacite: number;
  readonly papier: string;
  readonly encre: string;
  readonly teal: string;
  readonly zones: readonly string[];
  readonly marques: Readonly<Record<GenreMarque, string>>;
}

const ZONES = 10;

/**
 * Lit les jetons CSS sur un élément : `light-dark()` n’est résolu que sur une vraie couleur, et les
 * couleurs forcées du système les rendraient toutes pareilles.
 */
export function lirePalette(element: HTMLElement): Palette {
  const sonde = document.createElement('span');
  sonde.hidden = true;
  sonde.style.setProperty('forced-color-adjust', 'none');
  element.append(sonde);
  const couleur = (jeton: string): string => {
    sonde.style.color = `var(${jeton})`;
    return getComputedStyle(sonde).color;
  };
  const palette: Palette = {
    opacite: Number(getComputedStyle(element).getPropertyValue('--opacite-fond')),
    papier: couleur('--papier'),
    encre: couleur('--encre'),
    teal: couleur('--teal'),
    zones: Array.from({ length: ZONES }, (_, i) => couleur(`--zone-${i + 1}`)),
    marques: Object.fromEntries(
      GENRES_MARQUE.map((genre) => [genre, couleur(JETONS[genre])]),
    ) as Record<GenreMarque, string>,
  };
  sonde.remove();
  return palette;
}
