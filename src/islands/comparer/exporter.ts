import { type Contexte, csvDuTableau } from '../../charts/csv.ts';
import { type Cartouche, enSvg } from '../../charts/fichier.ts';
import type { Tableau } from '../../charts/figure.ts';
import { enXml } from '../../charts/noeud.ts';
import { type Choisie, cartoucheDe, comparer } from '../../charts/zones/comparee.ts';
import { enregistrer } from '../png.ts';
import { LARGEUR, type PropsComparer } from './props.ts';

export const enregistrerCsv = (tableau: Tableau, contexte: Contexte, nom: string): void =>
  enregistrer(new Blob([csvDuTableau(tableau, contexte)], { type: 'text/csv' }), `${nom}.csv`);

/** @throws quand le navigateur refuse de dessiner l’image */
async function enregistrerPng(trace: string, cartouche: Cartouche, nom: string): Promise<void> {
  const { enPng } = await import('../png.ts');
  enregistrer(await enPng(enSvg(trace, cartouche)), `${nom}.png`);
}

/**
 * Enregistre une figure telle qu’elle est montrée.
 * @param cle l’indicateur
 * @param type `svg`, `png` ou `csv`
 */
export function enregistrerFigure(
  { themes, contexte, edition, prefixe }: PropsComparer,
  choisies: readonly Choisie[],
  cle: string,
  type: string,
): void {
  const theme = themes.find(({ series }) => series.some((serie) => serie.cle === cle));
  const serie = theme?.series.find((s) => s.cle === cle);
  if (!theme || !serie) return;
  const comparee = comparer(serie, choisies, LARGEUR);
  const cartouche = cartoucheDe(comparee, prefixe, [theme.source, edition]);
  const nom = `comparer-${cle}`;
  const trace = enXml(comparee.svg);
  if (type === 'csv') enregistrerCsv(comparee.tableau, contexte, nom);
  else if (type === 'png') void enregistrerPng(trace, cartouche, nom);
  else enregistrer(new Blob([enSvg(trace, cartouche)], { type: 'image/svg+xml' }), `${nom}.svg`);
}
