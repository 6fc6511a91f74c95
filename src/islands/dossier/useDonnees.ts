import { useCallback } from 'preact/hooks';
import { type DossierEcrit, relireDossier } from '../../domain/dossier/fichier.ts';
import { lireJsonDuSite } from '../carte/lireJson.ts';
import { type FichiersPartages, lirePartages } from '../lirePartages.ts';
import { useCharge } from '../useCharge.ts';

/** Où le dossier lit l’édition. */
export type FichiersDuDossier = FichiersPartages & { readonly dossier: string };

/** Les données de l’édition, lues une fois, tous leurs fichiers à la fois. */
export function useDonnees(fichiers: FichiersDuDossier) {
  const lire = useCallback(async () => {
    const [ecrit, partages] = await Promise.all([
      lireJsonDuSite<DossierEcrit>(fichiers.dossier),
      lirePartages(fichiers),
    ]);
    return relireDossier(ecrit, partages);
  }, [fichiers.dossier]);
  const { valeur: donnees, faute, reessayer } = useCharge(lire);
  return { donnees, faute, reessayer };
}
