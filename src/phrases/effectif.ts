import { type Effectif, estMasque } from '../domain/effectif.ts';
import { accord, compte, entier, part, rapport } from './nombres.ts';
import type { Nombre, Phrase } from './phrase.ts';

export const MASQUE = 'masqué';
export const NON_CONNUE = 'non connue';
export const NON_CONNUS = 'non connus';
export const POURQUOI_MASQUE = 'Trop peu d’élèves pour publier leur nombre';

const combien = (masques: number): string =>
  compte(masques, 'effectif masqué', 'effectifs masqués');

/** `12`, `masqué` ou `au moins 12` : là où une note dit ce qui est masqué. */
export const effectifCourt = (effectif: Effectif): string => {
  if (estMasque(effectif)) return MASQUE;
  return `${effectif.masques > 0 ? 'au moins ' : ''}${entier(effectif.eleves)}`;
};

/** `12`, `masqué` ou `au moins 12 (3 effectifs masqués)`. */
export const effectifEcrit = (effectif: Effectif): string => {
  const { eleves, masques } = effectif;
  return eleves > 0 && masques > 0
    ? `${effectifCourt(effectif)} (${combien(masques)})`
    : effectifCourt(effectif);
};

/** `12 élèves`, `3 effectifs masqués` ou `au moins 12 élèves (3 effectifs masqués)`. */
export const compterEleves = (effectif: Effectif): string => {
  const { eleves, masques } = effectif;
  if (masques === 0) return compte(eleves, 'élève');
  if (eleves === 0) return combien(masques);
  return `au moins ${compte(eleves, 'élève')} (${combien(masques)})`;
};

/** Un nombre d’élèves dans une phrase ou un tableau. */
export const nbEleves = (cle: string, { eleves, masques }: Effectif): Nombre => ({
  cle,
  valeur: eleves,
  texte: effectifEcrit({ eleves, masques }),
  ...(masques > 0 && { masques }),
});

/** `12 élèves`, `au moins 12 élèves (3 effectifs masqués)`, en phrase. */
export const direEleves = (cle: string, effectif: Effectif): Phrase => {
  const { eleves, masques } = effectif;
  const nombre = nbEleves(cle, effectif);
  if (estMasque(effectif)) return [{ ...nombre, texte: combien(masques) }];
  const nom = `\u00a0${accord(eleves, 'élève')}${masques > 0 ? ` (${combien(masques)})` : ''}`;
  return [{ ...nombre, texte: effectifCourt(effectif) }, nom];
};

/** La part de ce qui est publié ; `null` quand il n’y a rien à diviser. */
export const partDEffectif = (cle: string, de: Effectif, total: Effectif): Nombre | null => {
  if (estMasque(de)) return { cle, valeur: 0, texte: MASQUE, masques: de.masques };
  const valeur = rapport(de.eleves, total.eleves);
  return valeur === null ? null : { cle, valeur, texte: part(valeur) };
};

/** Ce qu’une figure doit dire de ce qui est masqué ; vide quand rien ne l’est. */
export const noteDeMasquage = (masques: number): string =>
  masques === 0
    ? ''
    : `${combien(masques)} (trop peu d’élèves) : les sommes en sont des minimums, et les parts se calculent sur ce qui est publié.`;
