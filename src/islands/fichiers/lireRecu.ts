import { BORNES, exigerTaille, FichierRefuse } from '../../edition/read/bornes.ts';
import type { Classeur } from '../../edition/read/classeur.ts';
import { lireHorsDeLaPage } from './confier.ts';
import { mener, SansNouvelle } from './mener.ts';

/** Ce que prend la plus longue lecture, sur une machine lente, en millisecondes. */
const PATIENCE = 60_000;

const EMPECHEE =
  'la lecture n’a pas pu se faire. Vérifiez votre connexion et le fichier, rechargez la page, puis recommencez.';
const SANS_FIN =
  'la lecture n’en finit pas. Ne gardez que la feuille et les colonnes utiles, ou enregistrez-le en CSV.';

/**
 * Ce qu’on tire d’un fichier CSV ou XLSX : il ne quitte pas le navigateur et se lit hors de la page.
 * @throws FichierRefuse s’il ne se lit pas, avec le remède ; la raison de l’arrêt s’il est arrêté
 */
export async function lireRecu<T>(
  fichier: File,
  arret: AbortSignal,
  tirer: (classeur: Classeur) => T,
): Promise<T> {
  try {
    exigerTaille(fichier.size, BORNES);
    return tirer(
      await mener(async (_avancer, fin) => lireHorsDeLaPage(await fichier.arrayBuffer(), fin), {
        silence: PATIENCE,
        arret,
      }),
    );
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
