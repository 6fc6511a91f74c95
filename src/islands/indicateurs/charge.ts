import { useCallback, useEffect, useState } from 'preact/hooks';

/** Ce qui se charge quand on le veut : la valeur, la faute, et de quoi réessayer. */
export function useCharge<T>(charger: () => Promise<T>, voulu = true) {
  const [etat, poser] = useState<{ valeur: T | null; faute: Error | null }>({
    valeur: null,
    faute: null,
  });
  const lire = useCallback(() => {
    charger().then(
      (valeur) => poser({ valeur, faute: null }),
      (cause: unknown) =>
        poser({ valeur: null, faute: cause instanceof Error ? cause : new Error(String(cause)) }),
    );
  }, [charger]);
  useEffect(() => {
    if (voulu) lire();
  }, [voulu, lire]);
  return { ...etat, reessayer: lire };
}
