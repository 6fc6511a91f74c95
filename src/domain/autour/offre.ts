import { cleDuBesoin } from '../besoin.ts';
import type { Trivalent } from '../connaissance.ts';
import { additionner, bornesDe, type Effectif, estOrganise } from '../effectif.ts';
import type {
  Degre,
  EtatDeMaintien,
  OccurrenceDeCarte,
  OffreParSite,
  OptionSituee,
  Organisation,
} from './types.ts';

/** Une occurrence d’une année scolaire, telle que le site la publie. */
export interface LigneOffre {
  readonly fase: string;
  readonly code: string;
  /** En plein exercice ; en tout, quand le mode n’est pas connu (`alt` vide). */
  readonly pe: number;
  readonly alt: number | null;
  readonly masquesPe: number;
  readonly masquesAlt: number;
  /** Ceux que la source tait, tous modes, et leurs bornes. */
  readonly tus?: number;
  readonly tus_au_moins?: number;
  readonly tus_au_plus?: number | null;
  readonly tc: Trivalent;
  readonly fc: Trivalent;
  /** Sous sa norme de maintien ; `null` : pas de norme, ou non contrôlée. */
  readonly sousNorme: boolean | null;
  /** `null` : l’année d’étude n’est pas connue. */
  readonly d2: boolean | null;
  readonly d3: boolean | null;
}

function organisationDe(option: OptionSituee, pe: Effectif, alt: Effectif | null): Organisation {
  if (option.art45) return 'art45';
  if (alt === null) return 'inconnue';
  if (!estOrganise(alt)) return 'PE';
  return estOrganise(pe) ? 'PE-ALT' : 'ALT';
}

function maintienDe({ sousNorme }: LigneOffre): EtatDeMaintien {
  if (sousNorme === null) return 'non-controlee';
  return sousNorme ? 'sous-norme' : 'norme-atteinte';
}

const degresDe = ({ d2, d3 }: LigneOffre): readonly Degre[] => [
  ...(d2 ? (['D2'] as const) : []),
  ...(d3 ? (['D3'] as const) : []),
];

function occurrenceDe(ligne: LigneOffre, option: OptionSituee): OccurrenceDeCarte {
  const { tc, fc } = ligne;
  const pe = { eleves: ligne.pe, masques: ligne.masquesPe };
  const alt = ligne.alt === null ? null : { eleves: ligne.alt, masques: ligne.masquesAlt };
  return {
    option,
    organisation: organisationDe(option, pe, alt),
    ...additionner(alt ? [pe, alt] : [pe]),
    ...bornesDe(ligne),
    besoin: cleDuBesoin({ tc, fc }),
    maintien: maintienDe(ligne),
    degres: degresDe(ligne),
  };
}

/**
 * L’offre d’une année scolaire, par implantation.
 * @throws RangeError si un code n’est pas au répertoire : les deux fichiers ne vont pas ensemble
 */
export function offreDe(
  lignes: readonly LigneOffre[],
  options: readonly OptionSituee[],
): OffreParSite {
  const parCode = new Map(options.map((option) => [option.code, option]));
  const offre = new Map<string, OccurrenceDeCarte[]>();
  for (const ligne of lignes) {
    const option = parCode.get(ligne.code);
    if (!option) throw new RangeError(`Option hors du répertoire : ${ligne.code}.`);
    const occurrence = occurrenceDe(ligne, option);
    const siennes = offre.get(ligne.fase);
    if (siennes) siennes.push(occurrence);
    else offre.set(ligne.fase, [occurrence]);
  }
  return offre;
}
