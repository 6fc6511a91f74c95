import { useEffect, useState } from 'preact/hooks';
import type { ChoixDuLieu } from '../../domain/dossier/lieu.ts';
import { type Dossier, dossierVide } from '../../domain/dossier/panier.ts';
import { dansLAdresse, garder, oterDeLAdresse, reprendre, toutOublier } from './garde.ts';

export interface EtatDuDossier {
  readonly dossier: Dossier;
  /** Un dossier arrivé par un lien ou un fichier, en attente d’une réponse. */
  readonly recu: Dossier | null;
  readonly message: string | null;
  changer(dossier: Dossier): void;
  recevoir(dossier: Dossier): void;
  accepter(): void;
  refuser(): void;
  effacer(): void;
}

/** L’implantation que demande `?implantation=`, comme sur la carte. */
function demandeDansLAdresse(): ChoixDuLieu | null {
  const fase = new URLSearchParams(location.search).get('implantation');
  return fase && /^\d{1,6}$/.test(fase) ? { genre: 'implantation', fase } : null;
}

/** Le dossier en cours, tenu dans le navigateur ; un lien reçu n’en remplace jamais un sans un oui. */
export function useDossier(edition: string): EtatDuDossier {
  const [dossier, setDossier] = useState(() => dossierVide(edition));
  const [recu, setRecu] = useState<Dossier | null>(null);
  const [message, dire] = useState<string | null>(null);

  const changer = (suivant: Dossier) => {
    const tenu = { ...suivant, edition };
    setDossier(tenu);
    garder(tenu);
  };
  const accepter = () => {
    if (!recu) return;
    changer(recu);
    setRecu(null);
    oterDeLAdresse();
    dire('Le dossier reçu est ouvert.');
  };

  useEffect(() => {
    const recevoirLAdresse = (garde: Dossier | null) => {
      const lu = dansLAdresse();
      if (lu.genre === 'illisible') {
        dire(
          garde?.demandes.length
            ? `${lu.message} Ci-dessous, celui que ce navigateur garde.`
            : lu.message,
        );
        oterDeLAdresse();
      }
      if (lu.genre !== 'dossier') return;
      dire(null);
      if (garde && garde.demandes.length > 0) {
        setRecu(lu.dossier);
        return;
      }
      changer(lu.dossier);
      oterDeLAdresse();
      dire('Le dossier du lien est ouvert ; il est maintenant gardé dans ce navigateur.');
    };
    const garde = reprendre();
    const demande = demandeDansLAdresse();
    const depart = garde ?? dossierVide(edition);
    if (demande) changer({ ...depart, lieu: demande });
    else if (garde) setDossier(garde);
    recevoirLAdresse(garde);
    const surAncre = () => recevoirLAdresse(reprendre());
    addEventListener('hashchange', surAncre);
    return () => removeEventListener('hashchange', surAncre);
  }, []);

  return {
    dossier,
    recu,
    message,
    changer,
    recevoir: setRecu,
    accepter,
    refuser: () => {
      setRecu(null);
      oterDeLAdresse();
    },
    effacer: () => {
      setDossier(dossierVide(edition));
      setRecu(null);
      toutOublier();
      history.replaceState(null, '', location.pathname);
      dire('Tout est effacé : ce navigateur ne garde plus rien de votre dossier.');
    },
  };
}
