import { type DemandeGoss, demandesGoss, type StructuresAutorisees } from '../normes/goss.ts';
import type { Mode } from '../normes/types.ts';
import { type Contexte, organiseesIci } from './contexte.ts';
import { type Demande, PREALABLES, type Prealable, type Prealables } from './panier.ts';
import { present, presentAvantLe3e } from './presence.ts';
import type { OptionDuDossier } from './types.ts';

/** Les cases de la demande dans GOSS. */
export interface Structure {
  /** « DQ », « RDQ » ; `null` : la circulaire ne montre pas ce cas. */
  readonly degre: string | null;
  /** « 4 P », « 7 TQ » ; `null` pour un article 45. */
  readonly annee: string | null;
}

/** Première année de l’option : celle où elle se programme (circulaire 9146, § 5.1). */
function premiere({ annees }: OptionDuDossier): string | null {
  if (annees === '5-6') return '4';
  return annees === null ? null : (annees.split('-')[0] ?? null);
}

const estEnTroisAns = ({ annees }: OptionDuDossier): boolean => /^(4-5-6|5-6)/.test(annees ?? '');

/** Le degré spécifique et l’année d’études d’une demande. Source : circulaire 9146, § 7.2. */
export function structureDe(option: OptionDuDossier, mode: Mode): Structure {
  const annee = premiere(option);
  if (annee === null || option.forme === null) return { degre: null, annee: null };
  const degre = estEnTroisAns(option) ? (mode === 'ALT' ? 'RDQ' : 'DQ') : null;
  return { degre, annee: `${annee} ${option.forme}` };
}

/**
 * Ce que l’école organise déjà, d’après ses élèves de la dernière année scolaire. GOSS seul fait
 * foi : l’utilisateur corrige.
 */
export function structuresSupposees(
  contexte: Contexte,
  option: OptionDuDossier,
  mode: Mode,
): StructuresAutorisees {
  const { lieu, options } = contexte;
  const alternance = mode === 'ALT';
  const qualifiantes = lieu.offre.filter((organisee) => {
    const autre = options.get(organisee.code);
    const enMode = present(organisee, alternance ? 'alt' : 'pe');
    return autre?.regime === 'art49' && estEnTroisAns(autre) && enMode;
  });
  const dansLaForme = ({ code }: { code: string }) => options.get(code)?.forme === option.forme;
  return {
    degre: qualifiantes.length > 0,
    annee: qualifiantes.some(dansLaForme),
    optionEnPleinExercice: organiseesIci(contexte, option).some((une) => present(une, 'pe')),
  };
}

/** Les lignes à encoder dans GOSS, dans l’ordre ; une seule hors des options 4-5-6. */
export function lignesGoss(
  contexte: Contexte,
  option: OptionDuDossier,
  mode: Mode,
  autorisees: StructuresAutorisees = structuresSupposees(contexte, option, mode),
): readonly DemandeGoss[] {
  const { code_obg, forme } = option;
  if (estEnTroisAns(option) && forme !== null) {
    return demandesGoss(autorisees, { code_obg, forme }, mode);
  }
  return [{ structure: 'option de base groupée', libelle: code_obg, type: 'Programmation' }];
}

/** Un dédoublement ouvre l’alternance : dans GOSS, son degré est celui de l’alternance. */
export const modeDansGoss = ({ mode, type }: Pick<Demande, 'mode' | 'type'>): Mode =>
  type === 'Dédoublement' ? 'ALT' : mode;

const prealable = (nom: string | null): Prealable | null =>
  PREALABLES.find((un) => un === nom) ?? null;

/** Le degré et l’année qu’une demande suppose dans les structures autorisées. */
function autoriseesPour(option: OptionDuDossier, demande: Demande) {
  const { degre, annee } = structureDe(option, modeDansGoss(demande));
  return { degre: prealable(degre), annee: prealable(`${degre} ${annee}`) };
}

/** Ce que l’école doit déjà avoir pour cette demande. */
export function prealablesDe(option: OptionDuDossier, demande: Demande): readonly Prealable[] {
  const { degre, annee } = autoriseesPour(option, demande);
  const cefa: Prealable | null = demande.mode === 'PE' ? null : 'CEFA';
  return [cefa, degre, annee].filter((cle) => cle !== null);
}

/** Les lignes de GOSS d’une demande, selon ce que l’utilisateur a dit de ses structures. */
export function structuresDemandees(
  contexte: Contexte,
  option: OptionDuDossier,
  demande: Demande,
  prealables: Prealables,
): readonly DemandeGoss[] {
  const mode = modeDansGoss(demande);
  const supposees = structuresSupposees(contexte, option, mode);
  const { degre, annee } = autoriseesPour(option, demande);
  return lignesGoss(contexte, option, mode, {
    degre: (degre && prealables[degre]) ?? supposees.degre,
    annee: (annee && prealables[annee]) ?? supposees.annee,
    optionEnPleinExercice: demande.type === 'Dédoublement',
  });
}

/** Une ligne de GOSS, et les cases de sa demande. */
export interface LigneDuDossier extends DemandeGoss, Structure {
  /** L’option à cocher ; `null` pour un degré ou une année. */
  readonly option: OptionDuDossier | null;
}

const ORDRE: readonly DemandeGoss['structure'][] = [
  'degré spécifique',
  'année d’études',
  'option de base groupée',
];

/**
 * Tout ce que le dossier encode dans GOSS, dans l’ordre : les degrés, les années, puis les options
 * dans l’ordre du dossier ; ce que plusieurs options supposent s’y demande une fois.
 * Source : circulaire 9146, § 7.2.
 */
export function lignesDuDossier(
  contexte: Contexte,
  demandes: readonly Demande[],
  prealables: Prealables,
): readonly LigneDuDossier[] {
  const lignes = new Map<string, LigneDuDossier>();
  for (const demande of demandes) {
    const option = contexte.options.get(demande.code);
    if (!option) continue;
    const structure = structureDe(option, modeDansGoss(demande));
    for (const ligne of structuresDemandees(contexte, option, demande, prealables)) {
      const sienne = ligne.structure === 'option de base groupée' ? option : null;
      lignes.set(`${ligne.structure} ${ligne.libelle}`, { ...ligne, ...structure, option: sienne });
    }
  }
  const rang = ({ structure }: DemandeGoss) => ORDRE.indexOf(structure);
  return [...lignes.values()].sort((a, b) => rang(a) - rang(b));
}

/** L’école organise-t-elle, avec des élèves, le degré de l’option dans sa forme ? */
export function degreOrganise(
  { lieu, options }: Contexte,
  forme: string,
  degre: 'D2' | 'D3',
): boolean {
  return lieu.offre.some((organisee) => {
    const autre = options.get(organisee.code);
    if (autre?.forme !== forme) return false;
    return degre === 'D3' ? present(organisee, 'troisieme') : presentAvantLe3e(organisee);
  });
}
