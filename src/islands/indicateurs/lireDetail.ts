import {
  type DetailDesLignes,
  type DetailEcrit,
  relireDetail,
} from '../../domain/filtre/detail.ts';
import type { FicheDeTranche } from '../../export/tranche.ts';
import { lireJson, uneFois } from '../../query/lecture.ts';

/** Ce que le détail d’une ligne et les exports demandent. */
export type LireDetail = () => Promise<{
  readonly detail: DetailDesLignes;
  readonly fiche: FicheDeTranche;
}>;

/** Le détail des lignes et la fiche des exports, lus une fois pour la page. */
export const creerLireDetail = (adresse: string): LireDetail =>
  uneFois(async () => {
    const ecrit = await lireJson<{ detail: DetailEcrit; fiche: FicheDeTranche }>(adresse);
    return { detail: relireDetail(ecrit.detail), fiche: ecrit.fiche };
  });
