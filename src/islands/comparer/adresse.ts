import { useEffect, useState } from 'preact/hooks';
import { type AdresseComparer, decodeComparer, encodeComparer } from '../../domain/url/comparer.ts';
import { useEveil } from '../eveil.ts';
import { useRetour } from '../retour.ts';

export type ChoixComparer = Omit<AdresseComparer, 'avis'>;

export interface AdresseSuivie extends AdresseComparer {
  changer(choix: ChoixComparer): void;
}

/** Le choix du visiteur, que l’adresse retient ; « Précédent » revient au choix d’avant. */
export function useAdresseComparer(connues: readonly number[]): AdresseSuivie {
  const [adresse, poser] = useState(() => decodeComparer('', connues));
  const lire = (): void => poser(decodeComparer(location.search, connues));
  useEveil();
  useEffect(() => {
    if (location.search !== '') lire();
  }, []);
  useRetour(lire);
  return {
    ...adresse,
    changer: (choix) => {
      history.pushState(null, '', location.pathname + encodeComparer(choix, connues));
      poser({ ...choix, avis: [] });
    },
  };
}
