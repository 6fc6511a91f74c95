/**
 * Des élèves comptés, dont une partie peut être tue : `eleves` est la somme de ce qui est publié,
 * `masques` le nombre d’effectifs cachés (chacun d’au moins un élève) qu’elle ne compte pas.
 */
export interface Effectif {
  readonly eleves: number;
  readonly masques: number;
  /** Parmi eux, ceux que la source elle-même tait. */
  readonly tus?: number;
  /** Ce qu’ils comptent ensemble : au moins, et au plus (`null` : la source ne le dit pas). */
  readonly tus_au_moins?: number;
  readonly tus_au_plus?: number | null;
}

const somme = (nombres: readonly number[]): number => nombres.reduce((n, m) => n + m, 0);

/** La somme de ce qui est publié, et le nombre de ce qui ne l’est pas. */
export function additionner(effectifs: readonly Effectif[]): Effectif {
  const reunis = {
    eleves: somme(effectifs.map(({ eleves }) => eleves)),
    masques: somme(effectifs.map(({ masques }) => masques)),
  };
  const tus = somme(effectifs.map((e) => e.tus ?? 0));
  if (tus === 0) return reunis;
  const sansBorne = effectifs.some((e) => e.tus && (e.tus_au_plus ?? null) === null);
  return {
    ...reunis,
    tus,
    tus_au_moins: somme(effectifs.map((e) => e.tus_au_moins ?? 0)),
    tus_au_plus: sansBorne ? null : somme(effectifs.map((e) => e.tus_au_plus ?? 0)),
  };
}

/** Une partie d’un effectif, un mode par exemple : les bornes du tout sont les siennes si elle a tous ses tus. */
export function partieDe(tout: Effectif, partie: Effectif): Effectif {
  const { tus = 0 } = tout;
  if (tus === 0 || partie.masques === 0) return partie;
  if (partie.masques === tout.masques) {
    return { ...partie, ...bornesDe(tout) };
  }
  if (tus < tout.masques) return partie;
  return { ...partie, tus: partie.masques, tus_au_moins: partie.masques, tus_au_plus: null };
}

/** Les effectifs tus par la source, et leurs bornes ; rien s’il n’y en a pas. */
export const bornesDe = ({
  tus = 0,
  tus_au_moins = 0,
  tus_au_plus = null,
}: Pick<Effectif, 'tus' | 'tus_au_moins' | 'tus_au_plus'>) =>
  tus > 0 ? { tus, tus_au_moins, tus_au_plus } : {};

/** Rien n’en est publié, et pourtant quelqu’un y est inscrit. */
export const estMasque = ({ eleves, masques }: Effectif): boolean => eleves === 0 && masques > 0;

/** Rien n’en est publié, et c’est la source qui le tait. */
export const estTu = (effectif: Effectif): boolean =>
  estMasque(effectif) && effectif.tus === effectif.masques;

/** Ce qui en est sûr : le publié, et le moins de ce que la source tait. */
export const auMoins = ({ eleves, tus_au_moins = 0 }: Effectif): number => eleves + tus_au_moins;

/** Le plus que ce soit, quand la source tait tout ce qui manque et en dit le maximum. */
export const auPlus = ({
  eleves,
  masques,
  tus = 0,
  tus_au_plus = null,
}: Effectif): number | null =>
  tus > 0 && tus === masques && tus_au_plus !== null ? eleves + tus_au_plus : null;

/** Au moins un élève, publié ou masqué : l’option est organisée. */
export const estOrganise = ({ eleves, masques }: Effectif): boolean => eleves > 0 || masques > 0;

/** Ce qu’on écrit à la place d’un effectif que l’édition ne connaît pas : ni zéro, ni masqué. */
export const INCONNU = '?';

/** Ce que la source dit d’un effectif qu’elle tait : `<5`, de un à quatre élèves ; `≥13`, treize ou plus. */
export type Borne = `<${number}` | `≥${number}`;

/** Un effectif d’une année : un nombre, tu par la source, masqué (`null`), ou non connu. */
export type EffectifSuivi = number | Borne | null | typeof INCONNU;

/** Le nombre, s’il y en a un à montrer. */
export const enNombreSuivi = (effectif: EffectifSuivi): number | null =>
  typeof effectif === 'number' ? effectif : null;

export const estBorne = (effectif: EffectifSuivi | undefined): effectif is Borne =>
  typeof effectif === 'string' && effectif !== INCONNU;

/** Ce qui est sûr d’un effectif ; zéro quand rien ne l’est. */
export function auMoinsSuivi(effectif: EffectifSuivi): number {
  if (!estBorne(effectif)) return enNombreSuivi(effectif) ?? 0;
  return effectif.startsWith('<') ? 1 : Number(effectif.slice(1));
}

/** Le plus que dise une borne ; `null` : elle n’en dit rien. */
export const auPlusSuivi = (borne: Borne): number | null =>
  borne.startsWith('<') ? Number(borne.slice(1)) - 1 : null;

/** Un effectif réduit à ses bornes ; `auMoins` vide : rien n’est tu par la source. */
export function enBorne(moins: number | null, plus: number | null): Borne | null {
  if (moins === null) return null;
  return moins === 1 && plus !== null ? `<${plus + 1}` : `≥${moins}`;
}
