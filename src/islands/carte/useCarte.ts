import { useEffect, useMemo, useState } from 'preact/hooks';
import { sansAnciens } from '../../domain/autour/anciens.ts';
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
  /** Un fichier qui n’est pas venu. */
  readonly erreur: unknown;
  reessayer(): void;
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
  const [erreur, setErreur] = useState<unknown>(null);
  const [essais, essayer] = useState(0);
  const annee = etat.annee ?? offres.at(-1)?.annee ?? '';

  useEveil();
  useEffect(() => {
    if (donnees) return;
    lireJson<PaquetLieux>(fichierLieux)
      .then((paquet) => {
        const lieux = deballerLieux(paquet);
        const connues = { choix: connuesDe(lieux), annees: offres.map((o) => o.annee) };
        setErreur(null);
        setDonnees({ lieux, connues });
        setAdresse(decodeCarte(location.search, connues));
      })
      .catch(setErreur);
  }, [fichierLieux, essais]);

  useEffect(() => {
    if (!donnees) return;
    const surRetour = () => setAdresse(decodeCarte(location.search, donnees.connues));
    addEventListener('popstate', surRetour);
    return () => removeEventListener('popstate', surRetour);
  }, [donnees]);

  useEffect(() => {
    const fichier = offres.find((offre) => offre.annee === annee)?.fichier;
    if (!donnees || !fichier || lues.has(annee)) return;
    lireJson<PaquetOffre>(fichier)
      .then((paquet) => {
        const offre = deballerOffre(paquet, donnees.lieux.options);
        setErreur(null);
        setLues((avant) => new Map(avant).set(annee, offre));
      })
      .catch(setErreur);
  }, [donnees, annee, essais]);

  const lue = lues.get(annee);
  const { depart, rayon, choix, anciens, tri } = etat;
  const vus = useMemo(() => {
    if (!donnees || !lue) return null;
    return anciens ? { lieux: donnees.lieux, offre: lue } : sansAnciens(donnees.lieux, lue);
  }, [donnees, lue, anciens]);
  const resultat = useMemo(
    () => (vus ? autour(vus.lieux, vus.offre, etat) : null),
    [vus, depart, rayon, choix, tri],
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
    lieux: vus?.lieux ?? donnees?.lieux ?? null,
    offre: vus?.offre ?? null,
    annee,
    resultat,
    erreur,
    reessayer: () => essayer(essais + 1),
    aller,
  };
}
