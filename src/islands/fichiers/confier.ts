import { FichierRefuse } from '../../edition/read/bornes.ts';
import type { Classeur } from '../../edition/read/classeur.ts';
import { MIME } from '../../export/fichiers.ts';
import type { FeuilleXlsx } from '../../export/xlsx.ts';
import { ailleurs } from './ailleurs.ts';
import type { Rendu, Travail } from './travailleur.ts';

const confier = (message: Travail, arret: AbortSignal): Promise<Rendu> =>
  ailleurs<Rendu, Rendu>({
    ouvrir: () => new Worker(new URL('./travailleur.ts', import.meta.url), { type: 'module' }),
    message,
    transferes: message.genre === 'lire' ? [message.octets] : [],
    arret,
    recevoir: (rendu, rendre) => rendre(rendu),
  });

/**
 * Écrit un classeur XLSX hors de la page.
 * @param arret `mener` le donne, et le lève toujours : le travailleur finit avec lui
 */
export async function classeurXlsx(
  feuilles: readonly FeuilleXlsx[],
  arret: AbortSignal,
): Promise<Blob> {
  const rendu = await confier({ genre: 'ecrire', feuilles }, arret);
  if ('octets' in rendu) return new Blob([rendu.octets], { type: MIME.xlsx });
  throw new Error('faute' in rendu ? rendu.faute : 'Le classeur n’est pas venu.');
}

/**
 * Lit un fichier CSV ou XLSX hors de la page.
 * @throws FichierRefuse s’il ne se lit pas, avec le remède
 */
export async function lireHorsDeLaPage(octets: ArrayBuffer, arret: AbortSignal): Promise<Classeur> {
  const rendu = await confier({ genre: 'lire', octets }, arret);
  if ('classeur' in rendu) return rendu.classeur;
  if ('refus' in rendu) throw new FichierRefuse(rendu.refus);
  throw new Error('faute' in rendu ? rendu.faute : 'Le fichier n’est pas lu.');
}
