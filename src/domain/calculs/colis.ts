import { lieeACpu, type OptionCpu } from '../normes/cpu.ts';
import type { RegleDeDensite } from '../normes/distance.ts';
import type { RegleMaintien } from '../normes/maintien.ts';
import type { RegleCreation } from '../normes/types.ts';
import type { OptionCalculee } from './normes.ts';
import { type Tasse, tasser } from './tasser.ts';

/** Ce que le calculateur de normes reçoit avec sa page. */
export interface DonneesDuCalcul {
  readonly options: Tasse;
  readonly creation: Tasse;
  readonly maintien: Tasse;
  readonly densites: Tasse;
  /** Par code, un chiffre par zone : 1 pour TC, 2 pour FC, 3 pour les deux. */
  readonly besoins: Readonly<Record<string, string>>;
  readonly lieesACpu: readonly string[];
}

export interface BesoinParZone {
  readonly code_obg: string;
  readonly zone: number;
  readonly tc: boolean;
  readonly fc: boolean;
}

interface Tables {
  readonly options: readonly OptionCalculee[];
  /** Celles de la campagne. */
  readonly creation: readonly RegleCreation[];
  readonly maintien: readonly RegleMaintien[];
  readonly densites: readonly RegleDeDensite[];
  readonly cpu: readonly OptionCpu[];
  readonly besoins: readonly BesoinParZone[];
}

const OPTIONS = [
  'code_obg',
  'intitule',
  'regime',
  'degre',
  'forme',
  'annees',
  'type_7e',
  'filiere',
  'sans_norme',
  'statut',
] as const;
const CREATION = [
  'regle',
  'edition',
  'objet',
  'degre',
  'annee',
  'forme',
  'type_7e',
  'mode',
  'groupement',
  'distance',
  'genre',
  'generale',
  'preferentielle',
  'condition',
  'part_ipieq',
  'precision',
  'reference',
  'texte',
  'valide_du',
  'nature',
] as const;
const DENSITES = ['densite', 'intitule', 'km_caractere', 'km_longue'] as const;

function besoinsParCode(besoins: readonly BesoinParZone[], zones: number): Record<string, string> {
  const parCode = new Map<string, number[]>();
  for (const { code_obg, zone, tc, fc } of besoins) {
    const chiffres = parCode.get(code_obg) ?? Array.from({ length: zones }, () => 0);
    chiffres[zone - 1] = (tc ? 1 : 0) + (fc ? 2 : 0);
    parCode.set(code_obg, chiffres);
  }
  return Object.fromEntries([...parCode].map(([code, chiffres]) => [code, chiffres.join('')]));
}

/** Les tables du calculateur, réduites à ce qu’il lit. */
export const colisDuCalcul = (
  { options, creation, maintien, densites, cpu, besoins }: Tables,
  zones: number,
): DonneesDuCalcul => ({
  options: tasser(options, OPTIONS),
  creation: tasser(creation, CREATION),
  maintien: tasser(maintien, Object.keys(maintien[0] ?? {}) as (keyof RegleMaintien)[]),
  densites: tasser(densites, DENSITES),
  besoins: besoinsParCode(besoins, zones),
  lieesACpu: options.map(({ code_obg }) => code_obg).filter((code) => lieeACpu(cpu, code)),
});
