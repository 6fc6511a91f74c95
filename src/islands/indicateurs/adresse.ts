import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ValeursConnues } from '../../domain/filtre/facettes.ts';
import { SELECTION_VIDE, type Selection } from '../../domain/filtre/selection.ts';
import { type Adresse, decode, encode } from '../../domain/url/codec.ts';
import { useEveil } from '../eveil.ts';
import { useRetour } from '../retour.ts';

/** Une frappe prolonge l’entrée courante de l’historique ; un choix en ajoute une. */
export type GenreDeGeste = 'choix' | 'frappe';

export type Changer = (selection: Selection, genre?: GenreDeGeste) => void;

/**
 * La sélection que porte l’adresse. Au premier rendu elle est vide, comme dans le HTML ; l’adresse
 * est lue ensuite, et chaque fois que le visiteur revient en arrière. `frappe` : elle vient d’une
 * touche, et le champ de recherche l’a déjà.
 */
export function useAdresseIndicateurs(connues: ValeursConnues, annees: readonly string[]) {
  const [adresse, poser] = useState<Adresse & { frappe: boolean }>({
    selection: SELECTION_VIDE,
    avis: [],
    frappe: false,
  });
  const [lue, marquerLue] = useState(false);

  const lire = (): void => poser({ ...decode(location.search, connues, annees), frappe: false });
  useEveil();
  useEffect(() => {
    if (location.search !== '') lire();
    marquerLue(true);
  }, [connues, annees]);
  useRetour(lire);

  const prolonge = useRef(false);
  prolonge.current = adresse.frappe;
  const changer: Changer = useCallback((selection, genre = 'choix') => {
    const url = `${location.pathname}${encode(selection)}${location.hash}`;
    const frappe = genre === 'frappe';
    if (frappe && prolonge.current) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    poser({ selection, avis: [], frappe });
  }, []);

  return { ...adresse, lue, changer };
}
