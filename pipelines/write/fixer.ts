import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Fait descendre jusqu’au disque un fichier écrit, ou les noms d’un dossier. */
export function fixer(chemin: string): void {
  const descripteur = openSync(chemin, 'r');
  try {
    fsyncSync(descripteur);
  } catch (cause) {
    // Windows ne fixe ni un dossier, ni ce qui n’est ouvert qu’en lecture.
    if (!['EPERM', 'EISDIR', 'EINVAL'].includes((cause as NodeJS.ErrnoException).code ?? '')) {
      throw cause;
    }
  } finally {
    closeSync(descripteur);
  }
}
