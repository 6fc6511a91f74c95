import { useEffect, useState } from 'preact/hooks';
import type { Avis } from '../../domain/calculs/etat.ts';
import { useEveil } from '../eveil.ts';

interface Lu<E> {
  readonly etat: E;
  readonly avis: Avis;
}

/**
 * Un état que l’adresse porte en entier : lu après l’hydratation, récrit à chaque changement.
 * @param lire lit la partie `?…` d’une adresse
 * @param ecrire rend la nouvelle partie `?…`
 */
export function useEtatDAdresse<E>(
  depart: E,
  lire: (search: string) => Lu<E>,
  ecrire: (search: string, etat: E) => string,
) {
  const [lu, fixer] = useState<Lu<E> & { pret: boolean; pour: string }>({
    etat: depart,
    avis: [],
    pret: false,
    pour: '',
  });
  const relire = () => fixer({ ...lire(location.search), pret: true, pour: location.search });
  useEveil();
  useEffect(() => {
    relire();
    addEventListener('popstate', relire);
    return () => removeEventListener('popstate', relire);
  }, []);
  const changer = (etat: E): void => {
    fixer({ etat, avis: [], pret: true, pour: location.search });
    const { pathname, search, hash } = location;
    history.replaceState(null, '', pathname + ecrire(search, etat) + hash);
  };
  return { ...lu, changer };
}
