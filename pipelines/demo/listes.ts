import type { Alea } from './alea.ts';
import { somme } from './repartir.ts';

/** Une liste de métiers, que le calage retouche. */
export type Liste = Set<string>;

export const basculerMetier = (liste: Liste, metier: string): void => {
  if (!liste.delete(metier)) liste.add(metier);
};

/**
 * Rapproche des listes de leurs cibles : on bascule un métier au hasard et on garde la bascule si
 * la distance ne grandit pas.
 * @param distance somme des écarts relatifs, 0 quand tout est atteint
 */
export function caler(
  listes: readonly Liste[],
  metiers: readonly string[],
  distance: () => number,
  alea: Alea,
): void {
  let meilleure = distance();
  for (let i = 0; i < 6000 && meilleure > 0.002; i++) {
    const liste = alea.choix(listes);
    const metier = alea.choix(metiers);
    basculerMetier(liste, metier);
    const nouvelle = distance();
    if (nouvelle <= meilleure) meilleure = nouvelle;
    else basculerMetier(liste, metier);
  }
}

/** L’écart relatif de chaque mesure à sa cible, sommé. */
export const ecarts = (...paires: readonly (readonly [mesure: number, cible: number])[]): number =>
  somme(paires.map(([mesure, cible]) => Math.abs(mesure - cible) / cible));

const RENOUVELLEMENT = 0.1;

/** La liste de l’année d’avant : un dixième des métiers étaient autres. */
export function remonter(liste: Liste, metiers: readonly string[], alea: Alea): Liste {
  const sortants = [...liste].filter(() => alea.chance(RENOUVELLEMENT));
  const absents = metiers.filter((metier) => !liste.has(metier));
  const avant = new Set([...liste].filter((metier) => !sortants.includes(metier)));
  for (const _ of sortants) avant.add(alea.choix(absents));
  return avant;
}
