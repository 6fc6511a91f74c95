/** Ce que le détail d’une ligne ajoute à la ligne ; lu quand on l’ouvre. */
export interface SuiteIndicateurs {
  /** Cinq années scolaires au plus, la dernière en dernier. */
  readonly annees: readonly string[];
  readonly metiers: readonly string[];
  readonly options: Readonly<Record<string, OptionDeLaSuite>>;
  /** Par zone, les métiers en TC, puis en FC quantitative et structurelle : leurs rangs. */
  readonly besoins: Readonly<Record<string, readonly [Rangs, Rangs, Rangs]>>;
  /** Par « code/zone » : l’année d’étude (0 : non dite), puis les élèves de chaque année scolaire. */
  readonly effectifs: Readonly<Record<string, readonly (readonly (number | null)[])[]>>;
}

type Rangs = readonly number[];

export interface OptionDeLaSuite {
  readonly metiers: Rangs;
  /** Les options qu’elle remplace, et celles qui la remplacent : code, intitulé, depuis. */
  readonly avant: readonly Lien[];
  readonly apres: readonly Lien[];
  readonly note: string | null;
  readonly source: string;
}

export type Lien = readonly [code: string, intitule: string, depuis: string | null];

export interface MetierDeLOption {
  readonly nom: string;
  readonly tc: boolean;
  readonly fc: 'quantitative' | 'structurelle' | null;
}

/** Les métiers d’une option, et pour chacun s’il est en TC dans la zone ou en FC dans sa région. */
export function metiersDe(
  suite: SuiteIndicateurs,
  code: string,
  zone: number,
): readonly MetierDeLOption[] {
  const [tc = [], quantitatives = [], structurelles = []] = suite.besoins[zone] ?? [];
  const rangs = suite.options[code]?.metiers ?? [];
  return rangs.map((rang) => ({
    nom: suite.metiers[rang] ?? '',
    tc: tc.includes(rang),
    fc: quantitatives.includes(rang)
      ? 'quantitative'
      : structurelles.includes(rang)
        ? 'structurelle'
        : null,
  }));
}
