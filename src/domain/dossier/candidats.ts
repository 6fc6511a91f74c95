import { groupementsPossibles, modesPossibles } from '../normes/modes.ts';
import { type Perimetre, perimetreDe } from '../normes/perimetre.ts';
import type { Mode } from '../normes/types.ts';
import { type Contexte, organiseeIci, organiseesIci } from './contexte.ts';
import { type Faits, faitsDe } from './faits.ts';
import { type Lectures, lire } from './lectures.ts';
import { present } from './presence.ts';
import type { Hypothese, OptionDuDossier } from './types.ts';

/** Ce que l’implantation peut faire d’une option. */
export type Situation = 'a_programmer' | 'a_dedoubler' | 'deja_organisee' | 'exclue';

export interface Candidat {
  readonly option: OptionDuDossier;
  readonly perimetre: Perimetre;
  readonly situation: Situation;
  /** L’école l’organise en plein exercice seulement : elle peut l’ouvrir en alternance, ici ou ailleurs. */
  readonly dedoublable: boolean;
  readonly hypothese: Hypothese;
  readonly faits: Faits;
  readonly lectures: Lectures;
}

/** Le mode d’une demande tant que l’utilisateur n’a rien changé. */
export function hypotheseParDefaut(option: OptionDuDossier, situation: Situation): Hypothese {
  const modes = modesPossibles(option);
  const mode: Mode = situation === 'a_dedoubler' ? 'PE-ALT' : (modes[0] ?? 'PE');
  return { mode, groupement: groupementsPossibles(option)[0] ?? 'seule', attendus: null };
}

/** L’option court sur 4-5-6 : les seules que vise le dédoublement dans GOSS (circulaire 9146, § 7.2). */
const enTroisAns = ({ annees }: OptionDuDossier): boolean => (annees ?? '').startsWith('4-5-6');

/** L’école, sur l’une ou l’autre de ses implantations, organise l’option « uniquement en plein
 * exercice » : elle peut la dédoubler « au sein d’une de ses implantations » (circulaire 9146, § 4). */
export function dedoublable(
  contexte: Pick<Contexte, 'lieu' | 'lignees'>,
  option: OptionDuDossier,
): boolean {
  const organisees = organiseesIci(contexte, option);
  return (
    organisees.some((organisee) => present(organisee, 'pe')) &&
    !organisees.some((organisee) => present(organisee, 'alt')) &&
    enTroisAns(option) &&
    modesPossibles(option).includes('PE-ALT')
  );
}

/** Une option qui court ici sous un code qu’elle remplace y est déjà organisée. */
export function situationDe(
  contexte: Pick<Contexte, 'lieu' | 'lignees'>,
  option: OptionDuDossier,
  perimetre: Perimetre,
): Situation {
  if (organiseeIci(contexte, option)) {
    return dedoublable(contexte, option) ? 'a_dedoubler' : 'deja_organisee';
  }
  return perimetre.genre === 'a_programmer' ? 'a_programmer' : 'exclue';
}

/** Une option vue d’un lieu : son périmètre, ses faits et leurs lectures. */
export function candidatDe(
  contexte: Contexte,
  option: OptionDuDossier,
  hypothese?: Hypothese,
): Candidat {
  const perimetre = perimetreDe(contexte.donnees.regles.perimetre, option);
  const situation = situationDe(contexte, option, perimetre);
  const choisie = hypothese ?? hypotheseParDefaut(option, situation);
  const faits = faitsDe(contexte, option, choisie);
  return {
    ...{ option, perimetre, situation, faits },
    dedoublable: dedoublable(contexte, option),
    hypothese: choisie,
    lectures: lire(faits),
  };
}

const rangDuRegime = ({ regime }: OptionDuDossier): number => (regime === 'art49' ? 0 : 1);

/** Tout le répertoire vu d’un lieu, dans l’ordre des codes, l’article 45 et l’urgence à la fin. */
export const candidats = (contexte: Contexte): readonly Candidat[] =>
  contexte.donnees.options
    .toSorted((a, b) => rangDuRegime(a) - rangDuRegime(b) || (a.code_obg < b.code_obg ? -1 : 1))
    .map((option) => candidatDe(contexte, option));

/** Les options qu’on peut demander ici. */
export const demandable = ({ situation }: Candidat): boolean =>
  situation === 'a_programmer' || situation === 'a_dedoubler';
