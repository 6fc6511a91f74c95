import { rmSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright';
import { servir } from '../../pipelines/serve.ts';
import { attendreAveu } from '../site/aveux.ts';
import { BASE, batir } from '../site/batir.ts';
import { exigerChromium, OPTIONS_CHROMIUM } from '../site/chromium.ts';
import { type Defaillant, type Mode, type Panne, servirDefaillant } from '../site/defaillant.ts';
import { PARCOURS, type Parcours } from './_parcours.ts';

/** Ce qui fait la page : ses scripts, ses feuilles, ses données, son moteur, ses travailleurs. */
const UTILES = /^(script|style|empty|worker|sharedworker|serviceworker)$/;
/** Ce que le service worker garde : un fichier suffit, ils passent tous par le même chemin. */
const GARDES = 3;
/** Combien de pages s’éprouvent de front. */
const DE_FRONT = 3;
/** Une panne se juge dans ce temps, et en plusieurs fois ce que le parcours prend sans elle. */
const GESTE = 8_000;
const FOIS = 4;
const SANS_PANNE = 120_000;
const MUETS = 90_000;
/** La carte attend son travailleur vingt secondes avant de dire qu’il ne vient pas. */
const TARD = 30_000;

type Verdict = 'dite' | 'entière' | 'muette';

interface Essai extends Panne {
  readonly parcours: Parcours;
}

async function visiter<T>(
  navigateur: Browser,
  adresse: string,
  patience: number,
  suite: (page: Page) => Promise<T>,
): Promise<T> {
  const contexte = await navigateur.newContext({
    locale: 'fr-BE',
    timezoneId: 'Europe/Brussels',
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await contexte.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(adresse, { waitUntil: 'commit' });
    return await suite(page);
  } finally {
    await contexte.close();
  }
}

const temoin = async (parcours: Parcours, page: Page): Promise<string> => {
  const obtenu = await parcours.gestes(page);
  const feuilles = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(
        ({ sheet }) => sheet?.cssRules.length,
      ).length,
  );
  return JSON.stringify([obtenu, feuilles, await page.locator('main').innerText()]);
};

/** Le parcours sans panne : ce qu’il donne, et tout ce qu’il a demandé. */
async function sansPanne(navigateur: Browser, serveur: Defaillant, parcours: Parcours) {
  serveur.poser(null);
  const debut = performance.now();
  const adresse = serveur.adresse + parcours.chemin;
  const donne = await visiter(navigateur, adresse, SANS_PANNE, async (page) => {
    const lu = await temoin(parcours, page);
    await page.waitForLoadState('networkidle');
    return lu;
  });
  const patience = Math.max(GESTE, FOIS * (performance.now() - debut));
  const utiles = serveur.demandes.filter(({ destination }) => UTILES.test(destination));
  const chemins = [...new Set(utiles.map(({ chemin }) => chemin))];
  const gardes = chemins.filter((chemin) => !/\.(js|css|json|wasm|parquet)$/.test(chemin));
  return {
    donne,
    patience,
    chemins: chemins.filter((chemin) => !gardes.slice(GARDES).includes(chemin)),
  };
}

async function juger(
  navigateur: Browser,
  serveur: Defaillant,
  { parcours, chemin, mode }: Essai,
  { donne, patience }: { donne: string; patience: number },
): Promise<{ verdict: Verdict; dit: string }> {
  serveur.poser({ chemin, mode });
  return visiter(navigateur, serveur.adresse + parcours.chemin, patience, async (page) => {
    let fini = false;
    const gestes = temoin(parcours, page)
      .catch(() => '')
      .finally(() => {
        fini = true;
      });
    while (!fini) {
      const [dit] = await attendreAveu(page, 0);
      if (dit) return { verdict: 'dite', dit };
      await page.waitForTimeout(150).catch(() => {});
    }
    if ((await gestes) === donne) return { verdict: 'entière', dit: '' };
    const [dit = ''] = await attendreAveu(
      page,
      mode === 'muet' ? MUETS : Math.max(TARD, patience / 2),
    );
    return { verdict: dit ? 'dite' : 'muette', dit };
  });
}

const essaisDe = (parcours: Parcours, chemins: readonly string[]): Essai[] => {
  const attendus = chemins.filter((chemin) => !chemin.endsWith('.css'));
  const muets = [...new Set([attendus[0], attendus.at(-1)])].flatMap((chemin) =>
    chemin ? [{ parcours, chemin, mode: 'muet' as Mode }] : [],
  );
  return [
    ...chemins.flatMap((chemin) =>
      (['404', 'html'] as const).map((mode) => ({ parcours, chemin, mode })),
    ),
    ...muets,
  ];
};

interface Bilan {
  readonly comptes: Record<Verdict, number>;
  readonly muettes: string[];
}

/** Les parcours d’une même page : un fichier ne s’éprouve que dans le premier qui le demande. */
async function eprouverPage(
  navigateur: Browser,
  site: string,
  parcours: readonly Parcours[],
  { comptes, muettes }: Bilan,
): Promise<void> {
  const serveur = await servirDefaillant(site);
  const vus = new Set<string>();
  for (const un of parcours) {
    const { chemins, ...attendu } = await sansPanne(navigateur, serveur, un);
    const essais = essaisDe(
      un,
      chemins.filter((chemin) => !vus.has(chemin)),
    );
    for (const chemin of chemins) vus.add(chemin);
    let tues = 0;
    for (const essai of essais) {
      const { verdict, dit } = await juger(navigateur, serveur, essai, attendu);
      comptes[verdict] += 1;
      if (process.env.OAD_PANNES === 'tout') console.log(verdict, essai.mode, essai.chemin, dit);
      if (verdict !== 'muette') continue;
      tues += 1;
      muettes.push(`${un.nom} (/${un.chemin}) : ${essai.mode} ${essai.chemin}`);
    }
    console.log(`${un.nom} : ${essais.length} pannes, ${tues} sans un mot`);
  }
  await serveur.fermer();
}

/** Chaque fichier de chaque parcours, une panne à la fois : la page le dit, ou reste entière. */
async function eprouver(
  navigateur: Browser,
  site: string,
  choisis: readonly Parcours[],
): Promise<Bilan> {
  const bilan: Bilan = { comptes: { dite: 0, entière: 0, muette: 0 }, muettes: [] };
  const pages = Map.groupBy(choisis, ({ chemin }) => chemin).values();
  const suivre = async (): Promise<void> => {
    for (const parcours of pages) await eprouverPage(navigateur, site, parcours, bilan);
  };
  await Promise.all(Array.from({ length: DE_FRONT }, suivre));
  return bilan;
}

/**
 * @param options les noms, ou débuts de noms, des parcours voulus ; tous sinon
 */
export default async function mesurer(options: readonly string[]): Promise<void> {
  const pret = process.env.OAD_DIST;
  const construit = pret ?? (await batir());
  const base = pret ? (process.env.OAD_BASE ?? '/') : BASE;
  const serveur = await servir(construit, base, 0);
  const executablePath = exigerChromium();
  const navigateur = await chromium.launch({ executablePath, args: OPTIONS_CHROMIUM });
  const choisis = PARCOURS.filter(
    ({ nom }) => options.length === 0 || options.some((debut) => nom.startsWith(debut)),
  );
  const { comptes, muettes } = await eprouver(navigateur, serveur.adresse, choisis);
  console.table(comptes);
  for (const muette of muettes) console.log(`Muette : ${muette}`);
  await navigateur.close();
  await serveur.fermer();
  if (!pret) rmSync(construit, { recursive: true, force: true });
  if (muettes.length > 0) process.exitCode = 1;
}
