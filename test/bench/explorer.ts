import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { ouvrirBase } from '../../pipelines/base.ts';
import { servir } from '../../pipelines/serve.ts';
import { DIMENSIONS } from '../../src/domain/explorer/dimensions.ts';
import { MESURES_EXPLOREES } from '../../src/domain/explorer/mesures.ts';
import { BASE, batir } from '../site/batir.ts';
import { exigerChromium, OPTIONS_CHROMIUM } from '../site/chromium.ts';
import { fichiers } from '../site/construit.ts';
import { ligneLente } from './_debit.ts';

const FOIS = 100;
const RESEAU = { debit: 10, latence: 40 };
const FROIDES = 5;
const LIGNES = 100_000;

const quantile = (valeurs: readonly number[], q: number): number =>
  valeurs.toSorted((a, b) => a - b)[Math.floor((valeurs.length - 1) * q)] ?? Number.NaN;

/** Les tables où chaque implantation se répète, sous d’autres numéros FASE. */
const REPETEES = /\/(occurrences|offre|implantations)\.[0-9a-f]{10}\.parquet$/;

/** Copie un site construit où chaque implantation se répète : les mêmes noms de fichiers. */
async function repeter(construit: string, vers: string): Promise<void> {
  cpSync(construit, vers, { recursive: true });
  const base = await ouvrirBase();
  for (const chemin of fichiers(vers).filter((nom) => REPETEES.test(nom))) {
    const source = join(construit, 'data', basename(chemin));
    await base.run(`COPY (
      SELECT p.* REPLACE (p.fase_implantation || '-' || r.range AS fase_implantation)
      FROM read_parquet('${source}') p, range(${FOIS}) r
    ) TO '${chemin}' (FORMAT PARQUET, COMPRESSION ZSTD)`);
    for (const suite of ['.br', '.gz']) rmSync(chemin + suite, { force: true });
  }
  await base.fermer();
}

const repondue = (page: Page, pour: string): Promise<unknown> =>
  page.waitForSelector(`.explorer[data-attente=false][data-pour="${pour}"]`, { timeout: 120_000 });

/** Choisit une valeur d’une liste ; les millisecondes jusqu’à la réponse peinte. */
const choisir = (page: Page, titre: string, choix: string): Promise<number | null> =>
  page.evaluate(
    async ({ titre, choix }) => {
      const etiquette = [...document.querySelectorAll('.explorer-champ label')].find(
        (label) => label.textContent === titre,
      );
      const liste = document.getElementById(etiquette?.getAttribute('for') ?? '');
      if (!(liste instanceof HTMLSelectElement) || liste.value === choix) return null;
      if (![...liste.options].some(({ value }) => value === choix)) return null;
      const ilot = document.querySelector<HTMLElement>('.explorer');
      const avant = ilot?.dataset.pour;
      const debut = performance.now();
      liste.value = choix;
      liste.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise<void>((rendre) => {
        const guetter = () => {
          const { pour, attente } = ilot?.dataset ?? {};
          if (pour !== avant && attente === 'false')
            requestAnimationFrame(() => setTimeout(rendre));
          else requestAnimationFrame(guetter);
        };
        requestAnimationFrame(guetter);
      });
      return performance.now() - debut;
    },
    { titre, choix },
  );

