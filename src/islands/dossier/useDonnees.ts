import { useCallback } from 'preact/hooks';
import type { Donnees } from '../../domain/dossier/types.ts';
import { lireJson } from '../carte/lireJson.ts';
import { useCharge } from '../useCharge.ts';

/** Les données de l’édition, lues une fois. */
export function useDonnees(chemin: string) {
  const lire = useCallback(() => lireJson<Donnees>(chemin), [chemin]);
  const { valeur: donnees, faute, reessayer } = useCharge(lire);
  return { donnees, faute, reessayer };
}
