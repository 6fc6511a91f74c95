import { useEffect, useState } from 'preact/hooks';

/**
 * Le texte d’un champ qui suit un choix. Un choix qui arrive ne chasse pas ce que le visiteur est
 * en train de taper : il faut vider le texte pour que le choix s’y écrive.
 * @param id celui du champ
 */
export function useTexte(id: string, choisi: string) {
  const [texte, setTexte] = useState(choisi);
  useEffect(() => {
    const tape = document.activeElement?.id === id;
    setTexte((avant) => (tape && avant !== '' ? avant : choisi));
  }, [choisi]);
  return [texte, setTexte] as const;
}
