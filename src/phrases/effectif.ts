import { auMoins, type Borne, type Effectif, estMasque, estTu } from '../domain/effectif.ts';
import { accord, compte, entier, part, rapport } from './nombres.ts';
import type { Nombre, Phrase } from './phrase.ts';

export const MASQUE = 'masqué';
export const NON_CONNUE = 'non connue';
export const NON_CONNUS = 'non connus';
export const POURQUOI_MASQUE = 'Trop peu d’élèves pour publier leur nombre';

export const TU = 'tu par la source';
export const POURQUOI_TU = 'La source ne publie pas ce nombre';

const combienTus = (tus: number): string =>
  compte(tus, 'effectif tu par la source', 'effectifs tus par la source');

/** `3 effectifs masqués`, `2 effectifs tus par la source, 8 élèves au plus`, ou les deux. */
export function combienDeMasques({ masques, tus = 0, tus_au_plus = null }: Effectif): string {
  const caches = compte(masques - tus, 'effectif masqué', 'effectifs masqués');
  if (tus === 0) return caches;
  if (tus < masques) return `${caches}, ${combienTus(tus)}`;
  return `${combienTus(tus)}${tus_au_plus === null ? '' : `, ${compte(tus_au_plus, 'élève')} au plus`}`;
}

/** Un seul effectif, que la source tait : `moins de 5`, `de 5 à 9`, `au moins 10`, `tu par la source`. */
function tuEcrit({ tus_au_moins: moins = 1, tus_au_plus: plus = null }: Effectif): string {
  if (plus !== null) {
    return moins <= 1 ? `moins de ${entier(plus + 1)}` : `de ${entier(moins)} à ${entier(plus)}`;
  }
  return moins <= 1 ? TU : `au moins ${entier(moins)}`;
}

/** Pourquoi des effectifs manquent, en un mot : masqués ici, tus par la source, ou les deux. */
export function motDuMasque({ masques, tus = 0 }: Effectif): 'masqué' | 'tu' | 'masqué ou tu' {
  if (tus === 0) return 'masqué';
  return tus === masques ? 'tu' : 'masqué ou tu';
}

/** Le même mot, accordé à « des effectifs ». */
export const motsDuMasque = (effectif: Effectif): string =>
  motDuMasque(effectif).replace(/masqué|tu/g, (mot) => `${mot}s`);

const estTuSeul = (effectif: Effectif): boolean => estTu(effectif) && effectif.masques === 1;

/** `<5` s’écrit `moins de 5` ; `≥13`, `au moins 13`. */
export const borneEcrite = (borne: Borne): string => {
  const mots = borne.startsWith('<') ? 'moins de' : 'au moins';
  return `${mots} ${entier(Number(borne.slice(1)))}`;
};

/** `12`, `masqué`, `moins de 5` ou `au moins 12` : là où une note dit ce qui est tu. */
export const effectifCourt = (effectif: Effectif): string => {
  if (estTuSeul(effectif)) return tuEcrit(effectif);
  if (auMoins(effectif) === 0 && estMasque(effectif)) return MASQUE;
  return `${effectif.masques > 0 ? 'au moins ' : ''}${entier(auMoins(effectif))}`;
};

/** `12`, `masqué`, `moins de 5` ou `au moins 12 (3 effectifs masqués)`. */
export const effectifEcrit = (effectif: Effectif): string =>
  effectif.masques > 0 && auMoins(effectif) > 0 && !estTuSeul(effectif)
    ? `${effectifCourt(effectif)} (${combienDeMasques(effectif)})`
    : effectifCourt(effectif);

/** `12 élèves`, `3 effectifs masqués` ou `au moins 12 élèves (3 effectifs masqués)`. */
export const compterEleves = (effectif: Effectif): string => {
  if (effectif.masques === 0) return compte(effectif.eleves, 'élève');
  const ecrit = effectifCourt(effectif);
  if (estTuSeul(effectif) && ecrit !== TU) return `${ecrit} élèves`;
  if (auMoins(effectif) === 0 || ecrit === TU) return combienDeMasques(effectif);
  return `au moins ${compte(auMoins(effectif), 'élève')} (${combienDeMasques(effectif)})`;
};

/** Un nombre d’élèves dans une phrase ou un tableau. */
export const nbEleves = (cle: string, effectif: Effectif): Nombre => ({
  cle,
  valeur: estMasque(effectif) ? 0 : auMoins(effectif),
  texte: effectifEcrit(effectif),
  ...(effectif.masques > 0 && { masques: effectif.masques }),
});

/** `12 élèves`, `au moins 12 élèves (3 effectifs masqués)`, en phrase. */
export const direEleves = (cle: string, effectif: Effectif): Phrase => {
  const nombre = nbEleves(cle, effectif);
  if (estMasque(effectif)) return [{ ...nombre, texte: compterEleves(effectif) }];
  const tus = effectif.masques > 0 ? ` (${combienDeMasques(effectif)})` : '';
  const nom = `\u00a0${accord(auMoins(effectif), 'élève')}${tus}`;
  return [{ ...nombre, texte: effectifCourt(effectif) }, nom];
};

/** La part de ce qui est publié ; `null` quand il n’y a rien à diviser. */
export const partDEffectif = (cle: string, de: Effectif, total: Effectif): Nombre | null => {
  if (estMasque(de)) {
    return { cle, valeur: 0, texte: estTu(de) ? NON_CONNUE : MASQUE, masques: de.masques };
  }
  const valeur = rapport(de.eleves, total.eleves);
  return valeur === null ? null : { cle, valeur, texte: part(valeur) };
};

/** Ce qu’une figure doit dire de ce qui est masqué ; vide quand rien ne l’est. */
export function noteDeMasquage({ masques, tus = 0 }: Effectif): string {
  if (masques === 0) return '';
  const caches = compte(masques - tus, 'effectif masqué', 'effectifs masqués');
  const dits = [
    ...(masques > tus ? [`${caches} (trop peu d’élèves)`] : []),
    ...(tus > 0 ? [combienTus(tus)] : []),
  ];
  return `${dits.join(', ')} : les sommes en sont des minimums, et les parts se calculent sur ce qui est publié.`;
}
