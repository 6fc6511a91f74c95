import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { servir } from '../../pipelines/serve.ts';
import { exigerChromium, OPTIONS_CHROMIUM } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** L’adresse du site construit, finie par sa base `/oad/`. */
    site: string;
    /** L’adresse par laquelle les tests pilotent Chromium. */
    navigateur: string;
    /** Le dossier du site construit. */
    construit: string;
  }
}

const BASE = '/oad/';

/** Construit le vrai site sous `/oad/`, le sert avec ses vrais en-têtes et ouvre un Chromium. */
export default async function preparer(projet: TestProject): Promise<() => Promise<void>> {
  const construit = mkdtempSync(join(tmpdir(), 'oad-site-'));
  execFileSync(process.execPath, ['pipelines/cli.ts', 'build'], { stdio: 'inherit' });
  execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    stdio: 'inherit',
    env: { ...process.env, OAD_BASE: BASE, OAD_DIST: construit, OAD_SITE: 'https://exemple.org' },
  });
  const serveur = await servir(construit, BASE, 0);
  const navigateur = await chromium.launchServer({
    executablePath: exigerChromium(),
    args: OPTIONS_CHROMIUM,
  });
  projet.provide('site', serveur.adresse);
  projet.provide('construit', construit);
  projet.provide('navigateur', navigateur.wsEndpoint());
  return async () => {
    await navigateur.close();
    await serveur.fermer();
    rmSync(construit, { recursive: true, force: true });
  };
}
