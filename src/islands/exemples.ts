import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Exemples } from '../query/exemples.ts';

/** Les exemples de l’édition, pour les champs qui en montrent un. */
export const ExemplesDeLEdition = createContext<Exemples>({ site: null, codes: [], mots: [] });

export const useExemples = (): Exemples => useContext(ExemplesDeLEdition);
