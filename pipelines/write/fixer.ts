import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Windows ne fixe ni un dossier, ni ce qui n’est ouvert qu’en lecture. */
const SANS_OBJET = ['EPERM', 'EISDIR', 'EINVAL'];

/** Fait descendre jusqu’au disque un fichier écrit, ou les noms d’un dossier. */
export function fixer(chemin: string): void {
  let descripteur: number | undefined;
  try {
    descripteur = openSync(chemin, 'r');
    fsyncSync(descripteur);
  } catch (cause) {
    if (!SANS_OBJET.includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
  } finally {
    if (descripteur !== undefined) closeSync(descripteur);
  }
}
