import type { ComponentChild } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { type FondSvg, fondDuGeoJson } from '../../map/fondSvg.ts';
import type { Fond } from '../../map/style.ts';
import { mener } from '../fichiers/mener.ts';
import { useImpression } from '../useImpression.ts';
import { lireJsonDuSite } from './lireJson.ts';

interface Papier {
  readonly fichierFond: string;
  readonly fond: Fond | null;
  readonly surFond: (fond: Fond) => void;
  readonly surManque: (cause: unknown) => void;
  readonly rendre: (fond: FondSvg | null) => ComponentChild;
}

/** La page imprimée, où va le papier et de quoi le lancer : le fond de carte se lit d’abord. */
export function usePapier({ fichierFond, fond, surFond, surManque, rendre }: Papier) {
  const papier = useRef<HTMLDivElement>(null);
  const fondSvg = useMemo(() => fond && fondDuGeoJson(fond), [fond]);
  useImpression(papier, () => rendre(fondSvg));
  const imprimer = async () => {
    const lire = () => lireJsonDuSite<Fond>(fichierFond);
    try {
      if (!fond) surFond(await mener(lire, { silence: 10_000 }));
    } catch (cause) {
      surManque(cause);
    }
    requestAnimationFrame(() => requestAnimationFrame(() => print()));
  };
  return { papier, imprimer };
}
