import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { adresseDe } from './fichiers.ts';

/** Ce qui reste en ligne : téléchargements, images de partage, et ce que lisent les machines. */
const LAISSES = [
  /\.(br|gz|map|xml|txt|ics)$/,
  /^donnees\/.*[^/]$/,
  /^partage\//,
  /^data\/[^.]+\.parquet$/,
  /^(404\.html|sw\.js|_headers|\.htaccess|\.oad-site|hors-ligne.*\.json)$/,
];

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
    .filter(({ adresse }) => !LAISSES.some((forme) => forme.test(adresse)))
    .sort((a, b) => (a.adresse < b.adresse ? -1 : 1))
    .map(({ chemin, octets, adresse }) => [adresse, sha256(readFileSync(chemin)), octets] as const);
  return {
    version: sha256(JSON.stringify(fichiers)).slice(0, 12),
    edition,
    octets: fichiers.reduce((total, [, , octets]) => total + octets, 0),
    fichiers,
  };
}
