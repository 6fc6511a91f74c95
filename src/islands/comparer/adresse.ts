import { useEffect, useState } from 'preact/hooks';
import { decodeComparer, encodeComparer } from '../../domain/url/comparer.ts';
import { useEveil } from '../eveil.ts';

export interface AdresseSuivie {
  readonly zones: readonly number[];
  readonly avis: readonly string[];
  changer(zones: readonly number[]): void;
}

/** Les zones choisies, que l’adresse retient ; « Précédent » revient au choix d’avant. */
export function useAdresse(connues: readonly number[]): AdresseSuivie {
  const [adresse, poser] = useState(() => decodeComparer('', connues));
  useEveil();
  useEffect(() => {
    const lire = (): void => poser(decodeComparer(location.search, connues));
    if (location.search !== '') lire();
    addEventListener('popstate', lire);
    return () => removeEventListener('popstate', lire);
  }, []);
  return {
    ...adresse,
    changer: (zones) => {
      history.pushState(null, '', location.pathname + encodeComparer(zones, connues));
      poser({ zones, avis: [] });
    },
  };
}
