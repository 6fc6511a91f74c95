import type { CentreTechnique } from './autour/types.ts';
import { enRangees, type TablesEcrites } from './colonnes.ts';
import type { CommuneDuDossier, OptionDuDossier, SiteDuDossier } from './dossier/types.ts';

/** Une option du répertoire, et les codes qui l’ont remplacée. */
export interface OptionPartagee extends OptionDuDossier {
  readonly nouveaux: readonly string[];
}

/** Les tables que lisent la carte et le dossier, publiées une fois, un fichier chacune. */
export interface TablesPartagees {
  readonly sites: readonly SiteDuDossier[];
  readonly options: readonly OptionPartagee[];
  readonly communes: readonly CommuneDuDossier[];
  readonly centres: readonly CentreTechnique[];
}

export type NomPartage = keyof TablesPartagees;

/** Lit les quatre tables à la fois. */
export async function lireTablesPartagees(
  lire: <N extends NomPartage>(nom: N) => Promise<TablesEcrites<TablesPartagees>[N]>,
): Promise<TablesPartagees> {
  const [sites, options, communes, centres] = await Promise.all([
    lire('sites'),
    lire('options'),
    lire('communes'),
    lire('centres'),
  ]);
  return {
    sites: enRangees(sites),
    options: enRangees(options),
    communes: enRangees(communes),
    centres: enRangees(centres),
  };
}
