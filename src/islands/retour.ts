import { useEffect, useRef } from 'preact/hooks';

/**
 * Relit l’adresse quand le visiteur revient en arrière ou repart en avant. Le navigateur annonce de
 * même une ancre de la page (« aller au contenu ») : elle ne change pas la question, et rien n’est relu.
 */
export function useRetour(relire: () => void): void {
  const connue = useRef('');
  const derniere = useRef(relire);
  derniere.current = relire;
  useEffect(() => {
    connue.current = location.search;
  });
  useEffect(() => {
    const entendre = (): void => {
      if (location.search === connue.current) return;
      connue.current = location.search;
      derniere.current();
    };
    addEventListener('popstate', entendre);
    return () => removeEventListener('popstate', entendre);
  }, []);
}
