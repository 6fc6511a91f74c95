import { existsSync, statSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import { cheminCsv, type TableSource } from '../../src/domain/tables/schema.ts';

/**
 * Le fichier d’une table : celui du dernier dossier qui la fournit.
 * @param dossiers de l’édition livrée au plus particulier
 * @returns son chemin, ou celui qu’il aurait dans le premier dossier s’il n’existe nulle part
 */
export function fichierDe(table: TableSource, dossiers: readonly string[]): string {
  const candidats = dossiers.map((dossier) => join(dossier, cheminCsv(table)));
  return candidats.findLast((chemin) => existsSync(chemin)) ?? candidats[0] ?? cheminCsv(table);
}

/** Le chemin tel qu’on l’écrit dans un message : relatif au dossier courant. */
export const cheminLisible = (chemin: string): string =>
  (relative(process.cwd(), chemin) || chemin).replaceAll('\\', '/');

/** Ce que pèsent ensemble les CSV d’une édition. */
export const octetsDe = (dossiers: readonly string[]): number =>
  TABLES_SOURCE.map((table) => fichierDe(table, dossiers))
    .filter((chemin) => existsSync(chemin))
    .reduce((total, chemin) => total + statSync(chemin).size, 0);

/** Les dossiers ajoutés à l’édition livrée : ceux de `--data` ou, à défaut, de `OAD_DATA`. */
export const dossiersDe = (demandes: readonly string[] | undefined): readonly string[] =>
  demandes ?? process.env.OAD_DATA?.split(delimiter).filter((dossier) => dossier !== '') ?? [];
