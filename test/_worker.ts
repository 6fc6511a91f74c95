import { servir } from '../pipelines/serve.ts';
import { servirDefaillant } from './site/defaillant.ts';
import { chromium } from 'playwright';
import { OPTIONS_CHROMIUM } from './site/chromium.ts';
const s = await servir('node_modules/.cache/pannes-dist','/',0);
const d = await servirDefaillant(s.adresse);
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:OPTIONS_CHROMIUM});
const p = await b.newPage();
await p.goto(d.adresse+'carte/?zone=4'); await p.waitForSelector('.plan-gl[data-sites]',{timeout:90000});
const w = d.demandes.find(x=>x.chemin.includes('maplibre-gl-worker'))!.chemin;
for (const mode of ['404','html','muet'] as const) {
 d.poser({chemin:w,mode});
 const q = await (await b.newContext()).newPage(); const t=Date.now();
 q.on('pageerror',e=>console.log('err',e.message)); q.on('console',m=>m.type()!=='log'&&console.log(m.text().slice(0,200)));
 await q.goto(d.adresse+'carte/?zone=4');
 await q.locator('.plan-avis').waitFor({timeout:60000}).catch(()=>console.log('RIEN'));
 console.log(mode, Date.now()-t, await q.locator('.plan-avis').innerText().catch(()=>''), await q.locator('.plan-cadre').getAttribute('data-moteur'));
 await q.context().close();
}
await b.close(); await d.fermer(); await s.fermer();
