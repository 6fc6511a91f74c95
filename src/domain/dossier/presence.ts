import { bornesDe, type Effectif } from '../effectif.ts';

/** Les effectifs masqués que les sommes publiées d’une occurrence ne comptent pas. */
export interface Masques {
  readonly pe: number;
  readonly alt: number;
  readonly premiere: number;
  readonly troisieme: number;
  /** Parmi `pe` et `alt`, ceux que la source tait, et leurs bornes ; absents : aucun. */
  readonly tus?: number;
  readonly tus_au_moins?: number;
  readonly tus_au_plus?: number | null;
}

/** Ce que les inscriptions d’une occurrence ne disent pas : tous ses élèves sont alors dans `pe`. */
export interface NonDits {
  readonly mode: boolean;
  readonly etude: boolean;
}

interface Comptee {
  readonly pe: number;
  readonly alt: number;
  readonly troisieme: number;
  /** Absent : rien n’est masqué. */
  readonly masques?: Masques | undefined;
  readonly nonDits?: NonDits | undefined;
}

/** Au moins un élève, publié ou masqué ; de ce qui n’est pas dit, il peut y en avoir. */
export const present = (comptee: Comptee, quoi: 'pe' | 'alt' | 'troisieme'): boolean =>
  comptee[quoi] > 0 ||
  (comptee.masques?.[quoi] ?? 0) > 0 ||
  (comptee.nonDits?.[quoi === 'troisieme' ? 'etude' : 'mode'] ?? false);

/** Au moins un élève avant la 5e année, ou il peut y en avoir. */
export const presentAvantLe3e = ({ pe, alt, troisieme, masques: m, nonDits }: Comptee): boolean =>
  nonDits?.etude || pe + alt > troisieme || (m !== undefined && m.pe + m.alt > m.troisieme);

/** Les élèves, toutes années et tous modes. */
export const effectifDe = ({ pe, alt, masques }: Comptee): Effectif => ({
  eleves: pe + alt,
  masques: masques ? masques.pe + masques.alt : 0,
  ...bornesDe(masques ?? {}),
});
