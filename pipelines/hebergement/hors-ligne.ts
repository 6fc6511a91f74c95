import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { adresseDe } from './fichiers.ts';

const GARDES = /(\.html|\.webmanifest|\.svg|\.parquet|^icones\/.*\.png)$|^(_astro|data)\//;
const LAISSES =
  /\.(br|gz|map|xlsx|zip|csv)$|^(zones|comparer)\/.*\.svg$|^sw\.js$|^hors-ligne-.*\.json$|^404\.html$/;

export interface ListeHorsLigne {
  /** Change dès qu’un fichier gardé change. */
  readonly version: string;
  readonly edition: string;
  /** Octets à télécharger, comprimés. */
  readonly octets: number;
  /** Adresse relative à la base, SHA-256, octets comprimés. */
  readonly fichiers: readonly (readonly [string, string, number])[];
}

const sha256 = (contenu: Buffer | string): string =>
  createHash('sha256').update(contenu).digest('hex');

/**
 * Ce que « Garder hors ligne » télécharge : les pages, leurs scripts, le moteur et les données.
 * @param tailles octets comprimés de chaque fichier
 */
export function listerHorsLigne(
  dossier: string,
  edition: string,
  tailles: ReadonlyMap<string, number>,
): ListeHorsLigne {
  const fichiers = [...tailles]
    .map(([chemin, octets]) => ({ chemin, octets, adresse: adresseDe(dossier, chemin) }))
    .filter(({ chemin, adresse }) => GARDES.test(chemin.endsWith('.html') ? chemin : adresse))
    .filter(({ adresse }) => !LAISSES.test(adresse))
    .sort((a, b) => (a.adresse < b.adresse ? -1 : 1))
    .map(({ chemin, octets, adresse }) => [adresse, sha256(readFileSync(chemin)), octets] as const);
  return {
    version: sha256(JSON.stringify(fichiers)).slice(0, 12),
    edition,
    octets: fichiers.reduce((total, [, , octets]) => total + octets, 0),
    fichiers,
  };
}
