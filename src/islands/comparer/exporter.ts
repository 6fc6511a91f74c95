import { type Contexte, csvDuTableau } from '../../charts/csv.ts';
import { type Cartouche, enSvg } from '../../charts/fichier.ts';
import type { Tableau } from '../../charts/figure.ts';
import { enregistrer } from '../png.ts';

export const enregistrerCsv = (tableau: Tableau, contexte: Contexte, nom: string): void =>
  enregistrer(new Blob([csvDuTableau(tableau, contexte)], { type: 'text/csv' }), `${nom}.csv`);

export const enregistrerSvg = (trace: string, cartouche: Cartouche, nom: string): void =>
  enregistrer(new Blob([enSvg(trace, cartouche)], { type: 'image/svg+xml' }), `${nom}.svg`);

/** @throws quand le navigateur refuse de dessiner l’image */
export async function enregistrerPng(
  trace: string,
  cartouche: Cartouche,
  nom: string,
): Promise<void> {
  const { enPng } = await import('../png.ts');
  enregistrer(await enPng(enSvg(trace, cartouche)), `${nom}.png`);
}
