import type { Contexte } from '../../charts/csv.ts';
import { type Serie, sousSonSeulCode, type ZoneDeSerie } from '../../charts/zones/serie.ts';

export interface ThemeCompare {
  readonly id: string;
  readonly titre: string;
  readonly series: readonly Serie[];
  /** La ligne de source, telle qu’elle se lit sous les figures. */
  readonly source: string;
}

export interface PropsComparer {
  readonly zones: readonly ZoneDeSerie[];
  readonly themes: readonly ThemeCompare[];
  /** « Dans cette édition fictive : », ou rien. */
  readonly prefixe: string;
  readonly annee: string;
  /** L’édition, comme on la cite. */
  readonly edition: string;
  readonly contexte: Contexte;
  readonly fichiers: string;
}

/** Largeur des figures, en pixels du dessin. */
export const LARGEUR = 320;

/** Les thèmes tels que le visiteur les demande : avec les anciens codes, ou sans. */
export const themesVus = (
  themes: readonly ThemeCompare[],
  anciens: boolean,
): readonly ThemeCompare[] =>
  anciens
    ? themes
    : themes.map((theme) => ({ ...theme, series: theme.series.map(sousSonSeulCode) }));
