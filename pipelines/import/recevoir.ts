import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { BORNES_IMPORT, type Feuille, lireFeuille } from '../../src/edition/import/feuille.ts';
import { ErreurDUsage } from '../../src/edition/probleme.ts';
import { exigerTaille, FichierRefuse } from '../../src/edition/read/bornes.ts';
import { crier } from '../dire.ts';
import { type Delais, telecharger } from './telecharger.ts';

/** À partir d’ici, en octets, un fichier se lit assez longtemps pour qu’on le dise. */
const GROS = 5_000_000;

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

const nombre = new Intl.NumberFormat('fr-BE', { maximumFractionDigits: 1 });

/** Un gros fichier se lit longtemps : sa taille, puis ses lignes, se disent à mesure. */
function suivre(nom: string, octets: number, feuille?: Feuille): void {
  if (octets < GROS) return;
  const lignes = feuille?.onglets.reduce((n, onglet) => n + onglet.lignes.length, 0);
  const quoi = lignes === undefined ? 'lecture…' : `${nombre.format(lignes)} lignes lues.`;
  crier(`${nom} : ${nombre.format(octets / 1e6)} Mo, ${quoi}`);
}

async function lireFichier(chemin: string): Promise<Feuille> {
  try {
    const octets = await octetsDe(chemin);
    const nom = basename(chemin);
    suivre(nom, octets.length);
    const feuille = await lireFeuille(nom, octets);
    suivre(nom, octets.length, feuille);
    return feuille;
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
