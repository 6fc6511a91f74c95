import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** Les en-têtes de sécurité que tout hébergement doit ajouter à la CSP des pages. */
export const ENTETES: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

const EMPREINTE = /\/_astro\/|\.[0-9a-f]{10}\.(parquet|json)$/;

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
    setHeaders: (reponse, chemin) => {
      for (const [nom, valeur] of Object.entries(ENTETES)) reponse.setHeader(nom, valeur);
      const duree = EMPREINTE.test(chemin) ? 'public, max-age=31536000, immutable' : 'no-cache';
      reponse.setHeader('Cache-Control', duree);
    },
  });
  const serveur = createServer((requete, reponse) => {
    const introuvable = () => {
      requete.url = '/404.html';
      reponse.statusCode = 404;
      fichiers(requete, reponse, () => {
        reponse.end();
      });
    };
    if (!requete.url?.startsWith(base)) {
      reponse.writeHead(302, { Location: base }).end();
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
    fermer: () => new Promise((resolve) => serveur.close(() => resolve())),
  };
}
