import { useEffect, useRef } from 'preact/hooks';

/**
 * Relit l’adresse quand le visiteur revient en arrière ou repart en avant. Le navigateur annonce de
 * même une ancre de la page (« aller au contenu ») : elle ne change pas la question, et rien n’est relu.
 * @param selon ce que `relire` tient de son rendu
 */
export function useRetour(relire: () => void, selon?: unknown): void {
  const lue = useRef('');
  useEffect(() => {
    lue.current = location.search;
  });
  useEffect(() => {
    const entendre = (): void => {
      if (location.search !== lue.current) relire();
    };
    addEventListener('popstate', entendre);
    return () => removeEventListener('popstate', entendre);
  }, [selon]);
}
