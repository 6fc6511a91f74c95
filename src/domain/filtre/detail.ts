import { relireTables, type TablesEcrites } from '../colonnes.ts';
import type { Trivalent } from '../connaissance.ts';
import type { EffectifSuivi } from '../effectif.ts';

interface OptionDetaillee {
  readonly code: string;
  /** Identifiants des métiers auxquels elle prépare. */
  readonly metiers: readonly string[];
  readonly note: string | null;
  readonly source: string;
}

/** Une option qui en remplace une autre. */
export interface Remplacement {
  readonly ancien: string;
  readonly intitule_ancien: string;
  readonly nouveau: string;
  readonly intitule_nouveau: string;
  readonly depuis: string | null;
}

interface BesoinDuMetier {
  readonly zone: number;
  readonly metier: string;
  readonly tc: Trivalent;
  readonly fc: MetierDeLOption['fc'];
}

/** Les élèves d’une option dans une zone et une année d’étude (0 : non dite). */
interface EffectifsDEtude {
  readonly code: string;
  readonly zone: number;
  readonly etude: number;
  /** Un effectif par année scolaire. */
  readonly eleves: readonly EffectifSuivi[];
}

interface TablesDuDetail {
  readonly metiers: readonly { readonly metier: string; readonly intitule: string }[];
  readonly options: readonly OptionDetaillee[];
  readonly remplacements: readonly Remplacement[];
  /** Ceux des listes de la dernière année scolaire. */
  readonly besoins: readonly BesoinDuMetier[];
  readonly effectifs: readonly EffectifsDEtude[];
}

/** Ce que le détail d’une ligne ajoute à la ligne ; lu quand on l’ouvre. */
export interface DetailDesLignes extends TablesDuDetail {
  /** Cinq années scolaires au plus, la dernière en dernier. */
  readonly annees: readonly string[];
}

/** Le détail des lignes, tel que le site le publie. */
export interface DetailEcrit {
  readonly annees: readonly string[];
  readonly tables: TablesEcrites<TablesDuDetail>;
}

export const relireDetail = ({ annees, tables }: DetailEcrit): DetailDesLignes => ({
  annees,
  ...relireTables<TablesDuDetail>(tables),
});

export interface MetierDeLOption {
  readonly nom: string;
  readonly tc: boolean;
  readonly fc: 'quantitative' | 'structurelle' | 'nature non précisée' | null;
}

/** Les métiers d’une option, et pour chacun s’il est en TC dans la zone ou en FC dans sa région. */
export function metiersDe(
  { metiers, options, besoins }: DetailDesLignes,
  code: string,
  zone: number,
): readonly MetierDeLOption[] {
  const siens = options.find((option) => option.code === code)?.metiers ?? [];
  return siens.map((metier) => {
    const besoin = besoins.find((un) => un.zone === zone && un.metier === metier);
    return {
      nom: metiers.find((un) => un.metier === metier)?.intitule ?? '',
      tc: besoin?.tc ?? false,
      fc: besoin?.fc ?? null,
    };
  });
}
