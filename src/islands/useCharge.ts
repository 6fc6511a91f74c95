import { useCallback, useEffect, useState } from 'preact/hooks';
import { SILENCE } from '../query/lecture.ts';

/**
 * Ce qui se charge quand on le veut : la valeur, la faute, et de quoi réessayer. Un silence trop
 * long est une faute ; si la valeur vient quand même, elle l’efface.
 */
export function useCharge<T>(charger: () => Promise<T>, voulu = true) {
  const [etat, poser] = useState<{ valeur: T | null; faute: Error | null }>({
    valeur: null,
    faute: null,
  });
  const lire = useCallback(() => {
    const manquer = (cause: unknown): void =>
      poser({ valeur: null, faute: cause instanceof Error ? cause : new Error(String(cause)) });
    const silence = setTimeout(() => manquer('silence'), SILENCE);
    charger()
      .then((valeur) => poser({ valeur, faute: null }), manquer)
      .finally(() => clearTimeout(silence));
  }, [charger]);
  useEffect(() => {
    if (voulu) lire();
  }, [voulu, lire]);
  return { ...etat, reessayer: lire };
}
