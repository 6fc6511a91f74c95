import { additionner, auMoins, type Effectif } from '../effectif.ts';
import { type Contexte, type OccurrenceSituee, RAYON } from './contexte.ts';
import { effectifDe } from './presence.ts';
import type { OptionDuDossier } from './types.ts';

/** Ce qu’une ouverture prendrait aux sites proches, si tous ses élèves en venaient. */
export interface Prelevement {
  readonly eleves: number;
  /** Élèves de première année des sites proches, au 15 janvier. */
  readonly parmi: number;
  /** `eleves / parmi`, qui peut dépasser 1. */
  readonly part: number;
  readonly estAttendu: boolean;
}

/** Troisième critère : où l’option existe déjà ; distances à vol d’oiseau, sans l’implantation elle-même. */
export interface FaitsRepartition {
  readonly plusProche: OccurrenceSituee | null;
  readonly plusProcheMemeCaractere: OccurrenceSituee | null;
  readonly proches: number;
  readonly prochesMemeCaractere: number;
  readonly prochesDeLEcole: number;
  /** Élèves publiés par site proche, toutes années ; `null` sans site proche. */
  readonly tailleMoyenne: number | null;
  /** Les effectifs masqués des sites proches, que cette moyenne ne compte pas. */
  readonly masques: number;
  /** Les élèves des sites proches, et ce qui n’en est pas publié. */
  readonly effectif: Effectif;
  /** Élèves de première année des sites proches ; `null` : années non dites par les textes, ou masqués. */
  readonly premiereDesProches: number | null;
  readonly prelevement: Prelevement | null;
  /** Les sites proches, ou à défaut les trois suivants, du plus proche au plus lointain. */
  readonly voisins: readonly OccurrenceSituee[];
}

/** Combien de voisins nommer quand aucun n’est dans le cercle. */
const AU_DELA = 3;

const somme = (nombres: readonly number[]): number => nombres.reduce((a, b) => a + b, 0);

function prelevementDe(
  parmi: number | null,
  norme: number | null,
  attendus: number | null,
): Prelevement | null {
  const eleves = attendus ?? norme;
  if (eleves === null || parmi === null || parmi === 0) return null;
  return { eleves, parmi, part: eleves / parmi, estAttendu: attendus !== null };
}

/** @param norme celle de l’hypothèse, quand c’est un nombre d’élèves */
export function repartition(
  contexte: Contexte,
  option: OptionDuDossier,
  norme: number | null,
  attendus: number | null,
): FaitsRepartition {
  const { lieu } = contexte;
  const toutes = contexte.occurrences.get(option.code_obg) ?? [];
  const proches = toutes.filter(({ distance }) => distance <= RAYON);
  const duCaractere = ({ lieu: { caractere } }: OccurrenceSituee) => caractere === lieu.caractere;
  const premieres = proches.flatMap(({ premiere, masques }) =>
    masques && masques.premiere > 0 ? [] : (premiere ?? []),
  );
  const premiere = premieres.length === proches.length ? somme(premieres) : null;
  const effectif = additionner(proches.map(effectifDe));
  return {
    plusProche: toutes[0] ?? null,
    plusProcheMemeCaractere: toutes.find(duCaractere) ?? null,
    proches: proches.length,
    prochesMemeCaractere: proches.filter(duCaractere).length,
    prochesDeLEcole: proches.filter(({ site }) => lieu.sites.includes(site)).length,
    tailleMoyenne: proches.length > 0 ? auMoins(effectif) / proches.length : null,
    masques: effectif.masques,
    effectif,
    premiereDesProches: proches.length > 0 ? premiere : null,
    prelevement: prelevementDe(premiere, norme, attendus),
    voisins: proches.length > 0 ? proches : toutes.slice(0, AU_DELA),
  };
}
