import { type Dossier, MINI, ouvrirDossier } from './dossier.ts';

const ASYMETRIQUE = 'test/fixtures/edition-asymetrique';

/** La même édition, aux implantations réelles et aux effectifs officiels : les petits se taisent. */
function officielle(): Dossier {
  const dossier = ouvrirDossier(ASYMETRIQUE);
  for (const fichier of ['offre/implantations.csv', 'offre/inscriptions.csv']) {
    dossier.ecrire(fichier, dossier.lire(fichier).replace(/90000(\d)/g, '100$1'));
  }
  for (const fichier of ['offre/implantations.csv', 'sources.csv']) {
    dossier.ecrire(fichier, dossier.lire(fichier).replaceAll('demonstration', 'officiel'));
  }
  dossier.ecrire('edition.csv', ouvrirDossier(MINI).lire('edition.csv'));
  return dossier;
}

/** L’édition où rien n’est symétrique, de démonstration puis masquée ; elle complète l’édition mini. */
export const EDITIONS = {
  demonstration: () => ouvrirDossier(ASYMETRIQUE),
  masquee: officielle,
} as const;
