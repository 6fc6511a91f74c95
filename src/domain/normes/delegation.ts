import { type Condition, contraire, type Verdict, verifier } from './conditions.ts';
import type { Statut } from './statuts.ts';

/** Projet de confier l’alternance d’une option à un autre établissement du CEFA. */
export type ProjetDeDelegation = {
  /** `null` : pas dit, comme des autres réponses. */
  readonly statut: Statut | null;
  readonly accords: boolean | null;
  readonly declaration: boolean | null;
  readonly recevantCooperant: boolean | null;
  readonly dejaDeleguee: boolean | null;
  readonly dejaDedoublee: boolean | null;
};

/** Accord à renouveler chaque année ; aucune norme pour l’établissement qui la reçoit. */
export type Delegation = Verdict & { readonly suites: readonly string[] };

const SUITES = [
  'l’accord est provisoire et se renouvelle chaque année',
  'aucune norme de création ni de maintien dans l’établissement qui reçoit l’option',
  'l’option reste au patrimoine de l’établissement qui délègue',
];

/** Délégation d’une option. Source : circulaire 7282, VI.II.4. */
export function delegation(
  conditions: readonly Condition[],
  projet: ProjetDeDelegation,
  edition?: string,
): Delegation {
  const verdict = verifier(
    conditions,
    'delegation',
    {
      accord: projet.accords,
      declaration: projet.declaration,
      cooperant: projet.recevantCooperant,
      norme: projet.statut === null ? null : projet.statut === 'atteinte',
      unique: contraire(projet.dejaDeleguee),
      dedoublement: contraire(projet.dejaDedoublee),
    },
    edition,
  );
  return { ...verdict, suites: verdict.genre === 'possible' ? SUITES : [] };
}
