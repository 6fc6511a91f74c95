import { useEffect } from 'preact/hooks';
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
 * Va chercher l’index au repos, ou au premier geste si le visiteur est plus rapide ou économise ses
 * données. Celui d’une autre année ne se lit que si on la choisit.
 * @returns ce qu’il faut appeler au premier geste
 */
export function useChauffe(repondant: Repondant): () => void {
  const preparer = (): void => {
    repondant.preparer().catch(() => {});
  };
  useEffect(() => {
    auRepos(() => {
      if (!economise()) preparer();
    });
  }, [repondant]);
  return preparer;
}
