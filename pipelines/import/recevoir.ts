import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  BORNES_CSV,
  BORNES_IMPORT,
  type Feuille,
  LONG,
  lireFeuille,
  ouvrirFeuille,
} from '../../src/edition/import/feuille.ts';
import { ErreurDeFichier, ErreurDUsage } from '../../src/edition/probleme.ts';
import { exigerTaille, FichierRefuse } from '../../src/edition/read/bornes.ts';
import { formatDuFichier } from '../../src/edition/read/format.ts';
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

const MORCEAU = 1 << 20;

/** Ce qu’il reste à lire d’un long fichier se dit dix fois. */
const PARTS = 10;

/** Un long CSV, relu du début à chaque appel ; sa dernière lecture, la vraie, dit où elle en est. */
function ouvrirAuFil(chemin: string, octets: number) {
  let lus = 0;
  let dits = 0;
  return async function* ouvrir(): AsyncGenerator<Uint8Array> {
    [lus, dits] = [0, 0];
    for await (const morceau of createReadStream(chemin, { highWaterMark: MORCEAU })) {
      yield morceau;
      lus += morceau.length;
      const part = Math.floor((PARTS * lus) / octets);
      if (part > dits)
        crier(
          `${basename(chemin)} : ${nombre.format(lus / 1e6)} Mo lus sur ${nombre.format(octets / 1e6)}.`,
        );
      dits = part;
    }
  };
}

/** Un CSV trop long pour être tenu en mémoire ; `null` : ce n’en est pas un. */
async function ouvrirLong(chemin: string): Promise<Feuille | null> {
  const etat = await stat(chemin).catch(() => null);
  if (!etat?.isFile() || etat.size <= LONG) return null;
  const fichier = await open(chemin);
  const debut = new Uint8Array(MORCEAU);
  await fichier.read(debut).finally(() => fichier.close());
  if (formatDuFichier(debut) !== 'texte') return null;
  exigerTaille(etat.size, BORNES_CSV);
  suivre(basename(chemin), etat.size);
  const feuille = await ouvrirFeuille(basename(chemin), ouvrirAuFil(chemin, etat.size));
  const onglets = feuille.onglets.map(({ lots, ...onglet }) => ({
    ...onglet,
    lots: lots && (() => situer(chemin, lots())),
  }));
  return { ...feuille, onglets };
}

/** Ce qu’un fichier lu à mesure a de trop se dit avec son chemin. */
async function* situer<T>(chemin: string, lots: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* lots;
  } catch (cause) {
    throw enUsage(chemin, cause);
  }
}

const enUsage = (chemin: string, cause: unknown): unknown =>
  cause instanceof FichierRefuse ? new ErreurDeFichier(`« ${chemin} » : ${cause.message}`) : cause;

async function lireFichier(chemin: string): Promise<Feuille> {
  try {
    const longue = await ouvrirLong(chemin);
    if (longue) return longue;
    const octets = await octetsDe(chemin);
    const nom = basename(chemin);
    suivre(nom, octets.length);
    const feuille = await lireFeuille(nom, octets);
    suivre(nom, octets.length, feuille);
    return feuille;
  } catch (cause) {
    throw enUsage(chemin, cause);
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
