import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as attendre } from 'node:timers/promises';

export interface Ligne {
  /** L’adresse servie au travers de la ligne. */
  readonly adresse: string;
  fermer(): void;
}

const jusque = (instant: number): Promise<void> =>
  attendre(Math.max(0, instant - performance.now()));

/** @param transmettre l’instant où ces octets auront quitté la ligne */
async function suivre(
  de: Socket,
  vers: Socket,
  transmettre: (octets: number) => number,
  retard: number,
): Promise<void> {
  let ecrit = Promise.resolve();
  for await (const octets of de as AsyncIterable<Buffer>) {
    const parti = transmettre(octets.length);
    ecrit = ecrit
      .then(() => jusque(parti + retard))
      .then(() => {
        if (vers.writable) vers.write(octets);
      });
    await jusque(parti);
  }
  await ecrit;
  vers.end();
}

/**
 * Une ligne lente devant un serveur local. L’émulation de CDP ne bride pas les travailleurs, donc
 * pas le moteur : celle-ci bride toutes les connexions, qui se partagent le débit.
 * @param debit descendant, en Mbit/s
 * @param latence d’un aller et retour, en millisecondes
 */
export async function ligneLente(
  adresse: string,
  { debit, latence }: { debit: number; latence: number },
): Promise<Ligne> {
  const cible = new URL(adresse);
  const site = { port: Number(cible.port), host: cible.hostname };
  let libre = 0;
  const descendre = (octets: number): number => {
    libre = Math.max(libre, performance.now()) + (octets * 8) / (debit * 1000);
    return libre;
  };
  const serveur = createServer((visiteur) => {
    const amont = connect(site);
    const rompre = (): void => {
      visiteur.destroy();
      amont.destroy();
    };
    suivre(visiteur, amont, () => performance.now(), latence / 2).catch(rompre);
    suivre(amont, visiteur, descendre, latence / 2).catch(rompre);
  });
  serveur.listen(0, '127.0.0.1');
  await once(serveur, 'listening');
  cible.port = String((serveur.address() as AddressInfo).port);
  return { adresse: cible.href, fermer: () => serveur.close() };
}
