import { useEffect, useMemo, useState } from 'preact/hooks';
import { autour, type Resultat } from '../../domain/autour/autour.ts';
import { ETAT_INITIAL, type EtatCarte } from '../../domain/autour/etat.ts';
import { connuesDe } from '../../domain/autour/facettes.ts';
import {
  deballerLieux,
  deballerOffre,
  type PaquetLieux,
  type PaquetOffre,
} from '../../domain/autour/paquet.ts';
import type { Lieux, Offre } from '../../domain/autour/types.ts';
import { type ConnuesCarte, decodeCarte, encodeCarte } from '../../domain/url/carte.ts';
import { useEveil } from '../eveil.ts';
import { lireJson } from './lireJson.ts';

export interface FichiersDeLaCarte {
  readonly lieux: string;
  readonly fond: string;
  readonly regles: string;
  readonly ecoles: string;
  readonly offres: readonly { readonly annee: string; readonly fichier: string }[];
}

interface Donnees {
  readonly lieux: Lieux;
  readonly connues: ConnuesCarte;
}

/** Ce que la page sait à un instant : l’état demandé, et la réponse quand les données sont là. */
export interface Carte {
  readonly etat: EtatCarte;
  readonly avis: readonly string[];
  readonly lieux: Lieux | null;
  /** L’offre de l’année demandée. */
  readonly offre: Offre | null;
  readonly annee: string;
  readonly resultat: Resultat | null;
  readonly erreur: string | null;
  /** @param remplacer ne laisse pas de trace dans l’historique (le curseur qui glisse) */
  aller(etat: EtatCarte, remplacer?: boolean): void;
}

const adresse = (etat: EtatCarte): string =>
  `${location.pathname}${encodeCarte(etat)}${location.hash}`;

/** L’état de la carte, lu dans l’adresse et tenu avec elle ; les données de l’année demandée. */
export function useCarte({ lieux: fichierLieux, offres }: FichiersDeLaCarte): Carte {
  const [donnees, setDonnees] = useState<Donnees | null>(null);
  const [lues, setLues] = useState<ReadonlyMap<string, Offre>>(new Map());
  const [{ etat, avis }, setAdresse] = useState<{ etat: EtatCarte; avis: readonly string[] }>({
    etat: ETAT_INITIAL,
    avis: [],
  });
  const [erreur, setErreur] = useState<string | null>(null);
  const annee = etat.annee ?? offres.at(-1)?.annee ?? '';

  useEveil();
  useEffect(() => {
    const signaler = (cause: unknown) =>
      setErreur(String(cause instanceof Error ? cause.message : cause));
    lireJson<PaquetLieux>(fichierLieux).then((paquet) => {
      const lieux = deballerLieux(paquet);
      const connues = { choix: connuesDe(lieux), annees: offres.map((o) => o.annee) };
      setDonnees({ lieux, connues });
      setAdresse(decodeCarte(location.search, connues));
    }, signaler);
  }, [fichierLieux]);

  useEffect(() => {
    if (!donnees) return;
    const surRetour = () => setAdresse(decodeCarte(location.search, donnees.connues));
    addEventListener('popstate', surRetour);
    return () => removeEventListener('popstate', surRetour);
  }, [donnees]);

  useEffect(() => {
    const fichier = offres.find((offre) => offre.annee === annee)?.fichier;
    if (!donnees || !fichier || lues.has(annee)) return;
    lireJson<PaquetOffre>(fichier).then(
      (paquet) => {
        const offre = deballerOffre(paquet, donnees.lieux.options);
        setLues((avant) => new Map(avant).set(annee, offre));
      },
      (cause) => setErreur(String(cause instanceof Error ? cause.message : cause)),
    );
  }, [donnees, annee]);

  const offre = lues.get(annee);
  const { depart, rayon, choix, tri } = etat;
  const resultat = useMemo(
    () => (donnees && offre ? autour(donnees.lieux, offre, etat) : null),
    [donnees, offre, depart, rayon, choix, tri],
  );

  const aller = (suivant: EtatCarte, remplacer = false) => {
    const vers = adresse(suivant);
    if (remplacer) history.replaceState(null, '', vers);
    else if (vers !== adresse(etat)) history.pushState(null, '', vers);
    setAdresse({ etat: suivant, avis: [] });
  };
  return {
    etat,
    avis,
    lieux: donnees?.lieux ?? null,
    offre: offre ?? null,
    annee,
    resultat,
    erreur,
    aller,
  };
}
