import { closeSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import { cheminCsv } from '../../src/domain/tables/schema.ts';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { existe } from '../dossiers.ts';
import { estDans, estLeMemeDossier, situerDossier } from './lieu.ts';

const ENTETE_MAX = 65_536;

const colonnesDe = (texte: string): string[] =>
  (/^\uFEFF?([^\r\n]*)/.exec(texte)?.[1] ?? '').split(/[,;\t]/).map((nom) => nom.trim());

/** Le début d’un fichier, où tient un en-tête. */
function debutDe(chemin: string): string {
  const descripteur = openSync(chemin, 'r');
  try {
    const octets = Buffer.alloc(ENTETE_MAX);
    return octets.toString('utf8', 0, readSync(descripteur, octets));
  } finally {
    closeSync(descripteur);
  }
}

/** Un fichier sans une colonne de la table n’en est pas une version : il ne se remplace pas. */
function verifierTable(cible: string, contenu: string): void {
  if (!statSync(cible, { throwIfNoEntry: false })?.isFile()) return;
  const debut = debutDe(cible);
  const communes = new Set(colonnesDe(contenu));
  if (debut.trim() === '' || colonnesDe(debut).some((nom) => communes.has(nom))) return;
  throw new ErreurDUsage(
    `« ${cible} » n’a aucune colonne de la table qui s’écrit là. Mettez-le ailleurs s’il est à garder : rien n’a été touché.`,
  );
}

/**
 * La place d’un fichier n’est ni un dossier, ni un fichier d’autre chose, ni hors du dossier par un lien.
 * @throws ErreurDUsage
 */
export function verifierPlace(dossier: string, nom: string, contenu: string): void {
  const cible = join(dossier, nom);
  if (existe(cible) && lstatSync(cible).isDirectory()) {
    throw new ErreurDUsage(
      `« ${cible} » est un dossier, là où s’écrit une table. Renommez-le : rien n’a été touché.`,
    );
  }
  verifierTable(cible, contenu);
  const parent = dirname(cible);
  if (!existe(parent)) return;
  const lieu = situerDossier(parent, 'le dossier');
  if (!estDans(lieu, situerDossier(dossier, 'le dossier'))) {
    throw new ErreurDUsage(
      `« ${parent} » est un lien vers « ${lieu.reel} », hors du dossier où l’on écrit. Mettez-y un vrai dossier : rien n’a été touché.`,
    );
  }
}

/**
 * Refuse de lire un fichier que l’écriture remplacerait : l’original serait perdu.
 * @throws ErreurDUsage
 */
export function refuserTables(fichiers: readonly string[], dossier: string): void {
  const tables = TABLES_SOURCE.map((table) => join(dossier, cheminCsv(table))).filter(existe);
  for (const fichier of fichiers.filter(existe)) {
    if (tables.some((table) => estLeMemeDossier(fichier, table))) {
      throw new ErreurDUsage(
        `« ${fichier} » est une table de « ${dossier} » : l’import la remplacerait. Mettez le fichier reçu hors de ce dossier : rien n’a été touché.`,
      );
    }
  }
}
