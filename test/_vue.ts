import { chromium } from 'playwright';
import { servir } from '../pipelines/serve.ts';
import { OPTIONS_CHROMIUM } from './site/chromium.ts';
import { servirDefaillant } from './site/defaillant.ts';

const s = await servir('node_modules/.cache/pannes-dist', '/', 0);
const d = await servirDefaillant(s.adresse);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: OPTIONS_CHROMIUM });
const CAS: [string, string, RegExp, string?][] = [
  ['indic', 'indicateurs/?zone=4', /preact\./],
  ['carte', 'carte/?zone=4', /preact\./],
  ['dossier', 'dossier/', /preact\./],
  ['comparer', 'comparer/?zone=4,6', /preact\./],
  ['accueil', '', /Base\.astro/],
  ['liege', 'zones/liege/', /figures/],
  ['normes', 'procedure/normes/?option=2115', /CalculNormes/],
  ['cartedata', 'carte/?zone=4', /carte\/lieux/],
  ['cartefond', 'carte/?zone=4', /carte\/fond/],
  ['indicdata', 'indicateurs/?zone=4', /data\/indicateurs\./],
  ['dossierdata', 'dossier/', /dossier\/donnees/],
  ['maplibre', 'carte/?zone=4', /maplibre-gl\./],
];
for (const [nom, chemin, motif] of CAS)
  for (const [w, h, c] of [
    [1440, 900, 'light'],
    [390, 844, 'dark'],
  ] as const) {
    if (process.argv[2] && !process.argv[2].split(',').includes(nom)) continue;
    const ctx = await b.newContext({
      viewport: { width: w, height: h },
      colorScheme: c,
      locale: 'fr-BE',
    });
    const q = await ctx.newPage();
    await q.route(motif, (r) => r.fulfill({ status: 404, body: '' }));
    await q.goto(d.adresse + chemin);
    await q
      .locator('.message-erreur:visible, .plan-avis:visible')
      .first()
      .waitFor({ timeout: 20000 })
      .catch(() => console.log('rien', nom));
    await q.waitForTimeout(400);
    await q.screenshot({ path: `/tmp/vue-${nom}-${w}.png` });
    await ctx.close();
  }
await b.close();
await d.fermer();
await s.fermer();
