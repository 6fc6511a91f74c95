import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { A_REVALIDER, dureeDeCache, ENTETES, TYPES } from './hebergement/entetes.ts';

export interface Serveur {
  readonly adresse: string;
  fermer(): Promise<void>;
}

/**
 * Sert un site construit, sous sa base, avec les en-têtes réels.
 * @param base commence et finit par `/`
 * @param port 0 pour un port libre
 */
export async function servir(dossier: string, base: string, port: number): Promise<Serveur> {
  const fichiers = sirv(dossier, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (reponse, chemin) => {
      for (const [nom, valeur] of Object.entries(ENTETES)) reponse.setHeader(nom, valeur);
      reponse.setHeader('Cache-Control', dureeDeCache(chemin));
      const type = TYPES[chemin.split('.').at(-1) ?? ''];
      if (type) reponse.setHeader('Content-Type', type);
    },
  });
  const serveur = createServer((requete, reponse) => {
    const introuvable = () => {
      const type = 'text/html;charset=utf-8';
      reponse
        .writeHead(404, { ...ENTETES, 'Cache-Control': A_REVALIDER, 'Content-Type': type })
        .end(readFileSync(join(dossier, '404.html')));
    };
    if (!requete.url?.startsWith(base)) {
      const racine = requete.url === '/';
      reponse.writeHead(racine ? 302 : 404, racine ? { Location: base } : {}).end();
      return;
    }
    requete.url = requete.url.slice(base.length - 1);
    fichiers(requete, reponse, introuvable);
  });
  await new Promise<void>((resolve, reject) => {
    serveur.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const { port: ouvert } = serveur.address() as AddressInfo;
  return {
    adresse: `http://127.0.0.1:${ouvert}${base}`,
    fermer: () =>
      new Promise((resolve) => {
        serveur.close(() => resolve());
        serveur.closeAllConnections();
      }),
  };
}
