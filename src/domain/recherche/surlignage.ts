import { accordApproche, accordStrict, enMot } from './accord.ts';
import type { MotTrouve } from './options.ts';
import { plat } from './texte.ts';

export interface Segment {
  readonly texte: string;
  readonly marque: boolean;
}

/** Le morceau d’un mot à surligner ; les positions valent pour le mot tel qu’il est écrit. */
function morceau(ecrit: string, cherches: readonly MotTrouve[]): readonly [number, number] | null {
  const mot = plat(ecrit);
  const lu = enMot(mot);
  for (const cherche of cherches) {
    const accord =
      accordStrict(cherche, lu) ?? (cherche.approche ? accordApproche(cherche, lu) : null);
    if (!accord) continue;
    return mot.length === ecrit.length ? [accord.debut, accord.fin] : [0, ecrit.length];
  }
  return null;
}

/**
 * Coupe un texte en segments, marqués là où un mot de la requête se retrouve.
 * Mis bout à bout, les segments redonnent le texte.
 */
export function surligner(texte: string, cherches: readonly MotTrouve[]): readonly Segment[] {
  const segments: Segment[] = [];
  let fini = 0;
  const couper = (fin: number, marque: boolean): void => {
    if (fin > fini) segments.push({ texte: texte.slice(fini, fin), marque });
    fini = Math.max(fini, fin);
  };
  for (const trouve of texte.matchAll(/[\p{L}\p{M}\p{N}²]+/gu)) {
    const bornes = morceau(trouve[0], cherches);
    if (!bornes) continue;
    couper(trouve.index + bornes[0], false);
    couper(trouve.index + bornes[1], true);
  }
  couper(texte.length, false);
  return segments;
}
