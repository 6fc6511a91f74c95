/**
 * `npm run guide [site construit]` : prend les vues du guide, relève l’empreinte des pages
 * montrées, imprime `guide.pdf`. Sans argument, le site est construit d’abord.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { dossierProvisoire } from '../menage.ts';
import { servir } from '../serve.ts';
import { empreinteDe } from './empreinte.ts';
import { imprimer } from './imprimer.ts';
import { prendre } from './prendre.ts';
import { PAGES } from './vues.ts';

const SORTIE = 'src/content/guide';

function construire(): string {
  const { chemin } = dossierProvisoire('oad-guide-');
  const env = { ...process.env, OAD_DIST: chemin, OAD_BASE: '/oad/' };
  const options = ['pipelines/site.ts', 'build', '--silent'];
  execFileSync(process.execPath, options, { stdio: 'inherit', env });
  return chemin;
}

const site = process.argv[2] ?? construire();
const serveur = await servir(site, '/oad/', 0);
const navigateur = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
try {
  const vues = await prendre(navigateur, serveur.adresse);
  for (const [nom, { webp }] of vues) writeFileSync(join(SORTIE, 'vues', `${nom}.webp`), webp);
  const pdf = await imprimer(navigateur, serveur.adresse, vues);
  writeFileSync(join(SORTIE, 'guide.pdf'), pdf);
  const empreintes = Object.fromEntries(
    PAGES.map((page) => [page.chemin, empreinteDe(site, page)]),
  );
  writeFileSync(join(SORTIE, 'empreintes.json'), `${JSON.stringify(empreintes, null, 2)}\n`);
  const poids = [...vues.values()].reduce((total, { webp }) => total + webp.length, pdf.length);
  console.log(`${vues.size} vues et guide.pdf : ${Math.round(poids / 1024)} kio dans ${SORTIE}.`);
} finally {
  await navigateur.close();
  await serveur.fermer();
}
