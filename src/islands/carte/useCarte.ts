import { useEffect, useMemo, useState } from 'preact/hooks';
import { sansAnciens } from '../../domain/autour/anciens.ts';
import { autour, type SitesAutour } from '../../domain/autour/autour.ts';
import { ETAT_INITIAL, type EtatCarte } from '../../domain/autour/etat.ts';
import { connuesDe } from '../../domain/autour/facettes.ts';
import { lieuxDe } from '../../domain/autour/lieux.ts';
import { type LigneOffre, offreDe } from '../../domain/autour/offre.ts';
import type { Lieux, OffreParSite } from '../../domain/autour/types.ts';
import { type Colonnes, enRangees } from '../../domain/colonnes.ts';
import {
  anneeDeLAdresse,
  type ConnuesCarte,
  decodeCarte,
  encodeCarte,
} from '../../domain/url/carte.ts';
import { uneFois } from '../../query/lecture.ts';
import { useEveil } from '../eveil.ts';
import { type FichiersPartages, lirePartages } from '../lirePartages.ts';
import { useRetour } from '../retour.ts';
import { lireJsonDuSite } from './lireJson.ts';

export interface FichiersDeLaCarte extends FichiersPartages {
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
  readonly offre: OffreParSite | null;
  readonly annee: string;
  readonly resultat: SitesAutour | null;
  /** Un fichier qui n’est pas venu. */
  readonly erreur: unknown;
  reessayer(): void;
  /** @param remplacer ne laisse pas de trace dans l’historique (le curseur qui glisse) */
  aller(etat: EtatCarte, remplacer?: boolean): void;
}

const adresse = (etat: EtatCarte): string =>
  `${location.pathname}${encodeCarte(etat)}${location.hash}`;

/** De quoi lire chaque fichier une fois ; une offre ne se lit qu’avec les options qu’elle nomme. */
function creerLectures(fichiers: FichiersDeLaCarte) {
  const lireLieux = uneFois(async () => lieuxDe(await lirePartages(fichiers)));
  const offres = fichiers.offres.map(({ annee, fichier }) => {
    const lireOffre = uneFois(async () => {
      const [{ options }, lignes] = await Promise.all([
        lireLieux(),
        lireJsonDuSite<Colonnes<LigneOffre>>(fichier),
      ]);
      return offreDe(enRangees(lignes), options);
    });
    return [annee, lireOffre] as const;
  });
  return { lireLieux, lireOffres: new Map(offres) };
}

/** L’état de la carte, lu dans l’adresse et tenu avec elle ; les données de l’année demandée. */
export function useCarte(fichiers: FichiersDeLaCarte): Carte {
  const annees = fichiers.offres.map((offre) => offre.annee);
  const { lireLieux, lireOffres } = useMemo(() => creerLectures(fichiers), []);
  const [donnees, setDonnees] = useState<Donnees | null>(null);
  const [lues, setLues] = useState<ReadonlyMap<string, OffreParSite>>(new Map());
  const [{ etat, avis }, setAdresse] = useState<{ etat: EtatCarte; avis: readonly string[] }>({
    etat: ETAT_INITIAL,
    avis: [],
  });
  const [erreur, setErreur] = useState<unknown>(null);
  const [essais, essayer] = useState(0);
  const annee = etat.annee ?? annees.at(-1) ?? '';
  // L’offre vient en même temps que les lieux : l’adresse dit son année avant qu’ils soient lus.
  const voulue = donnees ? annee : anneeDeLAdresse(globalThis.location?.search ?? '', annees);

  useEveil();
  useEffect(() => {
    if (donnees) return;
    lireLieux()
      .then((lieux) => {
        const connues = { choix: connuesDe(lieux), annees };
        setDonnees({ lieux, connues });
        setAdresse(decodeCarte(location.search, connues));
      })
      .catch(setErreur);
  }, [essais]);

  useRetour(() => {
    if (donnees) setAdresse(decodeCarte(location.search, donnees.connues));
  }, donnees);

  useEffect(() => {
    if (lues.has(voulue)) return;
    let attendue = true;
    lireOffres
      .get(voulue)?.()
      .then((offre) => {
        setErreur(null);
        setLues((avant) => new Map(avant).set(voulue, offre));
      })
      .catch((cause) => attendue && setErreur(cause));
    return () => {
      attendue = false;
    };
  }, [voulue, essais]);

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
