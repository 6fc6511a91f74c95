import { lstatSync, statSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import { cheminCsv, type TableSource } from '../../src/domain/tables/schema.ts';
import { ErreurDUsage } from '../check/probleme.ts';
import { parcourir } from '../parcourir.ts';

/** Quelque chose porte ce nom, fût-ce un lien rompu : ce n’est pas une absence. */
export function existe(chemin: string): boolean {
  try {
    lstatSync(chemin);
    return true;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}

/**
 * Le fichier d’une table : celui du dernier dossier qui la fournit.
 * @param dossiers de l’édition livrée au plus particulier
 * @returns son chemin, ou celui qu’il aurait dans le premier dossier s’il n’existe nulle part
 */
export function fichierDe(table: TableSource, dossiers: readonly string[]): string {
  const candidats = dossiers.map((dossier) => join(dossier, cheminCsv(table)));
  return candidats.findLast(existe) ?? candidats[0] ?? cheminCsv(table);
}

/** Le chemin tel qu’on l’écrit dans un message : relatif au dossier courant. */
export const cheminLisible = (chemin: string): string =>
  (relative(process.cwd(), chemin) || chemin).replaceAll('\\', '/');

const etatDUn = (chemin: string) => {
  try {
    return statSync(chemin);
  } catch {
    return null;
  }
};

/** Ce que pèsent ensemble les CSV d’une édition. */
export const octetsDe = (dossiers: readonly string[]): number =>
  TABLES_SOURCE.map((table) => etatDUn(fichierDe(table, dossiers))).reduce(
    (total, etat) => total + (etat?.size ?? 0),
    0,
  );

/** Change dès qu’un CSV d’un des dossiers est remplacé, modifié, ajouté ou ôté. */
export const etatDe = (dossiers: readonly string[]): string =>
  dossiers
    .flatMap((dossier) => TABLES_SOURCE.map((table) => etatDUn(join(dossier, cheminCsv(table)))))
    .map((etat) => [etat?.ino, etat?.size, etat?.mtimeMs].join(' '))
    .join('\n');

const aUnCsv = (dossier: string): boolean =>
  TABLES_SOURCE.some((table) => existe(join(dossier, cheminCsv(table)))) ||
  parcourir(dossier, { donnees: true }).some((nom) => /\.csv$/i.test(nom));

/**
 * Vérifie que les dossiers de données en sont, avant d’y rien lire.
 * @param dossiers l’édition livrée, puis les dossiers ajoutés, qui doivent donner un CSV au moins
 * @throws ErreurDUsage
 */
export function verifierDossiers(dossiers: readonly string[]): void {
  for (const [i, dossier] of dossiers.entries()) {
    if (dossier.trim() === '') {
      throw new ErreurDUsage('--data est vide. Donnez le chemin d’un dossier de données.');
    }
    if (!existe(dossier)) {
      throw new ErreurDUsage(`le dossier « ${dossier} » n’existe pas. Vérifiez son chemin.`);
    }
    if (!statSync(dossier).isDirectory()) {
      throw new ErreurDUsage(
        `« ${dossier} » est un fichier, pas un dossier. Donnez le dossier de données qui le contient.`,
      );
    }
    if (i > 0 && !aUnCsv(dossier)) {
      throw new ErreurDUsage(
        `le dossier « ${dossier} » ne contient aucune table : rien n’en serait lu. Vérifiez son chemin.`,
      );
    }
  }
}

/** Les dossiers ajoutés à l’édition livrée : ceux de `--data` ou, à défaut, de `OAD_DATA`. */
export const dossiersDe = (demandes: readonly string[] | undefined): readonly string[] =>
  demandes ?? process.env.OAD_DATA?.split(delimiter).filter((dossier) => dossier !== '') ?? [];
