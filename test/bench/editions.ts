import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { construire } from '../../pipelines/construire.ts';
import { dossierProvisoire, enPartant } from '../../pipelines/menage.ts';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { editionPartielle, PARTIELLES, type Partielle } from '../pipeline/editions-partielles.ts';
import { affirmations, texteDe } from '../site/absences-des-pages.ts';

/** Le site à chaud d’un dossier publié : chaque page demandée se rend, et aucune autre. */
async function servirAChaud(dossier: string): Promise<{ adresse: string; fermer(): void }> {
  const processus = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'dev', '--port', '4710'],
    {
      env: { ...process.env, OAD_PUBLIC: dossier, OAD_BASE: '/' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const fermer = () => processus.kill();
  const oublier = enPartant(fermer);
  for await (const ligne of createInterface({ input: processus.stdout })) {
    const [adresse] = /http:\/\/localhost:\d+/.exec(ligne) ?? [];
    if (!adresse) continue;
    processus.stdout.resume();
    return {
      adresse,
      fermer: () => {
        fermer();
        oublier();
      },
    };
  }
  throw new Error('Astro ne s’est pas ouvert.');
}

const ECHANTILLON = 12;

/** Les adresses d’un genre de pages : toutes, ou une sur quelques-unes. */
const parmi = <T>(toutes: readonly T[]): readonly T[] =>
  toutes.filter((_, i) => i % Math.ceil(toutes.length / ECHANTILLON) === 0);

/** Les pages à lire : une de chaque sorte, toutes les zones, des options et des implantations. */
async function cheminsDe(lire: (chemin: string) => Promise<string>): Promise<readonly string[]> {
  const liens = (html: string, motif: RegExp) => [
    ...new Set([...html.matchAll(motif)].map(([, chemin = '']) => chemin)),
  ];
  const zones = liens(await lire('zones/'), /href="\/(zones\/[a-z-]+\/)"/g);
  const sites = liens(await lire('carte/'), /href="\/(implantations\/\d+\/)"/g);
  const options = ['2115', '6210', '1404', '2112', '3423', '9209', '4133', '8405'];
  return [
    ...['', 'zones/', 'comparer/', 'carte/', 'indicateurs/', 'dossier/'],
    ...zones,
    ...parmi(sites),
    ...options.map((code) => `options/${code}/`),
  ];
}

async function parcourir(partielle: Partielle): Promise<{ pages: number; fausses: string[] }> {
  const edition = editionPartielle(partielle);
  const publie = dossierProvisoire('oad-editions-');
  mkdirSync(publie.chemin, { recursive: true });
  const manifeste: Manifeste = await construire(
    ['data', edition.chemin],
    join(publie.chemin, 'data'),
  );
  const site = await servirAChaud(publie.chemin);
  const lire = async (chemin: string) => {
    const reponse = await fetch(`${site.adresse}/${chemin}`);
    if (!reponse.ok) throw new Error(`${chemin} : ${reponse.status}`);
    return reponse.text();
  };
  try {
    const chemins = await cheminsDe(lire);
    const fausses: string[] = [];
    for (const chemin of chemins) {
      const html = await lire(chemin);
      if (texteDe(html).length < 100) fausses.push(`${chemin} : page vide`);
      fausses.push(...affirmations(chemin, html, manifeste).map((dit) => `/${chemin} : ${dit}`));
    }
    return { pages: chemins.length, fausses };
  } finally {
    site.fermer();
    publie.effacer();
    edition.effacer();
  }
}

/**
 * Ce qu’affirment les pages de chaque édition partielle sans que ses données le sachent.
 * @param noms les éditions à parcourir ; à défaut, toutes
 */
export default async function mesurer(noms: readonly string[]): Promise<void> {
  for (const [nom, partielle] of Object.entries(PARTIELLES)) {
    if (noms.length > 0 && !noms.includes(nom)) continue;
    const debut = performance.now();
    const { pages, fausses } = await parcourir(partielle);
    const secondes = ((performance.now() - debut) / 1000).toFixed(0);
    console.log(`${nom} : ${pages} pages, ${fausses.length} affirmations fausses (${secondes} s)`);
    for (const fausse of fausses) console.log(`  ${fausse}`);
    if (fausses.length > 0) process.exitCode = 1;
  }
}
