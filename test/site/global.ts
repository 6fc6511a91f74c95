import { rmSync } from 'node:fs';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { servir } from '../../pipelines/serve.ts';
import { BASE, batir } from './batir.ts';
import { exigerChromium, OPTIONS_CHROMIUM } from './chromium.ts';
import { servirNginx } from './nginx.ts';

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

/** Construit le vrai site sous `/oad/`, le sert avec ses vrais en-têtes et ouvre un Chromium. */
export default async function preparer(projet: TestProject): Promise<() => Promise<void>> {
  const construit = batir({ site: 'https://exemple.org' });
  const parNginx = process.env.OAD_SERVEUR === 'nginx';
  const serveur = await (parNginx ? servirNginx(construit, BASE) : servir(construit, BASE, 0));
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
