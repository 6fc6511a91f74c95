import type { Assemblee, Etape } from '../../edition/assembler.ts';
import type { Reponse } from '../../edition/import/dites.ts';
import { mener } from '../fichiers/mener.ts';
import type { Demande, Nouvelle } from './travailleur.ts';

/** Un long calcul ne dit rien tant qu’il dure, en millisecondes. */
const SILENCE = 300_000;
const MEGA = 1_000_000;
/** Ce qu’un onglet tient sans tomber : un fichier y prend plusieurs fois sa taille. */
const OCTETS = 150 * MEGA;

export interface FichierDepose extends Reponse {
  readonly fichier: File;
}

/** Ce qui se fait, à dire. */
export type Nouveau =
  | Etape
  | { readonly quoi: 'moteur'; readonly recus: number; readonly total: number };

/** Ce que la page ne peut pas faire, en une phrase à montrer. */
export class CompositionRefusee extends Error {
  override name = 'CompositionRefusee';
}

function confier(demande: Demande, arret: AbortSignal, dire: (nouveau: Nouveau) => void) {
  return new Promise<Assemblee>((rendre, renoncer) => {
    arret.throwIfAborted();
    const travailleur = new Worker(new URL('./travailleur.ts', import.meta.url), {
      type: 'module',
    });
    const perdre = (evenement: Event): void => {
      evenement.preventDefault();
      renoncer(new Error('Le travailleur ne répond pas.'));
    };
    travailleur.addEventListener('message', ({ data }: MessageEvent<Nouvelle>) => {
      if ('etape' in data) dire(data.etape);
      else if ('moteur' in data) {
        const [recus, total] = data.moteur;
        dire({ quoi: 'moteur', recus, total });
      } else if ('assemblee' in data) rendre(data.assemblee);
      else renoncer(new Error(data.faute));
    });
    travailleur.addEventListener('error', perdre);
    travailleur.addEventListener('messageerror', perdre);
    arret.addEventListener('abort', () => {
      travailleur.terminate();
      renoncer(arret.reason);
    });
    travailleur.postMessage(demande);
  });
}

/**
 * Compose une édition des fichiers déposés, dans un travailleur : ni la page, ni le réseau ne les voient.
 * @throws CompositionRefusee s’ils ne tiennent pas ; la raison de l’arrêt si le visiteur y renonce
 */
export async function composer(
  deposes: readonly FichierDepose[],
  livree: string,
  arret: AbortSignal,
  dire: (nouveau: Nouveau) => void,
): Promise<Assemblee> {
  const octets = deposes.reduce((n, { fichier }) => n + fichier.size, 0);
  if (octets > OCTETS) {
    throw new CompositionRefusee(
      `Ces fichiers pèsent ${Math.ceil(octets / MEGA)} Mo ; un navigateur en tient ${OCTETS / MEGA}. ` +
        'Déposez une année à la fois, ou passez par la commande « npm start -- --data ».',
    );
  }
  return mener(
    async (avancer, fin) => {
      const recus = await Promise.all(
        deposes.map(async ({ fichier, reponse, seuil }) => ({
          nom: fichier.name,
          octets: new Uint8Array(await fichier.arrayBuffer()),
          reponse,
          seuil,
        })),
      );
      return confier({ livree, recus }, fin, (nouveau) => {
        avancer();
        dire(nouveau);
      });
    },
    { silence: SILENCE, arret },
  );
}
