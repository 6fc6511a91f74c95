import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dossierProvisoire } from '../menage.ts';

/** Un fichier qui n’a pas pu être téléchargé ; rien n’a été écrit. */
export class ErreurDeTelechargement extends Error {
  override name = 'ErreurDeTelechargement';
}

const REMEDE = 'Réessayez, ou téléchargez le fichier et donnez son chemin.';

const raison = (cause: unknown): string => {
  if (cause instanceof DOMException && cause.name === 'TimeoutError') return 'ne répond plus';
  return 'a coupé avant la fin';
};

/**
 * Télécharge un fichier dans un dossier provisoire, que le départ du processus efface.
 * @param silence délai, en millisecondes, au-delà duquel un serveur muet est abandonné
 * @returns le chemin du fichier
 * @throws ErreurDeTelechargement si le serveur répond mal, se tait ou coupe avant la fin
 */
export async function telecharger(adresse: string, silence = 60_000): Promise<string> {
  const arret = new AbortController();
  const muet = () => arret.abort(new DOMException('silence', 'TimeoutError'));
  let garde = setTimeout(muet, silence);
  const morceaux: Uint8Array[] = [];
  try {
    const reponse = await fetch(adresse, { signal: arret.signal });
    if (!reponse.ok) {
      throw new ErreurDeTelechargement(`${adresse} répond ${reponse.status}. ${REMEDE}`);
    }
    for await (const morceau of reponse.body ?? []) {
      morceaux.push(morceau);
      clearTimeout(garde);
      garde = setTimeout(muet, silence);
    }
    const octets = Buffer.concat(morceaux);
    const annonces = Number(reponse.headers.get('content-length') ?? octets.byteLength);
    const compresse = reponse.headers.has('content-encoding');
    if (!compresse && octets.byteLength !== annonces) {
      throw new ErreurDeTelechargement(`${adresse} a coupé avant la fin. ${REMEDE}`);
    }
    const chemin = join(dossierProvisoire('oad-import-').chemin, 'telecharge.csv');
    await writeFile(chemin, octets);
    return chemin;
  } catch (cause) {
    if (cause instanceof ErreurDeTelechargement) throw cause;
    throw new ErreurDeTelechargement(`${adresse} ${raison(cause)}. ${REMEDE}`);
  } finally {
    clearTimeout(garde);
  }
}
