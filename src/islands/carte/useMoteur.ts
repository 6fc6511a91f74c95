import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Lieux } from '../../domain/autour/types.ts';
import type { Position } from '../../domain/geo/distance.ts';
import type { CarteVivante, Entrees } from '../../map/carte.ts';
import type { Fond } from '../../map/style.ts';
import { webglDisponible } from '../../map/webgl.ts';
import { charger } from '../../query/lecture.ts';
import { lireJsonDuSite } from './lireJson.ts';
import { quandLibre } from './quandLibre.ts';

/** Pourquoi un dessin tient lieu de carte. */
export type Panne = 'absente' | 'perdue' | 'tardive' | 'manquante';

type Gestes = Pick<Entrees, 'surSurvol' | 'surChoix' | 'surFondMuet'> & {
  readonly surLieu: ((lieu: Position) => void) | null;
};

interface Besoins {
  readonly fichierFond: string;
  readonly lieux: Lieux | null;
  readonly nomsZones: Entrees['noms']['zones'];
  readonly visible: boolean;
  readonly surFond: (fond: Fond) => void;
  readonly gestes: Gestes;
}

export interface MoteurDeCarte {
  readonly conteneur: RefObject<HTMLDivElement>;
  readonly vivante: CarteVivante | null;
  /** La carte est à l’écran, entière ; sinon un dessin tient sa place. */
  readonly peinte: boolean;
  readonly panne: Panne | null;
  /** Un nouvel essai est en cours. */
  readonly essaie: boolean;
  reessayer(): void;
}

const ATTENTE = 1500;
/** Au-delà, en millisecondes, la carte n’est plus annoncée comme proche. */
const PATIENCE = 20_000;

/** Ouvre MapLibre quand les lieux sont là et que la carte se voit, et suit ce qui lui arrive. */
export function useMoteur(besoins: Besoins): MoteurDeCarte {
  const { fichierFond, lieux, nomsZones, visible, surFond } = besoins;
  const conteneur = useRef<HTMLDivElement>(null);
  const gestes = useRef(besoins.gestes);
  gestes.current = besoins.gestes;
  const [vivante, setVivante] = useState<CarteVivante | null>(null);
  const [peinte, setPeinte] = useState(false);
  const [panne, setPanne] = useState<Panne | null>(null);
  const [essai, setEssai] = useState(0);
  const [essaie, setEssaie] = useState(false);
  const commence = useRef(-1);

  const echouer = (pourquoi: Panne) => {
    setPeinte(false);
    setEssaie(false);
    setPanne(pourquoi);
  };
  const reussir = () => {
    setPanne(null);
    setEssaie(false);
    setPeinte(true);
  };
  // Une carte abandonnée peut encore parler.
  const encore = () => commence.current === essai;
  const entrees = (fond: Fond, { communes }: Lieux): Entrees => ({
    fond,
    noms: {
      zones: nomsZones,
      communes: communes.map(({ commune: nom, lat, lon }) => ({ nom, lat, lon })),
    },
    surSurvol: (id) => gestes.current.surSurvol(id),
    surChoix: (ids) => gestes.current.surChoix(ids),
    surLieu: (lieu) => {
      gestes.current.surLieu?.(lieu);
      return gestes.current.surLieu !== null;
    },
    surFondMuet: () => gestes.current.surFondMuet(),
    surPeinte: () => encore() && reussir(),
    surPerte: () => encore() && echouer('perdue'),
  });
  const ouvrir = async (element: HTMLElement, lus: Lieux): Promise<void> => {
    const fond = await lireJsonDuSite<Fond>(fichierFond);
    surFond(fond);
    if (!webglDisponible()) return echouer('absente');
    const { creerCarte } = await charger(import('../../map/carte.ts'));
    const ouverte = await creerCarte(element, entrees(fond, lus));
    if (encore()) setVivante(ouverte);
    else ouverte.detruire();
  };

  useEffect(() => {
    const { current: element } = conteneur;
    if (!lieux || !visible || !element || encore()) return;
    return quandLibre(() => {
      commence.current = essai;
      ouvrir(element, lieux).catch((cause) => {
        if (!encore()) return;
        console.warn('La carte interactive ne s’ouvre pas ; le dessin la remplace.', cause);
        element.replaceChildren();
        echouer('manquante');
      });
    }, ATTENTE);
  }, [lieux, visible, essai]);
  const attendue = lieux !== null && visible && !peinte && (panne === null || essaie);
  useEffect(() => {
    if (!attendue) return;
    const minuterie = setTimeout(() => echouer('tardive'), PATIENCE);
    return () => clearTimeout(minuterie);
  }, [attendue]);
  useEffect(() => () => vivante?.detruire(), [vivante]);

  const reessayer = () => {
    setEssaie(true);
    setVivante(null);
    conteneur.current?.replaceChildren();
    setEssai(essai + 1);
  };
  return { conteneur, vivante, peinte, panne, essaie, reessayer };
}
