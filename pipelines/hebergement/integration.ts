import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import ts from 'typescript';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { comprimer } from './comprimer.ts';
import { headersDePages, htaccess } from './configurations.ts';
import { fichiersDe } from './fichiers.ts';
import { listerHorsLigne } from './hors-ligne.ts';
import { planDuSite, robots } from './referencement.ts';

const OUVRIER = 'src/islands/hors-ligne/sw.ts';
/** Écrit dans chaque page : il doit être là quand les autres scripts ne viennent pas. */
const SECOURS = 'src/islands/secours.ts';

const taillesDe = (fichiers: readonly string[]): Map<string, number> =>
  new Map(fichiers.map((chemin) => [chemin, statSync(chemin).size]));

const sansTypes = (code: string): string =>
  ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, removeComments: true },
  }).outputText;

/**
 * Finit un site construit : en-têtes des hébergeurs, plan du site, service worker, fichiers
 * compressés et liste de ce qui se garde hors ligne.
 * @param base commence et finit par `/`
 * @param choix `site` : l’origine publique, si elle est connue ; `compresse` : faux pour un serveur
 * qui compresse lui-même
 */
export async function finir(
  dossier: string,
  base: string,
  { site, compresse = true }: { site?: string; compresse?: boolean } = {},
): Promise<void> {
  const racine = site ? new URL(base, site).href : undefined;
  const ecrire = (nom: string, contenu: string): void => {
    writeFileSync(join(dossier, nom), contenu);
  };
  const pages = fichiersDe(dossier).filter((chemin) => chemin.endsWith('.html'));
  ecrire('_headers', headersDePages(base));
  ecrire('.htaccess', htaccess(base));
  ecrire('robots.txt', robots(racine));
  if (racine) ecrire('sitemap.xml', planDuSite(dossier, pages, racine));
  ecrire('sw.js', sansTypes(readFileSync(OUVRIER, 'utf8')));

  const manifeste = join(dossier, 'data', 'manifest.json');
  if (!existsSync(manifeste)) return;
  const tailles = compresse ? await comprimer(fichiersDe(dossier)) : taillesDe(fichiersDe(dossier));
  const { edition } = JSON.parse(readFileSync(manifeste, 'utf8')) as Manifeste;
  const liste = listerHorsLigne(dossier, edition.titre, tailles);
  const { fichiers: _, ...resume } = liste;
  ecrire('hors-ligne.json', JSON.stringify(resume));
  ecrire('hors-ligne-liste.json', JSON.stringify(liste));
  if (compresse) await comprimer([join(dossier, 'hors-ligne-liste.json')]);
}

/**
 * L’intégration Astro qui finit le site après sa construction.
 * @param choix `compresse` : faux si le serveur compresse lui-même
 */
export const hebergement = ({ compresse }: { compresse: boolean }): AstroIntegration => {
  let base = '/';
  let site: string | undefined;
  return {
    name: 'hebergement',
    hooks: {
      'astro:config:setup': ({ injectScript }) =>
        injectScript('head-inline', `{${sansTypes(readFileSync(SECOURS, 'utf8'))}}`),
      'astro:config:done': ({ config }) => {
        base = `${config.base.replace(/\/$/, '')}/`;
        site = config.site;
      },
      'astro:build:done': ({ dir }) => finir(fileURLToPath(dir), base, { site, compresse }),
    },
  };
};
