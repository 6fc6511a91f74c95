import type { Tu } from '../../domain/tu.ts';
import type { Rangee } from '../base.ts';

/** Les cellules d’un effectif : un nombre, ou vide et ses bornes. */
export const enEffectif = (lu: number | Tu | null) => {
  const tu = typeof lu === 'object' ? lu : null;
  return {
    eleves: typeof lu === 'number' ? lu : null,
    eleves_au_moins: tu && tu.auMoins > 1 ? tu.auMoins : null,
    eleves_au_plus: tu?.auPlus ?? null,
  };
};

/** Ce qu’une rangée compte : au moins, et au plus si on le sait. */
export const etendueDe = (rangee: Rangee, colonne: string): readonly [number, number] => {
  const valeur = rangee[colonne];
  if (typeof valeur === 'number') return [valeur, valeur];
  const moins = rangee[`${colonne}_au_moins`] ?? 1;
  return [Number(moins), Number(rangee[`${colonne}_au_plus`] ?? Number.POSITIVE_INFINITY)];
};

/** Deux effectifs de même clé ajoutés : la somme, ou ses bornes si l’un des deux est tu. */
export function ajouterEffectifs(colonne: string, une: Rangee, autre: Rangee): Rangee {
  const [a, b] = [une[colonne], autre[colonne]];
  if (typeof a === 'number' && typeof b === 'number') return { ...une, [colonne]: a + b };
  const [[moinsA, plusA], [moinsB, plusB]] = [etendueDe(une, colonne), etendueDe(autre, colonne)];
  const plus = plusA + plusB;
  const tu = { auMoins: moinsA + moinsB, auPlus: Number.isFinite(plus) ? plus : null };
  return { ...une, ...enEffectif(tu) };
}
