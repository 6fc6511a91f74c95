import { anneeScolaireDe } from '../annees.ts';
import { couvre } from './cellule.ts';
import { type Condition, contraire, type Verdict, verifier } from './conditions.ts';
import type { Statut } from './statuts.ts';
import type { Mode } from './types.ts';

type Echeance = { readonly jour: number; readonly mois: number };

/** Projet d’ouvrir en alternance une option qui n’existe qu’en plein exercice. */
export type ProjetDeDedoublement = {
  readonly modes: Mode;
  readonly accordCefa: boolean | null;
  readonly fermetureImposee: boolean | null;
  /** Date ISO de la communication à l’Administration. */
  readonly communiqueLe: string | null;
};

export type Dedoublement = Verdict & {
  /** Dates et année scolaire promises si tout est rempli, sauf constat contraire. */
  readonly autoriseLe: string | null;
  readonly ouverture: string | null;
};

/** Une ligne de `dedoublement_cas.csv`. */
export type CasDeDedoublement = {
  readonly cas: number;
  readonly statuts: string;
  /** `null` : sans objet. */
  readonly suspendue: boolean | null;
  readonly possible: boolean;
  readonly motif: string;
  readonly reference: string;
};

const iso = (annee: string, { jour, mois }: Echeance): string =>
  `${annee}-${String(mois).padStart(2, '0')}-${String(jour).padStart(2, '0')}`;

/**
 * Le dédoublement a son propre rythme : communiqué avant le 15 mars, réputé autorisé le 15 mai,
 * ouvert dès la rentrée suivante. Source : circulaire 9146, § 4.
 *
 * @param echeances lignes `dedoublement-projet` et `dedoublement-autorisation` du calendrier.
 */
export function dedoublement(
  conditions: readonly Condition[],
  echeances: { readonly projet: Echeance; readonly autorisation: Echeance },
  projet: ProjetDeDedoublement,
  edition?: string,
): Dedoublement {
  const annee = projet.communiqueLe?.slice(0, 4) ?? null;
  const delai =
    annee === null || projet.communiqueLe === null
      ? null
      : projet.communiqueLe <= iso(annee, echeances.projet);
  const verdict = verifier(
    conditions,
    'dedoublement',
    {
      'plein-exercice': projet.modes === 'PE',
      cefa: projet.accordCefa,
      fermeture: contraire(projet.fermetureImposee),
      delai,
    },
    edition,
  );
  if (verdict.genre !== 'possible' || annee === null) {
    return { ...verdict, autoriseLe: null, ouverture: null };
  }
  return {
    ...verdict,
    autoriseLe: iso(annee, echeances.autorisation),
    ouverture: anneeScolaireDe(Number(annee)),
  };
}

/**
 * Le cas d’une option à dédoubler selon son statut au 15 janvier précédent ; `null` : le texte ne
 * l’envisage pas. Source : circulaire 7282, VI.II.3, cas 1° à 4°, et VI.III.2.B.
 */
export function casDeDedoublement(
  table: readonly CasDeDedoublement[],
  statut: Statut,
  suspendueAu1erSeptembre: boolean,
): CasDeDedoublement | null {
  return (
    table.find(
      ({ statuts, suspendue }) =>
        couvre(statuts, statut) &&
        (suspendue ?? suspendueAu1erSeptembre) === suspendueAu1erSeptembre,
    ) ?? null
  );
}
