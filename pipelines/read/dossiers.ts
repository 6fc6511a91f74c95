import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
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
export const cheminLisible = (chemin: string): string => relative(process.cwd(), chemin) || chemin;
