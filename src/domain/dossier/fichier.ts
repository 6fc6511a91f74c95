import { ecrireTables, relireTables, type TablesEcrites } from '../colonnes.ts';
import { bornesDe, type Effectif } from '../effectif.ts';
import type { NomPartage } from '../tables-partagees.ts';
import type { Donnees, OccurrenceDuDossier, ReglesDuDossier } from './types.ts';

/** Des noms par clé, en rangées. */
interface Nom {
  readonly cle: string;
  readonly intitule: string | null;
}
type Nommees = 'metiers' | 'zones' | 'secteurs' | 'groupes';

/** Une occurrence et, à part, ce que ses nombres ne comptent pas. */
export type OccurrenceEcrite = Omit<
  OccurrenceDuDossier,
  'masques' | 'nonDits' | 'sous' | 'alt' | 'troisieme'
> & {
  /** `null` : le mode n’est pas dit ; `pe` compte alors tous les élèves. */
  readonly alt: number | null;
  /** `null` : l’année d’étude n’est pas dite. */
  readonly troisieme: number | null;
} & Readonly<Record<`masques_${'pe' | 'alt' | 'premiere' | 'troisieme'}`, number>> &
  Required<Pick<Effectif, 'tus' | 'tus_au_moins' | 'tus_au_plus'>>;

type EnRangees =
  | 'successions'
  | 'ouvertures'
  | 'besoins'
  | 'fonctionsCritiques'
  | 'listes'
  | 'sources';
type Regles = Omit<ReglesDuDossier, 'references'>;
type Tables = Pick<Donnees, EnRangees> &
  Readonly<Record<Nommees, readonly Nom[]>> & {
    readonly occurrences: readonly OccurrenceEcrite[];
  };

/** Ce que le dossier lit seul ; le reste est dans les tables partagées avec la carte. */
export interface DossierEcrit
  extends Omit<Donnees, NomPartage | Nommees | EnRangees | 'occurrences' | 'regles'> {
  readonly tables: TablesEcrites<Tables>;
  readonly regles: TablesEcrites<Regles>;
  readonly references: ReglesDuDossier['references'];
}

const enNoms = (noms: Readonly<Record<string, string | null>>): readonly Nom[] =>
  Object.entries(noms).map(([cle, intitule]) => ({ cle, intitule }));
const parCle = <T>(noms: readonly Nom[]): Record<string, T> =>
  Object.fromEntries(noms.map(({ cle, intitule }) => [cle, intitule as T]));

const ecrireOccurrence = (occurrence: OccurrenceDuDossier): OccurrenceEcrite => {
  const { site, code, pe, alt, premiere, troisieme, masques, nonDits } = occurrence;
  return {
    ...{ site, code, pe, alt: nonDits?.mode ? null : alt, premiere },
    troisieme: nonDits?.etude ? null : troisieme,
    masques_pe: masques?.pe ?? 0,
    masques_alt: masques?.alt ?? 0,
    masques_premiere: masques?.premiere ?? 0,
    masques_troisieme: masques?.troisieme ?? 0,
    tus: masques?.tus ?? 0,
    tus_au_moins: masques?.tus_au_moins ?? 0,
    tus_au_plus: masques?.tus ? (masques.tus_au_plus ?? null) : 0,
  };
};

/** Les effectifs masqués comptés, et ce qui n’est pas dit ; rien de plus si tout est publié. */
export function relireOccurrence(ecrite: OccurrenceEcrite): OccurrenceDuDossier {
  const { masques_pe: pe, masques_alt: alt, ...reste } = ecrite;
  const { masques_premiere: premiere, masques_troisieme: troisieme, ...suite } = reste;
  const { tus, tus_au_moins, tus_au_plus, ...occurrence } = suite;
  const bornes = bornesDe({ tus, tus_au_moins, tus_au_plus });
  const nonDits = { mode: ecrite.alt === null, etude: ecrite.troisieme === null };
  return {
    ...occurrence,
    alt: ecrite.alt ?? 0,
    troisieme: ecrite.troisieme ?? 0,
    ...(pe + alt > 0 && { masques: { pe, alt, premiere, troisieme, ...bornes } }),
    ...((nonDits.mode || nonDits.etude) && { nonDits }),
  };
}

/** Écrit ce que le dossier est seul à lire. */
export function ecrireDossier(donnees: Donnees): DossierEcrit {
  const { edition, campagne, anneeScolaire, lacunes, natures } = donnees;
  const { references, ...regles } = donnees.regles;
  const { successions, ouvertures, besoins, fonctionsCritiques, listes, sources } = donnees;
  return {
    ...{ edition, campagne, anneeScolaire, natures, references },
    ...(lacunes && { lacunes }),
    tables: ecrireTables<Tables>({
      ...{ successions, ouvertures, besoins, fonctionsCritiques, listes, sources },
      occurrences: donnees.occurrences.map(ecrireOccurrence),
      metiers: enNoms(donnees.metiers),
      zones: enNoms(donnees.zones),
      secteurs: enNoms(donnees.secteurs),
      groupes: enNoms(donnees.groupes),
    }),
    regles: ecrireTables<Regles>(regles),
  };
}

/** Relit le dossier : `relireDossier(ecrireDossier(d), d)` égale `d`. */
export function relireDossier(
  { tables, regles, references, ...reste }: DossierEcrit,
  { sites, options, communes, centres }: Pick<Donnees, NomPartage>,
): Donnees {
  const lues = relireTables<Tables>(tables);
  return {
    ...reste,
    ...{ sites, options, communes, centres },
    ...lues,
    occurrences: lues.occurrences.map(relireOccurrence),
    metiers: parCle<string>(lues.metiers),
    zones: parCle<string>(lues.zones),
    secteurs: parCle<string>(lues.secteurs),
    groupes: parCle<string | null>(lues.groupes),
    regles: { ...relireTables<Regles>(regles), references },
  };
}
