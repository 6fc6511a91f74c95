import { useState } from 'preact/hooks';
import type { EcoleCpu } from '../../domain/autour/ecoles.ts';
import { type Colonnes, enRangees } from '../../domain/colonnes.ts';
import { lireJsonDuSite } from './lireJson.ts';

/** Les écoles organisant la CPU, lues quand on les demande ; `surManque` dit ce qui l’empêche. */
export function useEcoles(fichier: string, surManque: (cause: unknown) => void) {
  const [ecoles, setEcoles] = useState<readonly EcoleCpu[]>([]);
  const montrerCpu = async (montrer: boolean) => {
    surManque(null);
    try {
      setEcoles(montrer ? enRangees(await lireJsonDuSite<Colonnes<EcoleCpu>>(fichier)) : []);
    } catch (cause) {
      setEcoles([]);
      surManque(cause);
    }
  };
  return { ecoles, montrerCpu };
}
