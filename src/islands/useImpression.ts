import { type ComponentChild, type RefObject, render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Pose un contenu juste avant l’impression, et l’ôte après : il n’est ni calculé ni tenu à jour
 * tant que rien ne s’imprime.
 */
export function useImpression(cadre: RefObject<HTMLElement>, contenu: () => ComponentChild): void {
  const dernier = useRef(contenu);
  dernier.current = contenu;
  useEffect(() => {
    const poser = () => cadre.current && render(dernier.current(), cadre.current);
    const oter = () => cadre.current && render(null, cadre.current);
    addEventListener('beforeprint', poser);
    addEventListener('afterprint', oter);
    return () => {
      removeEventListener('beforeprint', poser);
      removeEventListener('afterprint', oter);
    };
  }, []);
}
