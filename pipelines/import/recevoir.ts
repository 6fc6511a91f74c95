import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { BORNES_IMPORT, type Feuille, lireFeuille } from '../../src/edition/import/feuille.ts';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { exigerTaille, FichierRefuse } from '../../src/edition/read/bornes.ts';
import { type Delais, telecharger } from './telecharger.ts';

/** Le contenu d’un fichier, dont la nature et le poids sont vérifiés avant qu’il soit lu. */
async function octetsDe(chemin: string): Promise<Uint8Array> {
  const etat = await stat(chemin).catch(() => null);
  if (etat && !etat.isFile()) {
    throw new ErreurDUsage(
      `« ${chemin} » n’est pas un fichier. Enregistrez d’abord son contenu, et donnez ce fichier.`,
    );
  }
  if (etat) exigerTaille(etat.size, BORNES_IMPORT);
  return readFile(chemin).catch(() => {
    throw new ErreurDUsage(`le fichier « ${chemin} » ne se lit pas. Vérifiez son chemin.`);
  });
}

async function lireFichier(chemin: string): Promise<Feuille> {
  try {
    return await lireFeuille(basename(chemin), await octetsDe(chemin));
  } catch (cause) {
    if (!(cause instanceof FichierRefuse)) throw cause;
    throw new ErreurDUsage(`« ${chemin} » : ${cause.message}`);
  }
}

/**
 * Lit les fichiers reçus ; téléchargés, ils ne restent pas sur le disque.
 * @throws ErreurDUsage si l’un n’existe pas, ne se lit pas ou passe une borne
 */
export async function recevoir(
  fichiers: readonly string[],
  adresse: string,
  delais: Delais,
): Promise<Feuille[]> {
  if (adresse === '') return Promise.all(fichiers.map(lireFichier));
  const { chemin, effacer } = await telecharger(adresse, delais);
  try {
    return [await lireFichier(chemin)];
  } finally {
    effacer();
  }
}
