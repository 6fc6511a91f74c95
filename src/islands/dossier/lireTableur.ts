import { lireSaisie, type Saisie } from '../../domain/dossier/saisie.ts';
import { lireRecu } from '../fichiers/lireRecu.ts';
import { feuilleDOptions } from './feuilleDOptions.ts';

/** Les options d’un fichier, ce qui n’en est pas lu, et ce qu’il a fallu choisir pour le lire. */
export interface FichierLu {
  readonly lues: Saisie;
  readonly remarques: readonly string[];
}

/**
 * Les options et les élèves d’un fichier CSV ou XLSX : la feuille visible qui a les colonnes.
 * @param connus les codes du répertoire
 * @throws FichierRefuse s’il ne se lit pas, avec le remède ; la raison de l’arrêt s’il est arrêté
 */
export const lireFichierDOptions = (
  fichier: File,
  arret: AbortSignal,
  connus: readonly string[],
): Promise<FichierLu> =>
  lireRecu(fichier, arret, (classeur) => {
    const { rangees, remarques } = feuilleDOptions(classeur);
    return { lues: lireSaisie(rangees, connus), remarques };
  });
