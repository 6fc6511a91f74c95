import type { Option } from '../../src/domain/tables/referentiel.ts';
import { creerAlea } from './alea.ts';
import { CIBLES, DIX_OPTIONS, MOINS_SUIVIES } from './cibles.ts';
import { DERNIERE, type EntreeDeDemo, GRAINE } from './entree.ts';
import { regler, repartir, somme } from './repartir.ts';
import type { Scolarite } from './scolarite.ts';
import { SEGMENTS, type SegmentDOptions } from './segments.ts';

/** Ce qu’une option compte dans toute la Fédération la dernière année. */
export interface Frequentation {
  readonly option: Option;
  readonly eleves: number;
  readonly occurrences: number;
}

interface Poids {
  readonly option: Option;
  readonly poids: number;
}

/**
 * Une option strictement réservée (R²) est rare, une non programmable s’efface, sauf les dix ; une
 * option technique ou des premières passées en CPU est plus courante.
 */
const courante = ({ code_obg, reserve, statut, forme }: Option, scolarite: Scolarite): number =>
  (reserve === 'R2' ? 0.35 : 1) *
  (statut === 'non_programmable' && !DIX_OPTIONS.includes(code_obg) ? 0.4 : 1) *
  (forme === 'TQ' ? 1.5 : 1) *
  (scolarite.anciennes(code_obg).length > 0 ? 2 : 1);

function tirerPoids(
  segment: SegmentDOptions,
  options: readonly Option[],
  scolarite: Scolarite,
): Poids[] {
  return options.filter(segment.contient).flatMap((option) => {
    const alea = creerAlea(`${GRAINE}:option:${option.code_obg}`);
    const suivie = alea.chance(segment.suivie);
    const poids = Math.exp(segment.dispersion * alea.normale()) * courante(option, scolarite);
    return suivie ? [{ option, poids }] : [];
  });
}

/** Rabat les poids dont la part du total dépasserait le plafond, et rend leur excédent aux autres. */
function rabattre(poids: readonly number[], part: number): number[] {
  let parts = [...poids];
  for (let i = 0; i < 30; i++) {
    const plafond = part * somme(parts);
    parts = parts.map((p) => Math.min(p, plafond));
  }
  return parts;
}

function compter(
  segment: SegmentDOptions,
  poids: readonly Poids[],
  creux: number,
): Frequentation[] {
  const accuses = poids.map((p) => p.poids ** (segment.suivie === 1 ? 1 : creux));
  const parts = rabattre(accuses, segment.plafond / segment.eleves);
  const eleves = repartir(segment.eleves, parts, 4);
  const occurrences = repartir(
    segment.occurrences,
    eleves.map((n) => n ** 0.75),
    1,
  );
  return poids.map(({ option }, i) => ({
    option,
    eleves: eleves[i] ?? 0,
    occurrences: Math.min(occurrences[i] ?? 0, eleves[i] ?? 0),
  }));
}

function partDesMoinsSuivies(frequentations: readonly Frequentation[]): number {
  const tries = frequentations.map(({ eleves }) => eleves).sort((a, b) => a - b);
  return somme(tries.slice(0, MOINS_SUIVIES)) / somme(tries);
}

/**
 * Tire les options suivies et leurs totaux : une loi log-normale par segment, dont le creux entre
 * options est réglé pour que les 159 moins suivies réunissent 8 % des élèves.
 */
export function tirerFrequentation(
  { options }: EntreeDeDemo,
  scolarite: Scolarite,
): Frequentation[] {
  const vivantes = options.filter((option) => scolarite.annees(option, DERNIERE).length > 0);
  const segments = SEGMENTS.map((segment) => ({
    segment,
    poids: tirerPoids(segment, vivantes, scolarite),
  }));
  const selon = (creux: number): Frequentation[] =>
    segments.flatMap(({ segment, poids }) => compter(segment, poids, creux));
  const creux = regler(
    (x) => -partDesMoinsSuivies(selon(x)),
    -CIBLES.partMoinsSuivies.valeur,
    0.2,
    3,
  );
  return selon(creux).sort((a, b) => a.option.code_obg.localeCompare(b.option.code_obg));
}
