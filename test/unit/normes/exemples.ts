import type { RegleDeDensite } from '../../../src/domain/normes/distance.ts';
import { reglesEnVigueur } from '../../../src/domain/normes/edition.ts';
import type { RegleMaintien } from '../../../src/domain/normes/maintien.ts';
import type { Possibilite, Transition } from '../../../src/domain/normes/statuts.ts';
import type { OptionNormee, RegleCreation } from '../../../src/domain/normes/types.ts';
import { lire } from './lire.ts';

export const creation = lire<RegleCreation>('normes_creation', [
  'annee',
  'generale',
  'preferentielle',
  'part_ipieq',
]);

export const CAMPAGNE = '2025-2026';
export const creationEnVigueur = reglesEnVigueur(creation, CAMPAGNE);

export const densites = lire<RegleDeDensite>('densites', [
  'densite_min',
  'densite_max',
  'km_caractere',
  'km_longue',
]);

/** Une option 4-5-6 en PE-ALT, à modifier champ par champ. */
export function option(champs: Partial<OptionNormee> = {}): OptionNormee {
  return {
    code_obg: '2115',
    regime: 'art49',
    degre: 'DQ',
    forme: 'P',
    annees: '4-5-6',
    type_7e: null,
    filiere: 'PE-ALT',
    sans_norme: false,
    statut: 'organisable',
    ...champs,
  };
}

export const troisieme = option({ degre: 'D2', annees: '3' });
export const septiemePB = option({ degre: 'D3', annees: '7', type_7e: 'PB' });
export const septiemePC = option({ degre: 'D3', annees: '7', type_7e: 'PC' });
export const septiemeTQ = option({ degre: 'D3', annees: '7', forme: 'TQ', type_7e: 'TQ' });
export const article45 = option({ regime: 'art45', forme: null, annees: null, filiere: 'art45' });

export const maintien = lire<RegleMaintien>('normes_maintien', ['norme', 'part']);
export const transitions = lire<Transition>('transitions_maintien', ['rang']);
export const possibilitesMaintien = lire<Possibilite>('possibilites_maintien', ['rang']);

export const LIEU_INCONNU = { densite: null, km: null } as const;
