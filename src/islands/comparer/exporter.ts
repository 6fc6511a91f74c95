import { type Contexte, csvDuTableau } from '../../charts/csv.ts';
import { enSvg } from '../../charts/fichier.ts';
import type { Tableau } from '../../charts/figure.ts';
import { enXml } from '../../charts/noeud.ts';
import { type Choisie, cartoucheDe, comparer } from '../../charts/zones/comparee.ts';
import { enPng, enregistrer } from '../png.ts';
import { LARGEUR, type PropsComparer } from './props.ts';

export const enregistrerCsv = (tableau: Tableau, contexte: Contexte, nom: string): void =>
  enregistrer(new Blob([csvDuTableau(tableau, contexte)], { type: 'text/csv' }), `${nom}.csv`);

/**
 * Enregistre une figure telle qu’elle est montrée.
 * @param cle l’indicateur
 * @param type `svg`, `png` ou `csv`
 * @throws quand le navigateur refuse de dessiner l’image
 */
export async function enregistrerFigure(
  { themes, contexte, edition, prefixe }: PropsComparer,
  choisies: readonly Choisie[],
  cle: string,
  type: string,
): Promise<void> {
  const theme = themes.find(({ series }) => series.some((serie) => serie.cle === cle));
  const serie = theme?.series.find((s) => s.cle === cle);
  if (!theme || !serie) return;
  const comparee = comparer(serie, choisies, LARGEUR);
  const nom = `comparer-${cle}`;
  if (type === 'csv') {
    enregistrerCsv(comparee.tableau, contexte, nom);
    return;
  }
  const cartouche = cartoucheDe(comparee, prefixe, [theme.source, edition]);
  const svg = enSvg(enXml(comparee.svg), cartouche);
  const image = type === 'png' ? await enPng(svg) : new Blob([svg], { type: 'image/svg+xml' });
  enregistrer(image, `${nom}.${type}`);
}
