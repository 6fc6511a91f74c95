import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import ts from 'typescript';
import type { Plugin } from 'vite';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { dossiersDe } from '../dossiers.ts';
import { expliquer } from '../erreurs.ts';
import { estPassager } from '../parcourir.ts';
import { type Compression, comprimer } from './comprimer.ts';
import { headersDePages, htaccess } from './configurations.ts';
import { fichiersDe } from './fichiers.ts';
import { listerHorsLigne } from './hors-ligne.ts';
import { mentions, paquetDe, SERVIS_TELS_QUELS } from './mentions.ts';
import { planDuSite, robots } from './referencement.ts';
import { exigerSite, marquerEnCours, marquerFini } from './sortie.ts';

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
 * @param choix `site` : l’origine publique, si elle est connue ; `compression` : « non » pour un
 * serveur qui compresse lui-même
 */
export async function finir(
  dossier: string,
  base: string,
  { site, compression = 'entiere' }: { site?: string; compression?: Compression } = {},
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
  const fichiers = fichiersDe(dossier);
  const compresse = compression !== 'non';
  const tailles = compresse ? await comprimer(fichiers, compression) : taillesDe(fichiers);
  const { edition } = JSON.parse(readFileSync(manifeste, 'utf8')) as Manifeste;
  const liste = listerHorsLigne(dossier, edition.titre, tailles);
  const { fichiers: _, ...resume } = liste;
  ecrire('hors-ligne.json', JSON.stringify(resume));
  ecrire('hors-ligne-liste.json', JSON.stringify(liste));
  if (compresse) await comprimer([join(dossier, 'hors-ligne-liste.json')], compression);
}

/** Arrête Astro avant qu’il ne vide un dossier qui n’est pas à nous. */
function exigerOuSortir(site: string, publics: string, logger: AstroIntegrationLogger): void {
  try {
    exigerSite(site, publics, ['data', ...dossiersDe(undefined).filter(existsSync)]);
  } catch (cause) {
    const { message, code } = expliquer(cause);
    logger.error(message);
    process.exit(code);
  }
}

/** Le verrou de l’édition, tenu pendant la construction, est copié avec elle. */
function retirerPassagers(donnees: string): void {
  if (!existsSync(donnees)) return;
  for (const nom of readdirSync(donnees).filter(estPassager)) {
    rmSync(join(donnees, nom), { recursive: true });
  }
}

/**
 * L’intégration Astro qui finit le site après sa construction.
 * @param compression « non » si le serveur compresse lui-même
 */
export const hebergement = (compression: Compression): AstroIntegration => {
  let base = '/';
  let site: string | undefined;
  const paquets = new Set(SERVIS_TELS_QUELS);
  const releve = (): Plugin => ({
    name: 'releve-des-paquets',
    generateBundle(_options, sorties) {
      if (this.environment?.name !== 'client') return;
      for (const sortie of Object.values(sorties)) {
        if (sortie.type !== 'chunk') continue;
        for (const module of sortie.moduleIds) {
          const paquet = paquetDe(module);
          if (paquet) paquets.add(paquet);
        }
      }
    },
  });
  let construit = false;
  let dossier = '';
  return {
    name: 'hebergement',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, injectScript }) => {
        construit = command === 'build';
        injectScript('head-inline', `{${sansTypes(readFileSync(SECOURS, 'utf8'))}}`);
        updateConfig({ vite: { plugins: [releve()], worker: { plugins: () => [releve()] } } });
      },
      'astro:config:done': ({ config, logger }) => {
        base = `${config.base.replace(/\/$/, '')}/`;
        site = config.site;
        dossier = fileURLToPath(config.outDir);
        if (construit) exigerOuSortir(dossier, fileURLToPath(config.publicDir), logger);
      },
      'astro:build:setup': () => marquerEnCours(dossier),
      'astro:build:done': async () => {
        retirerPassagers(join(dossier, 'data'));
        writeFileSync(join(dossier, 'licences.txt'), mentions(paquets));
        await finir(dossier, base, { site, compression });
        marquerFini(dossier);
      },
    },
  };
};
