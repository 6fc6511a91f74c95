import { once } from 'node:events';
import {
  createServer,
  request as demander,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as attendre } from 'node:timers/promises';

/** Ce qu’un serveur, un cache ou un portail d’accès fait d’un fichier. */
export const MODES = ['404', '500', 'html', 'coupé', 'altéré', 'muet'] as const;
export type Mode = (typeof MODES)[number];

export interface Panne {
  /** Le chemin du fichier, sans sa recherche. */
  readonly chemin: string;
  readonly mode: Mode;
}

export interface Demande {
  readonly chemin: string;
  /** Ce que le navigateur veut en faire : `script`, `worker`, `style`, `empty` (fetch)… */
  readonly destination: string;
}

export interface Defaillant {
  /** L’adresse servie au travers, avec la même base. */
  readonly adresse: string;
  /** Ce qui a été demandé depuis la dernière panne posée. */
  readonly demandes: readonly Demande[];
  poser(panne: Panne | null): void;
  fermer(): Promise<void>;
}

const PORTAIL = '<!doctype html><title>Portail</title><p>Acceptez les conditions du réseau.</p>';

const enPage = (reponse: ServerResponse, statut: number): void => {
  reponse.writeHead(statut, {
    'content-type': 'text/html;charset=utf-8',
    'cache-control': 'no-cache',
  });
  reponse.end(PORTAIL);
};

async function abimer(lu: IncomingMessage, reponse: ServerResponse, mode: Mode): Promise<void> {
  const corps = Buffer.concat(await lu.toArray());
  const { 'content-length': _, ...entetes } = lu.headers;
  reponse.writeHead(lu.statusCode ?? 200, entetes);
  if (mode === 'coupé') return void reponse.end(corps.subarray(0, corps.length >> 1));
  corps.writeUInt8(corps.readUInt8(corps.length >> 1) ^ 1, corps.length >> 1);
  reponse.end(corps);
}

/** Une page comme elle vient par une ligne lente : en morceaux, et le navigateur peint entre deux. */
async function passerLentement(
  lu: IncomingMessage,
  reponse: ServerResponse,
  morceaux: number,
): Promise<void> {
  const corps = Buffer.concat(await lu.toArray());
  reponse.writeHead(lu.statusCode ?? 200, lu.headers);
  const pas = Math.ceil(corps.length / morceaux);
  for (let debut = 0; debut < corps.length; debut += pas) {
    reponse.write(corps.subarray(debut, debut + pas));
    await attendre(20);
  }
  reponse.end();
}

/**
 * Un serveur qui passe tout, sauf un fichier à la fois : travailleurs et service worker compris.
 * @param morceaux en combien de fois chaque page HTML arrive
 */
export async function servirDefaillant(site: string, morceaux = 1): Promise<Defaillant> {
  const cible = new URL(site);
  let panne: Panne | null = null;
  const demandes: Demande[] = [];
  const serveur = createServer((requete, reponse) => {
    const chemin = (requete.url ?? '').replace(/\?.*/, '');
    demandes.push({ chemin, destination: `${requete.headers['sec-fetch-dest']}` });
    const mode = panne?.chemin === chemin ? panne.mode : null;
    if (mode === 'muet') return;
    if (mode === '404' || mode === '500') return enPage(reponse, Number(mode));
    if (mode === 'html') return enPage(reponse, 200);
    const enMorceaux = morceaux > 1 && requete.headers['sec-fetch-dest'] === 'document';
    const clair = (mode || enMorceaux) && { 'accept-encoding': 'identity' };
    const headers = { ...requete.headers, ...clair };
    const suite = demander(
      {
        host: cible.hostname,
        port: cible.port,
        path: requete.url,
        method: requete.method,
        headers,
      },
      (lu) => {
        if (mode) return void abimer(lu, reponse, mode);
        if (enMorceaux) return void passerLentement(lu, reponse, morceaux);
        reponse.writeHead(lu.statusCode ?? 200, lu.headers);
        lu.pipe(reponse);
      },
    );
    suite.on('error', () => reponse.destroy());
    requete.pipe(suite);
  });
  serveur.listen(0, '127.0.0.1');
  await once(serveur, 'listening');
  const { port } = serveur.address() as AddressInfo;
  return {
    adresse: `http://127.0.0.1:${port}${cible.pathname}`,
    demandes,
    poser: (suivante) => {
      panne = suivante;
      demandes.length = 0;
    },
    fermer: async () => {
      serveur.closeAllConnections();
      serveur.close();
      await once(serveur, 'close');
    },
  };
}
