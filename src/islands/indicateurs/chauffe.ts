import { useEffect, useRef, useState } from 'preact/hooks';
import type { Repondant } from '../../query/repondant.ts';

/** Safari n’a pas `requestIdleCallback`. */
const auRepos = (tache: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(tache, { timeout: 4000 });
  else setTimeout(tache, 1500);
};

const economise = (): boolean => {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
};

/** Où en est le moteur : pas demandé, prêt, ou hors de portée de ce navigateur. */
export type EtatDuMoteur = 'froid' | 'pret' | 'perdu';

/**
 * Va chercher l’index au repos ou dès que le visiteur approche ; le moteur, lui, attend un premier
 * geste puis le repos, et ne vient pas si le visiteur économise ses données.
 * @returns `chauffer`, à appeler au premier geste, et où en est le moteur
 */
export function useChauffe(repondant: Repondant): { chauffer(): void; moteur: EtatDuMoteur } {
  const geste = useRef(false);
  const [moteur, poser] = useState<EtatDuMoteur>('froid');

  useEffect(() => {
    auRepos(() => {
      if (!economise()) repondant.preparer().catch(() => {});
    });
  }, [repondant]);

  const charger = async (): Promise<void> => poser((await repondant.chauffer()) ? 'pret' : 'perdu');
  const chauffer = (): void => {
    if (geste.current) return;
    geste.current = true;
    const suite = (): void => {
      if (!economise()) auRepos(charger);
    };
    repondant.preparer().then(suite, () => {
      geste.current = false;
    });
  };
  return { chauffer, moteur };
}
