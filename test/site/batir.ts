import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Compression } from '../../pipelines/hebergement/comprimer.ts';

/** La base sous laquelle les tests et les mesures servent le site. */
export const BASE = '/oad/';

/** Dans le projet : hors de lui, Astro donne à toutes les constructions le même dossier de travail. */
const SITES = join('node_modules', '.cache', 'oad-sites');

async function executer(script: string, options: readonly string[], env: object): Promise<void> {
  // Vitest pose aussi BASE_URL, qu’Astro préférerait à la sienne.
  const { BASE_URL: _, ...herites } = process.env;
  const processus = spawn(process.execPath, [script, ...options], {
    stdio: 'inherit',
    // Vitest annonce « test », et Vite n’ôterait pas des paquets ce que la production n’emploie pas.
    env: { ...herites, NODE_ENV: 'production', ...env },
  });
  const [code] = await once(processus, 'exit');
  if (code !== 0) throw new Error(`${[script, ...options].join(' ')} : code ${code}`);
}

/** Ce que le site publie tel quel, sans les données du dépôt. */
function sansDonnees(): string {
  const publics = mkdtempSync(join(tmpdir(), 'oad-public-'));
  const exclu = resolve('public/data');
  cpSync('public', publics, {
    recursive: true,
    filter: (chemin) => relative(exclu, resolve(chemin)).startsWith('..'),
  });
  return publics;
}

/**
 * Construit le site sous `/oad/`.
 * @param choix `donnees` : un dossier qui recouvre celles du dépôt ; `reel` : l’adresse d’un registre,
 * et `cache` où il se garde ; `site` : l’origine annoncée ;
 * `compression` : celle du site sans `donnees`, entière pour qui la mesure
 * @returns le dossier temporaire du site
 */
export async function batir({
  donnees,
  reel,
  cache,
  site,
  compression = 'entiere',
}: {
  donnees?: string;
  reel?: string;
  cache?: string;
  site?: string;
  compression?: Compression;
} = {}): Promise<string> {
  mkdirSync(SITES, { recursive: true });
  const construit = resolve(mkdtempSync(join(SITES, 'site-')));
  const publics = donnees || reel ? sansDonnees() : undefined;
  const options = [...(donnees ? ['--data', donnees] : []), ...(reel ? ['--reel', reel] : [])];
  const env = {
    OAD_BASE: BASE,
    OAD_DIST: construit,
    OAD_COMPRESSION: publics ? 'non' : compression,
    ...(publics && { OAD_PUBLIC: publics }),
    ...(cache && { OAD_CACHE: cache }),
    ...(site && { OAD_SITE: site }),
  };
  await executer('pipelines/site.ts', ['build', '--silent', ...options], env);
  if (publics) rmSync(publics, { recursive: true, force: true });
  return construit;
}