/** @param pas une question sur combien se pose : toutes durent trop sur cent fois plus de lignes */
async function chaud(
  navigateur: Browser,
  adresse: string,
  pas: number,
): Promise<readonly number[]> {
  const page = await navigateur.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${adresse}explorer/?lignes=zone`);
  await repondue(page, '?lignes=zone');
  const durees: (number | null)[] = [];
  for (const mesure of MESURES_EXPLOREES) {
    durees.push(await choisir(page, 'Compter', mesure));
    for (const [i, dimension] of DIMENSIONS.entries()) {
      if (i % pas === 0) durees.push(await choisir(page, 'Par', dimension));
    }
  }
  await page.close();
  return durees.filter((ms) => ms !== null);
}

async function froid(navigateur: Browser, construit: string, adresse: string): Promise<void> {
  const ligne = await ligneLente(adresse, RESEAU);
  const lues: number[] = [];
  for (let i = 0; i < FROIDES; i++) {
    const contexte = await navigateur.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await contexte.newPage();
    await page.goto(`${ligne.adresse}explorer/?lignes=zone`, { waitUntil: 'commit' });
    await repondue(page, '?lignes=zone');
    lues.push(await page.evaluate(() => performance.now()));
    await contexte.close();
  }
  ligne.fermer();
  const moteur = fichiers(construit).filter((chemin) =>
    /duckdb-eh\.\w+\.wasm(\.br)?$/.test(chemin),
  );
  const octets = Math.min(...moteur.map((chemin) => statSync(chemin).size));
  console.log(
    `Première réponse d’une page froide, ${RESEAU.debit} Mbit/s, ${RESEAU.latence} ms : ` +
      `médiane ${(quantile(lues, 0.5) / 1000).toFixed(2)} s, ` +
      `max ${(Math.max(...lues) / 1000).toFixed(2)} s (but ≤ 4,5 s) ; ` +
      `moteur ${(octets / 1e6).toFixed(1)} Mo.`,
  );
}

/** Une réponse de cent mille lignes parcourue d’un bout à l’autre : la plus longue image. */
async function parcourir(navigateur: Browser, adresse: string): Promise<void> {
  const page = await navigateur.newPage({ viewport: { width: 1440, height: 900 } });
  const sql = `SELECT range AS rang, 'ligne ' || range AS texte FROM range(${LIGNES})`;
  await page.goto(`${adresse}explorer/sql/#sql=${encodeURIComponent(sql)}`);
  await page.getByRole('button', { name: 'Exécuter' }).click();
  await page.waitForSelector(`.sql[data-attente=false][data-lignes="${LIGNES}"]`);
  const images = await page.evaluate(async () => {
    const cadre = document.querySelector('.sql-resultat');
    const durees: number[] = [];
    const pas = (cadre?.scrollHeight ?? 0) / 300;
    for (let i = 0, avant = performance.now(); i < 300; i++) {
      cadre?.scrollBy(0, pas);
      await new Promise((rendre) => requestAnimationFrame(rendre));
      const ici = performance.now();
      durees.push(ici - avant);
      avant = ici;
    }
    return durees;
  });
  console.log(
    `${LIGNES} lignes parcourues en ${images.length} images : médiane ` +
      `${quantile(images, 0.5).toFixed(0)} ms, p95 ${quantile(images, 0.95).toFixed(0)} ms, ` +
      `max ${Math.max(...images).toFixed(0)} ms, ` +
      `${images.filter((ms) => ms > 50).length} au-dessus de 50 ms (but : aucune).`,
  );
  await page.close();
}

/**
 * Explorer dans Chromium : la première réponse d’une page froide sur une ligne lente, les
 * suivantes sur les données livrées et cent fois plus d’implantations, une longue réponse parcourue.
 * @param options `--site DOSSIER` mesure un site déjà construit sous `/oad/`
 */
export default async function mesurer(options: readonly string[]): Promise<void> {
  const i = options.indexOf('--site');
  const donne = i < 0 ? undefined : options[i + 1];
  const construit = donne ?? (await batir());
  const grand = mkdtempSync(join(tmpdir(), 'oad-repete-'));
  await repeter(construit, grand);
  const navigateur = await chromium.launch({
    executablePath: exigerChromium(),
    args: OPTIONS_CHROMIUM,
  });
  for (const [nom, dossier, but, pas] of [
    ['×1', construit, '≤ 150', 1],
    [`×${FOIS}`, grand, '≤ 600', 6],
  ] as const) {
    const serveur = await servir(dossier, BASE, 0);
    const durees = await chaud(navigateur, serveur.adresse, pas);
    console.log(
      `${nom} : ${durees.length} réponses, p50 ${quantile(durees, 0.5).toFixed(0)} ms, ` +
        `p95 ${quantile(durees, 0.95).toFixed(0)} ms (but ${but} ms).`,
    );
    if (dossier === construit) {
      await froid(navigateur, construit, serveur.adresse);
      await parcourir(navigateur, serveur.adresse);
    }
    await serveur.fermer();
  }
  await navigateur.close();
  rmSync(grand, { recursive: true });
  if (!donne) rmSync(construit, { recursive: true });
}
