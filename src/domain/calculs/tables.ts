import type { BesoinTrivalent } from '../besoin.ts';
import { enColonnes, type TablesEcrites } from '../colonnes.ts';
import { lieeACpu, type OptionCpu } from '../normes/cpu.ts';
import type { CommuneDense, RegleDeDensite } from '../normes/distance.ts';
import type { RegleMaintien } from '../normes/maintien.ts';
import type { OptionNormee, RegleCreation } from '../normes/types.ts';

/** Une option du répertoire, telle que le calculateur la lit. */
export type OptionCalculee = OptionNormee & {
  readonly intitule: string;
  /** La liste de l’annexe I de l’arrêté du 29 août 2018 la nomme. */
  readonly lieeACpu: boolean;
};

/** TC et FC d’une option dans une zone ; sans code, de toutes celles qui n’y ont pas de rangée. */
export interface BesoinParZone extends BesoinTrivalent {
  readonly code_obg: string;
  readonly zone: number;
}

/** Une commune, sa zone, et sa classe de densité de 2001. */
export interface CommuneCalculee extends CommuneDense {
  readonly zone: number;
}

export interface TablesDuCalcul {
  readonly options: readonly OptionCalculee[];
  /** Celles de la campagne. */
  readonly creation: readonly RegleCreation[];
  readonly maintien: readonly RegleMaintien[];
  readonly densites: readonly RegleDeDensite[];
  readonly besoins: readonly BesoinParZone[];
  readonly communes: readonly CommuneCalculee[];
}

/** Ce que la construction du site lit pour le calculateur. */
interface TablesLues extends Omit<TablesDuCalcul, 'options'> {
  readonly options: readonly Omit<OptionCalculee, 'lieeACpu'>[];
  readonly cpu: readonly OptionCpu[];
}

const OPTIONS = [
  ...(['code_obg', 'intitule', 'regime', 'degre', 'forme', 'annees', 'type_7e'] as const),
  ...(['filiere', 'sans_norme', 'statut', 'sous_reserve', 'lieeACpu'] as const),
  ...(['annees_2019', 'statut_2019'] as const),
] as const;

/** Les tables du calculateur, par colonnes ; des options, ce qu’il en lit. */
export const ecrireTablesDuCalcul = (tables: TablesLues): TablesEcrites<TablesDuCalcul> => ({
  options: enColonnes(
    tables.options.map((option) => ({
      ...option,
      lieeACpu: lieeACpu(tables.cpu, option.code_obg),
    })),
    OPTIONS,
  ),
  creation: enColonnes(tables.creation),
  maintien: enColonnes(tables.maintien),
  densites: enColonnes(tables.densites),
  besoins: enColonnes(tables.besoins),
  communes: enColonnes(tables.communes),
});
