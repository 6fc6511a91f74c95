import { rmSync } from 'node:fs';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { servir } from '../../pipelines/serve.ts';
import { BASE, batir } from './batir.ts';
import { exigerChromium, OPTIONS_CHROMIUM } from './chromium.ts';
import { dossierDEpreuve } from './epreuve.ts';
import { servirNginx } from './nginx.ts';
import { dossierOfficiel } from './officielle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** L’adresse du site construit, finie par sa base `/oad/`. */
    site: string;
    /** L’adresse par laquelle les tests pilotent Chromium. */
    navigateur: string;
    /** Le dossier du site construit. */
    construit: string;
    /** Le dossier d’un site aux règles changées et aux textes hostiles. */
    epreuve: string;
    /** Le dossier d’un site fait d’une édition officielle. */
    officiel: string;
  }
}

/** Les trois sites, construits côte à côte. */
async function batirTout(): Promise<readonly [string, string, string]> {
  const dossiers = [dossierDEpreuve(), await dossierOfficiel()] as const;
  const sites = await Promise.all([
    batir({ site: 'https://exemple.org' }),
    batir({ donnees: dossiers[0] }),
    batir({ donnees: dossiers[1] }),
  ]);
  for (const dossier of dossiers) rmSync(dossier, { recursive: true, force: true });
  return sites;
}

/** Construit le vrai site sous `/oad/` et deux autres, le sert avec ses vrais en-têtes et ouvre un Chromium. */
export default async function preparer(projet: TestProject): Promise<() => Promise<void>> {
  const chromiumTrouve = exigerChromium();
  const [construit, epreuve, officiel] = await batirTout();
  const parNginx = process.env.OAD_SERVEUR === 'nginx';
  const serveur = await (parNginx ? servirNginx(construit, BASE) : servir(construit, BASE, 0));
  const navigateur = await chromium.launchServer({
    executablePath: chromiumTrouve,
    args: OPTIONS_CHROMIUM,
  });
  projet.provide('site', serveur.adresse);
  projet.provide('construit', construit);
  projet.provide('epreuve', epreuve);
  projet.provide('officiel', officiel);
  projet.provide('navigateur', navigateur.wsEndpoint());
  return async () => {
    await navigateur.close();
    await serveur.fermer();
    for (const site of [construit, epreuve, officiel]) {
      rmSync(site, { recursive: true, force: true });
    }
  };
}
