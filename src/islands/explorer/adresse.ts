import { useEffect, useState } from 'preact/hooks';
import { accorder, type Question } from '../../domain/explorer/question.ts';
import { type ConnuesExplorer, decodeExplorer, encodeExplorer } from '../../domain/url/explorer.ts';
import { useEveil } from '../eveil.ts';
import { useRetour } from '../retour.ts';

/** La question du visiteur, que l’adresse retient ; « Précédent » revient à celle d’avant. */
export function useAdresseExplorer(connues: ConnuesExplorer) {
  const [lue, poser] = useState(() => ({ ...decodeExplorer('', connues), posee: false }));
  const lire = (): void => poser({ ...decodeExplorer(location.search, connues), posee: true });
  useEveil();
  useEffect(() => {
    if (location.search !== '') lire();
  }, []);
  useRetour(lire);
  const demander = (changee: Question): void => {
    const question = accorder(changee);
    history.pushState(null, '', location.pathname + encodeExplorer(question));
    poser({ question, avis: [], posee: true });
  };
  return { ...lue, demander };
}
