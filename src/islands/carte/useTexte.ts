import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Le texte d’un champ qui suit un choix : ce qui s’y tape, sinon le choix. Un choix qui arrive ne
 * chasse pas ce que le visiteur est en train de taper ; `rendre` l’oublie.
 * @param id celui du champ
 */
export function useTexte(id: string, choisi: string) {
  const [tape, taper] = useState<string | null>(null);
  const rendre = () => taper(null);
  const lu = useRef(choisi);
  useEffect(() => {
    // L’éveil n’est pas un choix : ce qui est déjà tapé y reste.
    if (lu.current === choisi) return;
    lu.current = choisi;
    taper((avant) => (avant && document.activeElement?.id === id ? avant : null));
  }, [choisi]);
  return { texte: tape ?? choisi, taper, rendre };
}
