import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { servir } from '../../pipelines/serve.ts';
import { BASE, batir } from '../site/batir.ts';
import { exigerChromium, OPTIONS_CHROMIUM } from '../site/chromium.ts';
import { multiplier } from './_centuple.ts';
import { ligneLente } from './_debit.ts';
import { type Frappe, gestes } from './_frappes.ts';

const FOIS = 100;
const RESEAU = { debit: 10, latence: 40 };
const FROIDES = 5;

type Rangee = Readonly<Record<string, number | string>>;

const quantile = (valeurs: readonly number[], q: number): number =>
  valeurs.toSorted((a, b) => a - b)[Math.floor((valeurs.length - 1) * q)] ?? Number.NaN;

const resumer = (frappes: readonly Frappe[], but: string): Rangee => {
  const durees = frappes.map(({ ms }) => ms);
  return {
    gestes: durees.length,
    'p50 ms': Math.round(quantile(durees, 0.5)),
    'p95 ms': Math.round(quantile(durees, 0.95)),
    'max ms': Math.round(Math.max(...durees)),
    but,
  };
};

const pret = (page: Page): Promise<unknown> =>
  page.waitForSelector('.indicateurs[data-pret=true]', { state: 'attached' });

/** L’avant-dernière année scolaire, que seul le moteur sait lire. */
const anneeDAvant = (page: Page): Promise<string> =>
  page.$eval('.outils-annee option:nth-child(2)', (option) => (option as HTMLOptionElement).value);

/** Attend la première réponse à cette adresse ; son instant, depuis l’ouverture. */
async function premiere(page: Page, pour: string): Promise<number> {
  const instant = await page.waitForFunction((voulue) => {
    const ilot = document.querySelector<HTMLElement>('.indicateurs');
    return ilot?.dataset.pour === voulue && performance.now();
  }, pour);
  return Number(await instant.jsonValue());
}

const ANNEES = ['dernière année', 'année d’avant'] as const;

/** Les gestes d’un visiteur, l’un après l’autre : l’index d’une année répond, sans le moteur. */
async function chaud(navigateur: Browser, adresse: string, quand: (typeof ANNEES)[number]) {
  const contexte = await navigateur.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await contexte.newPage();
  await page.goto(`${adresse}indicateurs/`, { waitUntil: 'networkidle' });
  await pret(page);
  if (quand === 'année d’avant') {
    const annee = await anneeDAvant(page);
    await page.getByLabel('Année scolaire').selectOption(annee);
    await premiere(page, `?annee-scolaire=${annee}`);
  }
  const { recherche, filtres } = await gestes(page);
  const autres = [...recherche, ...filtres].filter((frappe) => frappe.par !== 'index').length;
  if (autres > 0) throw new Error(`${autres} réponses de « ${quand} » ne viennent pas de l’index.`);
  await contexte.close();
  return { recherche, filtres };
}

/** Une page froide dont l’adresse filtre : de l’ouverture aux lignes filtrées. */
async function froid(navigateur: Browser, adresse: string, recherche: string): Promise<number> {
  const contexte = await navigateur.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await contexte.newPage();
  await page.goto(`${adresse}indicateurs/${recherche}`, { waitUntil: 'commit' });
  const instant = await premiere(page, recherche);
  await contexte.close();
  return instant;
}

async function mesurerFroid(navigateur: Browser, adresse: string): Promise<void> {
  const page = await navigateur.newPage();
  await page.goto(`${adresse}indicateurs/`);
  const avant = `?secteur=2&annee-scolaire=${await anneeDAvant(page)}`;
  await page.close();
  const ligne = await ligneLente(adresse, RESEAU);
  const lues: { derniere: number; avant: number }[] = [];
  for (let i = 0; i < FROIDES; i++) {
    lues.push({
      derniere: await froid(navigateur, ligne.adresse, '?secteur=2'),
      avant: await froid(navigateur, ligne.adresse, avant),
    });
  }
  ligne.fermer();
  const rangee = (valeurs: readonly number[], but: string): Rangee => ({
    visites: valeurs.length,
    'médiane s': Number((quantile(valeurs, 0.5) / 1000).toFixed(2)),
    'max s': Number((Math.max(...valeurs) / 1000).toFixed(2)),
    but,
  });
  console.log(
    `Premier résultat filtré d’une page froide, ${RESEAU.debit} Mbit/s, ${RESEAU.latence} ms :`,
  );
  console.table({
    'dernière année': rangee(
      lues.map(({ derniere }) => derniere),
      '≤ 1 s',
    ),
    'année d’avant': rangee(
      lues.map((lue) => lue.avant),
      '≤ 1 s',
    ),
  });
}

/**
 * Le tableau d’indicateurs dans Chromium : de la touche aux lignes et aux comptes peints, sur les
 * données livrées et cent fois plus de lignes ; puis une page froide sur une ligne lente.
 * @param options `--site DOSSIER` mesure un site déjà construit sous `/oad/`
 */
export default async function mesurer(options: readonly string[]): Promise<void> {
  const i = options.indexOf('--site');
  const donne = i < 0 ? undefined : options[i + 1];
  const construit = donne ?? (await batir());
  const grand = mkdtempSync(join(tmpdir(), 'oad-centuple-'));
  const lignes = await multiplier(construit, grand, FOIS);
  const navigateur = await chromium.launch({
    executablePath: exigerChromium(),
    args: OPTIONS_CHROMIUM,
  });
  const tableau: Record<string, Rangee> = {};
  for (const [nom, dossier, but] of [
    ['×1', construit, '≤ 60'],
    [`×${FOIS}`, grand, '≤ 200'],
  ] as const) {
    const serveur = await servir(dossier, BASE, 0);
    for (const quand of ANNEES) {
      const { recherche, filtres } = await chaud(navigateur, serveur.adresse, quand);
      tableau[`${nom} ${quand}, recherche`] = resumer(recherche, but);
      tableau[`${nom} ${quand}, filtres`] = resumer(filtres, but);
    }
    await serveur.fermer();
  }
  console.log(`De la touche à l’image ; ×${FOIS} : ${lignes} lignes.`);
  console.table(tableau);
  const serveur = await servir(construit, BASE, 0);
  await mesurerFroid(navigateur, serveur.adresse);
  console.log(`Charge de la machine : ${loadavg()[0]?.toFixed(1)}.`);
  await serveur.fermer();
  await navigateur.close();
  for (const dossier of donne ? [grand] : [grand, construit]) {
    rmSync(dossier, { recursive: true, force: true });
  }
}
