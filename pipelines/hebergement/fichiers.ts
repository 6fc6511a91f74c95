import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Tous les fichiers d’un dossier, en chemins absolus, triés. */
export const fichiersDe = (dossier: string): string[] =>
  readdirSync(dossier, { recursive: true, withFileTypes: true })
    .filter((entree) => entree.isFile())
    .map((entree) => join(entree.parentPath, entree.name))
    .sort();

/** L’adresse d’un fichier du site, relative à la base : `zones/liege/` pour son `index.html`. */
export const adresseDe = (dossier: string, fichier: string): string =>
  relative(dossier, fichier)
    .replaceAll('\\', '/')
    .replace(/(^|\/)index\.html$/, '$1');
