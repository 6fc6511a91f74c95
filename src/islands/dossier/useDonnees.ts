import { useEffect, useState } from 'preact/hooks';
import type { Donnees } from '../../domain/dossier/types.ts';
import { lireJson } from '../carte/lireJson.ts';

/** Les données de l’édition, lues une fois ; `faute` porte la phrase à montrer. */
export function useDonnees(chemin: string): {
  readonly donnees: Donnees | null;
  readonly faute: string | null;
} {
  const [donnees, setDonnees] = useState<Donnees | null>(null);
  const [faute, setFaute] = useState<string | null>(null);
  useEffect(() => {
    lireJson<Donnees>(chemin).then(setDonnees, (cause) =>
      setFaute(cause instanceof Error ? cause.message : String(cause)),
    );
  }, [chemin]);
  return { donnees, faute };
}
