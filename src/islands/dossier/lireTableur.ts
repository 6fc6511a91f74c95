import { lireSaisie, type Saisie } from '../../domain/dossier/saisie.ts';
import { BORNES, exigerTaille, FichierRefuse } from '../../edition/read/bornes.ts';
import { lireHorsDeLaPage } from '../fichiers/confier.ts';
import { mener, SansNouvelle } from '../fichiers/mener.ts';
import { feuilleDOptions } from './feuilleDOptions.ts';

/** Ce que prend la plus longue lecture, sur une machine lente, en millisecondes. */
const PATIENCE = 60_000;

const EMPECHEE =
  'la lecture n’a pas pu se faire. Vérifiez votre connexion et le fichier, rechargez la page, puis recommencez.';
const SANS_FIN =
  'la lecture n’en finit pas. Ne gardez que la feuille et les colonnes utiles, ou enregistrez-le en CSV.';

/** Les options d’un fichier, ce qui n’en est pas lu, et ce qu’il a fallu choisir pour le lire. */
export interface FichierLu {
  readonly lues: Saisie;
  readonly remarques: readonly string[];
}

/**
 * Les options et les élèves d’un fichier CSV ou XLSX : la feuille visible qui a les colonnes. Le
 * fichier ne quitte pas le navigateur et se lit hors de la page.
 * @param connus les codes du répertoire
 * @throws FichierRefuse s’il ne se lit pas, avec le remède ; la raison de l’arrêt s’il est arrêté
 */
export async function lireFichierDOptions(
  fichier: File,
  arret: AbortSignal,
  connus: readonly string[],
): Promise<FichierLu> {
  try {
    exigerTaille(fichier.size, BORNES);
    const classeur = await mener(
      async (_avancer, fin) => lireHorsDeLaPage(await fichier.arrayBuffer(), fin),
      { silence: PATIENCE, arret },
    );
    const { rangees, remarques } = feuilleDOptions(classeur);
    return { lues: lireSaisie(rangees, connus), remarques };
  } catch (cause) {
    if (arret.aborted) throw cause;
    console.warn(cause);
    const quoi =
      cause instanceof FichierRefuse
        ? cause.message
        : cause instanceof SansNouvelle
          ? SANS_FIN
          : EMPECHEE;
    throw new FichierRefuse(`« ${fichier.name} » : ${quoi}`);
  }
}
