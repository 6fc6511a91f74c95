import { readFileSync, rmSync } from 'node:fs';
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

/** Les deux autres sites, que peu de tests demandent. */
const AUTRES = { epreuve: dossierDEpreuve, officiel: dossierOfficiel } as const;

/** Construit un autre site, si l’un des tests choisis le demande. */
async function batirAutre(
  nom: keyof typeof AUTRES,
  choisis: readonly string[],
): Promise<string | null> {
  const demande = choisis.some((test) => readFileSync(test, 'utf8').includes(`inject('${nom}')`));
  if (!demande) return null;
  const donnees = await AUTRES[nom]();
  const site = await batir({ donnees });
  rmSync(donnees, { recursive: true, force: true });
  return site;
}

/**
 * Construit le vrai site sous `/oad/` (ou prend celui de `OAD_CONSTRUIT`) et deux autres, le sert
 * avec ses vrais en-têtes et ouvre un Chromium.
 */
export default async function preparer(projet: TestProject): Promise<() => Promise<void>> {
  const chromiumTrouve = exigerChromium();
  const { filenamePattern } = projet.vitest as { filenamePattern?: string[] };
  const { testFiles } = await projet.globTestFiles(filenamePattern);
  const pret = process.env.OAD_CONSTRUIT;
  const [construit, epreuve, officiel] = await Promise.all([
    pret ?? batir({ site: 'https://exemple.org', compression: 'legere' }),
    batirAutre('epreuve', testFiles),
    batirAutre('officiel', testFiles),
  ]);
  const parNginx = process.env.OAD_SERVEUR === 'nginx';
  const serveur = await (parNginx ? servirNginx(construit, BASE) : servir(construit, BASE, 0));
  const navigateur = await chromium.launchServer({
    executablePath: chromiumTrouve,
    args: OPTIONS_CHROMIUM,
  });
  projet.provide('site', serveur.adresse);
  projet.provide('construit', construit);
  if (epreuve) projet.provide('epreuve', epreuve);
  if (officiel) projet.provide('officiel', officiel);
  projet.provide('navigateur', navigateur.wsEndpoint());
  return async () => {
    await navigateur.close();
    await serveur.fermer();
    for (const site of [construit, epreuve, officiel]) {
      if (site && site !== pret) rmSync(site, { recursive: true, force: true });
    }
  };
}
