import { rmSync } from 'node:fs';
import lighthouse from 'lighthouse';
import { type Browser, chromium } from 'playwright';
import { servir } from '../../pipelines/serve.ts';
import { BASE, batir } from '../site/batir.ts';
import { exigerChromium, OPTIONS_CHROMIUM } from '../site/chromium.ts';
import { genres } from '../site/construit.ts';

type Mesures = Readonly<Record<string, number>>;

const PORT = 9333;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const mediane = (valeurs: readonly number[]): number =>
  valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length / 2)] ?? Number.NaN;

/** Une visite de Lighthouse, au profil « téléphone, 4G lente » (1,6 Mbit/s, 150 ms, 4 × plus lent). */
async function visiter(url: string): Promise<{ mesures: Mesures; manques: string[] }> {
  const resultat = await lighthouse(url, {
    port: PORT,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
  });
  if (!resultat) throw new Error(`Lighthouse n’a rien rendu pour ${url}.`);
  const { audits, categories } = resultat.lhr;
  const nombre = (nom: string): number => audits[nom]?.numericValue ?? Number.NaN;
  const requetes = audits['network-requests']?.details;
  const items = requetes?.type === 'table' ? requetes.items : [];
  const note = (nom: string): number => Math.round((categories[nom]?.score ?? 0) * 100);
  return {
    mesures: {
      perf: note('performance'),
      accès: note('accessibility'),
      pratiques: note('best-practices'),
      seo: note('seo'),
      'LCP s': nombre('largest-contentful-paint') / 1000,
      CLS: nombre('cumulative-layout-shift'),
      'TBT ms': nombre('total-blocking-time'),
      ko: nombre('total-byte-weight') / 1024,
      requêtes: items.length,
    },
    manques: Object.entries(categories).flatMap(([categorie, { auditRefs }]) =>
      auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => `${categorie}/${id}`),
    ),
  };
}

/** Le plus long délai entre un geste (Tab, clic, frappe) et l’image suivante, 4 × plus lent. */
async function reactivite(navigateur: Browser, url: string): Promise<number> {
  const contexte = await navigateur.newContext({ viewport: { width: 412, height: 823 } });
  const page = await contexte.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  const cdp = await contexte.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(() => {
    const durees: number[] = [];
    Object.assign(window, { durees });
    new PerformanceObserver((liste) => {
      for (const { duration } of liste.getEntries()) durees.push(duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  // Un bouton d’envoi quitterait la page.
  const gestes = page.locator(
    'main :is(summary, input[type=checkbox], button[type=button]):visible',
  );
  const nombre = Math.min(3, await gestes.count());
  for (let i = 0; i < nombre; i++)
    await gestes
      .nth(i)
      .click({ timeout: 2000 })
      .catch(() => {});
  const champ = page.locator('main input[type=search]:visible');
  if (await champ.count()) await champ.first().pressSequentially('electric', { delay: 120 });
  await page.waitForTimeout(1500);
  const durees = await page.evaluate(() => (window as unknown as { durees: number[] }).durees);
  await contexte.close();
  return Math.max(0, ...durees);
}

/** Ce que voit une première visite sur une ligne freinée pour de bon : 1,6 Mbit/s, 150 ms, 4 × plus lent. */
async function freiner(navigateur: Browser, url: string): Promise<Mesures> {
  const contexte = await navigateur.newContext({ viewport: { width: 412, height: 823 } });
  const page = await contexte.newPage();
  const cdp = await contexte.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 750e3 / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const vues = { lcp: 0, cls: 0 };
    Object.assign(window, { vues });
    new PerformanceObserver((liste) => {
      for (const { startTime } of liste.getEntries()) vues.lcp = startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((liste) => {
      for (const entree of liste.getEntries()) {
        vues.cls += (entree as PerformanceEntry & { value: number }).value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const vues = await page.evaluate(
    () => (window as unknown as { vues: { lcp: number; cls: number } }).vues,
  );
  await contexte.close();
  return { 'LCP freiné s': vues.lcp / 1000, 'CLS freiné': vues.cls };
}

/**
 * Lighthouse sur chaque genre de page, médiane de cinq visites.
 * @param options `--visites N`, puis les adresses à mesurer (toutes par défaut)
 */
export default async function mesurer(options: readonly string[]): Promise<void> {
  const i = options.indexOf('--visites');
  const visites = i < 0 ? 5 : Number(options[i + 1]);
  const choisies = i < 0 ? options : options.toSpliced(i, 2);
  const construit = await batir();
  const serveur = await servir(construit, BASE, 0);
  const navigateur = await chromium.launch({
    executablePath: exigerChromium(),
    args: [...OPTIONS_CHROMIUM, `--remote-debugging-port=${PORT}`],
  });
  const tableau: Record<string, Mesures> = {};
  for (const chemin of choisies.length > 0 ? choisies : genres(construit)) {
    if (chemin === '404.html') continue;
    const url = serveur.adresse + chemin;
    const lues: Mesures[] = [];
    let manques: string[] = [];
    for (let n = 0; n < visites; n++) {
      const visite = await visiter(url);
      lues.push({ ...visite.mesures, ...(await freiner(navigateur, url)) });
      manques = visite.manques;
    }
    const noms = Object.keys(lues[0] ?? {});
    const medianes = noms.map((nom) => [nom, mediane(lues.map((lue) => lue[nom] ?? Number.NaN))]);
    const inp = await reactivite(navigateur, url);
    const ligne = Object.fromEntries([...medianes, ['INP ms', inp]]) as Record<string, number>;
    tableau[`/${chemin}`] = Object.fromEntries(
      Object.entries(ligne).map(([nom, valeur]) => [nom, Math.round(valeur * 1000) / 1000]),
    );
    console.log(`/${chemin} : ${manques.join(', ') || 'rien ne manque'}`, tableau[`/${chemin}`]);
  }
  console.table(tableau);
  await navigateur.close();
  await serveur.fermer();
  rmSync(construit, { recursive: true, force: true });
}
