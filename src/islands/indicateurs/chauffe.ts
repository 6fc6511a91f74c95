import { useEffect, useRef } from 'preact/hooks';
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

/**
 * Va chercher l’index au repos ou dès que le visiteur approche ; le moteur, lui, attend un premier
 * geste puis le repos, et ne vient pas si le visiteur économise ses données.
 * @returns à appeler au premier geste
 */
export function useChauffe(repondant: Repondant): () => void {
  const geste = useRef(false);

  useEffect(() => {
    auRepos(() => {
      if (!economise()) repondant.preparer().catch(() => {});
    });
  }, [repondant]);

  return () => {
    if (geste.current) return;
    geste.current = true;
    const suite = (): void => {
      if (!economise()) auRepos(() => repondant.chauffer());
    };
    repondant.preparer().then(suite, () => {
      geste.current = false;
    });
  };
}
