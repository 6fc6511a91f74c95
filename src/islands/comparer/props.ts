import type { ColonnesDeContexte } from '../../charts/csv.ts';
import type { Evolution } from '../../charts/zones/evolution-comparee.ts';
import { type Serie, sousSonSeulCode, type ZoneDeSerie } from '../../charts/zones/serie.ts';
import { ecrireTables, relireTables } from '../../domain/colonnes.ts';

export interface ThemeCompare {
  readonly id: string;
  readonly titre: string;
  readonly series: readonly Serie[];
  /** La ligne de source, telle qu’elle se lit sous les figures. */
  readonly source: string;
}

/** Ce que la comparaison dit d’elle, hors de ses séries. */
interface Cadre {
  readonly zones: readonly ZoneDeSerie[];
  /** « Dans cette édition fictive : », ou rien. */
  readonly prefixe: string;
  readonly annee: string;
  /** L’édition, comme on la cite. */
  readonly edition: string;
  readonly contexte: ColonnesDeContexte;
  readonly fichiers: string;
}

export interface CadreCompare extends Cadre {
  readonly themes: readonly ThemeCompare[];
  readonly evolutions: readonly Evolution[];
}

/** Ce que la page donne à l’îlot. */
export interface PropsComparer extends Cadre {
  /** JSON des parcours des zones. */
  readonly parcours: string;
  /** JSON des thèmes, de leurs séries et de leurs comptes, par colonnes. */
  readonly tables: string;
}

interface Tables {
  readonly themes: readonly Omit<ThemeCompare, 'series'>[];
  readonly series: readonly (Omit<Serie, 'comptes' | 'tables' | 'sur' | 'population'> & {
    readonly theme: string;
    readonly sur: Serie['sur'] | null;
    readonly population: Serie['population'] | null;
  })[];
  /** Dans l’ordre des zones. */
  readonly comptes: readonly {
    readonly serie: string;
    readonly numerateur: number | null;
    readonly denominateur: number | null;
    readonly masques: number;
    /** Vrai pour le compte d’un seul code, sans les anciens. */
    readonly seul: boolean;
  }[];
}

const enLignes = (serie: string, comptes: Serie['comptes'], seul: boolean): Tables['comptes'] =>
  comptes.map(([numerateur, denominateur, masques = 0]) => ({
    ...{ serie, numerateur, denominateur, masques, seul },
  }));

/** Les comptes d’une série, et ceux de son seul code s’il y en a. */
function comptesDe(lignes: Tables['comptes']): Pick<Serie, 'comptes' | 'seuls'> {
  const lire = (voulu: boolean): Serie['comptes'] =>
    lignes
      .filter(({ seul }) => seul === voulu)
      .map(({ numerateur, denominateur, masques }) => [numerateur, denominateur, masques]);
  const seuls = lire(true);
  return { comptes: lire(false), ...(seuls.length > 0 && { seuls }) };
}

/** Écrit les thèmes par colonnes ; les tables des séries restent à la construction du site. */
export function ecrireThemes(themes: readonly ThemeCompare[]): string {
  const series = themes.flatMap((theme) => theme.series.map((serie) => ({ theme, serie })));
  return JSON.stringify(
    ecrireTables<Tables>({
      themes: themes.map(({ id, titre, source }) => ({ id, titre, source })),
      series: series.map(({ theme, serie: { cle, titre, ecriture, sur, population } }) => ({
        ...{ theme: theme.id, cle, titre, ecriture },
        sur: sur ?? null,
        population: population ?? null,
      })),
      comptes: series.flatMap(({ serie: { cle, comptes, seuls = [] } }) => [
        ...enLignes(cle, comptes, false),
        ...enLignes(cle, seuls, true),
      ]),
    }),
  );
}

/** Relit les thèmes : `relireThemes(ecrireThemes(t))` égale `t`, aux tables des séries près. */
export function relireThemes(ecrits: string): readonly ThemeCompare[] {
  const { themes, series, comptes } = relireTables<Tables>(JSON.parse(ecrits));
  return themes.map((theme) => ({
    ...theme,
    series: series
      .filter((serie) => serie.theme === theme.id)
      .map(({ cle, titre, ecriture, sur, population }) => ({
        ...{ cle, titre, ecriture, tables: [] },
        ...(sur && { sur }),
        ...(population && { population }),
        ...comptesDe(comptes.filter((compte) => compte.serie === cle)),
      })),
  }));
}

/** Largeur des figures, en pixels du dessin. */
export const LARGEUR_DE_FIGURE = 320;

/** Les thèmes tels que le visiteur les demande : avec les anciens codes, ou sans. */
export const themesVus = (
  themes: readonly ThemeCompare[],
  anciens: boolean,
): readonly ThemeCompare[] =>
  anciens
    ? themes
    : themes.map((theme) => ({ ...theme, series: theme.series.map(sousSonSeulCode) }));
