import { MINI, ouvrirDossier } from './dossier.ts';

/** L’édition mini aux caractères, aux successions et aux effectifs qui ne se ressemblent pas. */
export const asymetrique = () => ouvrirDossier('test/fixtures/edition-asymetrique');

/** La même, aux implantations réelles et aux effectifs officiels : les petits se taisent. */
export function officielle() {
  const dossier = asymetrique();
  for (const fichier of ['offre/implantations.csv', 'offre/inscriptions.csv']) {
    dossier.ecrire(fichier, dossier.lire(fichier).replace(/90000(\d)/g, '100$1'));
  }
  for (const fichier of ['offre/implantations.csv', 'sources.csv']) {
    dossier.ecrire(fichier, dossier.lire(fichier).replaceAll('demonstration', 'officiel'));
  }
  dossier.ecrire('edition.csv', ouvrirDossier(MINI).lire('edition.csv'));
  return dossier;
}
