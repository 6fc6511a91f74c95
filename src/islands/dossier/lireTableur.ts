import { lireRecu } from '../fichiers/lireRecu.ts';
import { type FeuilleDOptions, feuilleDOptions } from './feuilleDOptions.ts';

/**
 * Le tableau d’un fichier CSV ou XLSX, en texte : la feuille visible qui a les colonnes.
 * @throws FichierRefuse s’il ne se lit pas, avec le remède ; la raison de l’arrêt s’il est arrêté
 */
export const lireFichierTableur = (fichier: File, arret: AbortSignal): Promise<FeuilleDOptions> =>
  lireRecu(fichier, arret, feuilleDOptions);
