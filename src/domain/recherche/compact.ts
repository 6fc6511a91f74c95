import type { OptionCherchee } from './options.ts';

type Ancien = OptionCherchee['anciens'][number];

/** Ce que la recherche lit de plus que les lignes : métiers et anciens intitulés. */
export interface RechercheCompacte {
  readonly metiers: readonly string[];
  readonly anciens: readonly Ancien[];
  /** Par code : les places de ses métiers, puis celles de ses anciennes options. */
  readonly options: Readonly<Record<string, readonly [readonly number[], readonly number[]]>>;
}

/** Écrit ce que les options cherchées ont en commun une seule fois. */
export function encoderRecherche(options: readonly OptionCherchee[]): RechercheCompacte {
  const metiers = [...new Set(options.flatMap((option) => option.metiers))];
  const anciens = new Map(
    options.flatMap((option) => option.anciens.map((ancien) => [ancien.code, ancien] as const)),
  );
  const codes = [...anciens.keys()];
  const places = ({ metiers: m, anciens: a }: OptionCherchee) =>
    [m.map((metier) => metiers.indexOf(metier)), a.map(({ code }) => codes.indexOf(code))] as const;
  return {
    metiers,
    anciens: [...anciens.values()],
    options: Object.fromEntries(options.map((option) => [option.code, places(option)])),
  };
}

/** Relit les métiers et les anciennes options d’un code. */
export function relire(
  { metiers, anciens, options }: RechercheCompacte,
  code: string,
): Pick<OptionCherchee, 'metiers' | 'anciens'> {
  const [m, a] = options[code] ?? [[], []];
  return {
    metiers: m.flatMap((place) => metiers[place] ?? []),
    anciens: a.flatMap((place) => anciens[place] ?? []),
  };
}
