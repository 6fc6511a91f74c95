import { useEffect, useState } from 'preact/hooks';
import { aDuTravail } from '../../domain/dossier/tenu.ts';
import { avisDeLAdresse, dansLAdresse, demandeDansLAdresse, oterDeLAdresse } from './adresse.ts';
import { Atelier } from './atelier.ts';

/** Le dossier en cours, ce que l’adresse y apporte, et de quoi le changer. */
export function useDossier(edition: string) {
  const [atelier] = useState(() => new Atelier(edition));
  const [etat, montrer] = useState(atelier.etat);

  useEffect(() => {
    const arreter = atelier.demarrer(montrer);
    const lieu = demandeDansLAdresse();
    const choisi = atelier.etat.tenu.dossier.lieu;
    if (lieu && JSON.stringify(choisi) !== JSON.stringify(lieu)) atelier.choisir(lieu);
    const avis = avisDeLAdresse();
    if (avis.length > 0) atelier.dire(avis);
    const recevoir = (): void => {
      const lu = dansLAdresse();
      if (lu.genre === 'illisible') atelier.signaler(lu);
      if (lu.genre === 'dossier') atelier.recevoir(lu, 'Le dossier du lien');
      // En attente d’un oui, le dossier reste dans l’adresse : recharger le redemande.
      if (lu.genre !== 'absent' && atelier.etat.recu === null) oterDeLAdresse();
    };
    recevoir();
    addEventListener('hashchange', recevoir);
    return () => {
      removeEventListener('hashchange', recevoir);
      arreter();
    };
  }, []);

  // Ce qui n’est gardé nulle part serait perdu avec la page.
  const enPeril = etat.refus || (etat.autre !== null && aDuTravail(etat.tenu));
  useEffect(() => {
    if (!enPeril) return;
    const retenir = (evenement: BeforeUnloadEvent) => evenement.preventDefault();
    addEventListener('beforeunload', retenir);
    return () => removeEventListener('beforeunload', retenir);
  }, [enPeril]);

  return { etat, atelier };
}
