import { chromium } from 'playwright';
import { servir } from './pipelines/serve.ts';
import { exigerChromium, OPTIONS_CHROMIUM } from './test/site/chromium.ts';
const s = await servir('/tmp/site-main', '/oad/', 0);
const n = await chromium.launch({ executablePath: exigerChromium(), args: OPTIONS_CHROMIUM });
for (const [w, sombre] of [[1440, false], [390, true]] as const) {
  const c = await n.newContext({ viewport: { width: w, height: 900 }, colorScheme: sombre ? 'dark' : 'light', locale: 'fr-BE' });
  const p = await c.newPage();
  await p.goto(s.adresse + 'explorer/sql/');
  await p.getByRole('textbox', { name: 'La requête' }).first().click();
  await p.locator('.cm-content').waitFor();
  await p.keyboard.press('Control+Enter');
  await p.locator('.sql[data-attente=false][data-lignes]').waitFor({ timeout: 90000 });
  await p.screenshot({ path: `/tmp/vues/sql-${w}.png`, fullPage: w === 390 ? false : true, clip: w === 390 ? undefined : { x: 0, y: 0, width: 1440, height: 1900 } });
  if (w === 390) { await p.evaluate(() => scrollTo(0, 700)); await p.screenshot({ path: `/tmp/vues/sql-${w}b.png` }); }
  await p.goto(s.adresse + 'explorer/?colonnes=annee-scolaire');
  await p.locator('.explorer[data-attente=false][data-pour="?colonnes=annee-scolaire"]').waitFor({ timeout: 90000 });
  await p.locator('.explorer-courbes svg').waitFor();
  await p.locator('.explorer-reponse').scrollIntoViewIfNeeded();
  await p.screenshot({ path: `/tmp/vues/courbes-${w}.png`, fullPage: true, clip: undefined });
  await c.close();
}
await n.close(); await s.fermer();
