import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Ce que nos commandes posent dans un dossier le temps d’y écrire. */
export const estPassager = (nom: string): boolean => nom.startsWith('.oad-');

const meneAUnDossier = (chemin: string): boolean =>
  statSync(chemin, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Les noms de tout ce qu’un dossier contient, sauf ses dossiers, relatifs à lui et triés. Le
 * `readdir` récursif de Node suit les liens, et ne revient pas d’un lien qui tourne en rond.
 * @param donnees entre aussi dans les dossiers liés, une fois chacun, et passe ce que nos commandes
 * posent le temps d’écrire
 */
export function parcourirDossier(dossier: string, { donnees = false } = {}): string[] {
  const vus = new Set<string>();
  const noms: string[] = [];
  const entrer = (sous: string): void => {
    const reel = realpathSync(join(dossier, sous));
    if (vus.has(reel)) return;
    vus.add(reel);
    for (const entree of readdirSync(join(dossier, sous), { withFileTypes: true })) {
      const nom = sous === '' ? entree.name : `${sous}/${entree.name}`;
      if (donnees && estPassager(nom)) continue;
      const lie = donnees && entree.isSymbolicLink() && meneAUnDossier(join(dossier, nom));
      if (entree.isDirectory() || lie) entrer(nom);
      else noms.push(nom);
    }
  };
  entrer('');
  return noms.sort();
}
