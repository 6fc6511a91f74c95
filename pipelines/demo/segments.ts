import type { Option } from '../../src/domain/tables/referentiel.ts';
import { DIX_OPTIONS } from './cibles.ts';

/** Un groupe d’options dont le tirage fixe ensemble les totaux de la dernière année. */
export interface SegmentDOptions {
  readonly contient: (option: Option) => boolean;
  readonly eleves: number;
  readonly occurrences: number;
  /** Probabilité qu’une option du segment ait des élèves. */
  readonly suivie: number;
  /** Dispersion (écart-type du logarithme) des effectifs entre options. */
  readonly dispersion: number;
  /** Plus d’élèves qu’une option du segment ne peut en avoir. */
  readonly plafond: number;
}

const dix = (option: Option): boolean => DIX_OPTIONS.includes(option.code_obg);

/**
 * Hypothèses de la dernière année. Les élèves somment à 117 000 et les occurrences à 5 390 ; les
 * dix options nommées par le Cadastre ont de quoi réunir la moitié de la 5e et de la 6e. Les
 * élèves de 3e TQ et d’AQ, dont le répertoire n’a pas les codes, ne sont que dans la population.
 */
export const SEGMENTS: readonly SegmentDOptions[] = [
  {
    contient: dix,
    eleves: 46_000,
    occurrences: 1280,
    suivie: 1,
    dispersion: 0.25,
    plafond: 7000,
  },
  {
    contient: ({ annees }) => annees === '3',
    eleves: 14_000,
    occurrences: 900,
    suivie: 1,
    dispersion: 0.8,
    plafond: 1500,
  },
  {
    contient: (o) => o.regime === 'art49' && o.annees !== '3' && o.annees !== '7' && !dix(o),
    eleves: 43_000,
    occurrences: 1830,
    suivie: 0.96,
    dispersion: 1,
    plafond: 2000,
  },
  {
    contient: ({ annees }) => annees === '7',
    eleves: 9800,
    occurrences: 800,
    suivie: 0.82,
    dispersion: 0.9,
    plafond: 600,
  },
  {
    contient: ({ regime }) => regime !== 'art49',
    eleves: 4200,
    occurrences: 580,
    suivie: 0.7,
    dispersion: 0.9,
    plafond: 350,
  },
];
