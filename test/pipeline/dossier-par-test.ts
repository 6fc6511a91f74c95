import { afterEach, beforeEach } from 'vitest';
import { type Dossier, ouvrirDossier } from './dossier.ts';

/** Un dossier neuf et vide à chaque test, effacé après lui. */
export function dossierParTest(): Dossier {
  let ouvert: Dossier;
  beforeEach(() => {
    ouvert = ouvrirDossier();
  });
  afterEach(() => ouvert.effacer());
  return {
    get chemin() {
      return ouvert.chemin;
    },
    remplacer: (fichier, avant, apres) => ouvert.remplacer(fichier, avant, apres),
    ecrire: (fichier, contenu) => ouvert.ecrire(fichier, contenu),
    lire: (fichier) => ouvert.lire(fichier),
    effacer: () => ouvert.effacer(),
  };
}
