import type { Option, successions } from '../../src/domain/tables/referentiel.ts';
import type { Ligne } from '../../src/domain/tables/schema.ts';
import type { Commune, Zone } from '../../src/domain/tables/territoire.ts';

export type Succession = Ligne<typeof successions>;

/** Les tables réelles dont le tirage part. */
export interface EntreeDeDemo {
  readonly options: readonly Option[];
  readonly successions: readonly Succession[];
  readonly zones: readonly Zone[];
  readonly communes: readonly Commune[];
}

/** Changer la graine, c’est tirer une autre édition de démonstration. */
export const GRAINE = 'oad-demonstration-1';

/** La rentrée de chaque année scolaire tirée : 2019 pour 2019-2020. */
export const RENTREES = [2019, 2020, 2021, 2022, 2023] as const;
export const DERNIERE = 2023;

/** L’année scolaire qui commence à une rentrée, par exemple « 2023-2024 ». */
export const anneeDeRentree = (rentree: number): string => `${rentree}-${rentree + 1}`;
