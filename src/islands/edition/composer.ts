import type { Assemblee, Etape } from '../../edition/assembler.ts';
import type { Reponse } from '../../edition/import/dites.ts';
import { ailleurs } from '../fichiers/ailleurs.ts';
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

const confier = (message: Demande, arret: AbortSignal, dire: (nouveau: Nouveau) => void) =>
  ailleurs<Nouvelle, Assemblee>({
    ouvrir: () => new Worker(new URL('./travailleur.ts', import.meta.url), { type: 'module' }),
    message,
    arret,
    recevoir: (nouvelle, rendre, renoncer) => {
      if ('etape' in nouvelle) dire(nouvelle.etape);
      else if ('moteur' in nouvelle) {
        const [recus, total] = nouvelle.moteur;
        dire({ quoi: 'moteur', recus, total });
      } else if ('assemblee' in nouvelle) rendre(nouvelle.assemblee);
      else renoncer(new Error(nouvelle.faute));
    },
  });

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
