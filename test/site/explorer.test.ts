import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { GALERIE } from '../../src/domain/explorer/galerie.ts';
import type { Question } from '../../src/domain/explorer/question.ts';
import { decodeExplorer, encodeExplorer } from '../../src/domain/url/explorer.ts';
import type { PageExplorer } from '../../src/query/explorer/page.ts';
import type { Moteur } from '../../src/query/moteur.ts';
import { lirePage } from './nombres.ts';
import { debord, octetsDe, type Visite, violationsDesThemes, visiter } from './visite.ts';

const PATIENCE = { timeout: 60_000 };

let visite: Visite;
let moteur: Moteur;
let edition: PageExplorer;

beforeAll(async () => {
  process.env.OAD_PUBLIC = inject('construit');
  const { lireManifeste, moteurNode } = await import('../../src/query/engine.node.ts');
  const { lirePageExplorer } = await import('../../src/query/explorer/page.ts');
  moteur = await moteurNode();
  edition = await lirePageExplorer(moteur, await lireManifeste());
  visite = await visiter('explorer/');
});
afterAll(() => visite.fermer());

/** Les nombres du tableau montré, ligne par ligne ; vide là où il n’y en a pas. */
const montres = (): Promise<string[][]> =>
  visite.page
    .locator('.explorer-tableau tbody tr')
    .evaluateAll((lignes) =>
      lignes.map((ligne) =>
        [...ligne.querySelectorAll('td')].map(
          (case_) => case_.querySelector('data')?.getAttribute('value') ?? '',
        ),
      ),
    );

const reponduA = (adresse: string) =>
  visite.page.locator(`.explorer[data-attente=false][data-pour="${adresse}"]`).waitFor(PATIENCE);

async function attendus(question: Question): Promise<string[][]> {
  const { interroger } = await import('../../src/query/explorer/lire.ts');
  const { tableauDeReponse } = await import('../../src/charts/explorer.ts');
  const noms = { zone: {}, secteur: {}, groupe: {} };
  const reponse = await interroger(moteur, question, edition.contexte);
  return tableauDeReponse(reponse, noms, edition.contexte.annees).rangees.map((rangee) =>
    rangee.cellules
      .slice(1)
      .map((c) =>
        c && typeof c === 'object' && 'valeur' in c ? String(Math.round(c.valeur * 1e6) / 1e6) : '',
      ),
  );
}

describe('la galerie', () => {
  test.each(GALERIE.map(({ titre, question }) => [titre, question] as const))(
    '« %s » : le lien répond ce que disent les tables',
    async (_titre, question) => {
      const adresse = encodeExplorer(question);
      await visite.aller(`explorer/${adresse}`);
      await reponduA(adresse);
      expect(await montres()).toEqual(await attendus(question));
      expect(visite.fautes).toEqual([]);
    },
  );
});

test('des questions au hasard, posées par l’adresse : le navigateur répond comme les tables', async () => {
  const suite = [
    '?mesure=taille&lignes=commune&zone=6&au-moins=30',
    '?mesure=evolution-relative&lignes=groupe&colonnes=reseau&depuis=2021-2022&secteur=2,5',
    '?lignes=option&colonnes=annee-scolaire&option=2420,8217&premieres=0',
    '?mesure=implantations&lignes=besoin&colonnes=zone&part=ligne',
    '?lignes=annee-etude&colonnes=mode&anciens=non&part=tout&zone=1',
  ];
  for (const adresse of suite) {
    const { question } = decodeExplorer(adresse, edition.connues);
    await visite.aller(`explorer/${adresse}`);
    await reponduA(encodeExplorer(question));
    expect(await montres(), adresse).toEqual(await attendus(question));
  }
  expect(visite.fautes).toEqual([]);
});

test('choisir, filtrer, revenir : l’adresse suit, et « Précédent » défait', async () => {
  const { page } = visite;
  await visite.aller('explorer/');
  await page.getByLabel('Compter').selectOption('occurrences');
  await reponduA('?mesure=occurrences');
  await page.getByLabel('Et par, en colonnes').selectOption('caractere');
  await reponduA('?mesure=occurrences&colonnes=caractere');
  await page.locator('summary', { hasText: /^Zone/ }).click();
  await page.getByLabel('Liège', { exact: true }).check();
  await reponduA('?mesure=occurrences&colonnes=caractere&zone=4');
  await page.goBack();
  await reponduA('?mesure=occurrences&colonnes=caractere');
  expect(await page.getByLabel('Liège', { exact: true }).isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Repartir de zéro' }).click();
  await reponduA('');
  expect(visite.fautes).toEqual([]);
});

test('sans question, rien du moteur ne vient, même par une ancre ; la réponse de départ est là', async () => {
  const demandees: string[] = [];
  const note = (demande: { url(): string }) => demandees.push(demande.url());
  visite.page.on('request', note);
  await visite.aller('explorer/');
  await visite.page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  await visite.page.keyboard.press('Tab');
  await visite.page.keyboard.press('Enter');
  await visite.page.waitForURL('**/#contenu');
  await visite.page.waitForLoadState('networkidle');
  visite.page.off('request', note);
  expect(demandees.filter((adresse) => /duckdb|\.parquet$/.test(adresse))).toEqual([]);
  expect((await montres()).length).toBeGreaterThan(5);
});

test('le CSV emporte ce qui est montré, et dit d’où il vient', async () => {
  const { page } = visite;
  await visite.aller('explorer/?lignes=zone');
  await reponduA('?lignes=zone');
  const attendu = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporter (CSV)' }).click();
  const lignes = (await octetsDe(await attendu)).toString('utf8').trim().split('\r\n');
  expect(lignes[0]).toBe('source,edition,Zone,Élèves');
  expect(lignes).toHaveLength(11);
  expect(lignes[1]).toMatch(/demonstration|démonstration|fictif/i);
});

test('un moteur qui ne vient pas se dit ; « Recharger » ou « Réessayer » est là', async () => {
  const autre = await visiter('a-propos/');
  await autre.page.route(/duckdb-eh.*\.wasm/, (route) => route.fulfill({ status: 503 }));
  await autre.page.goto(new URL('explorer/?lignes=zone', inject('site')).href);
  await autre.page.locator('.panne[role=alert]').waitFor(PATIENCE);
  expect((await autre.page.locator('.explorer-tableau').count()) > 0).toBe(true);
  await autre.fermer();
});

test('une réponse croisée : axe net dans les deux thèmes', async () => {
  await visite.aller('explorer/?lignes=secteur&colonnes=zone&mesure=taille');
  await visite.page.locator('.explorer-tableau td[data-niveau="5"]').first().waitFor(PATIENCE);
  expect(await violationsDesThemes(visite.page)).toEqual([]);
});

describe('d’où l’on vient', () => {
  test('chaque figure d’une zone ouvre une question que la page comprend', () => {
    const { connues } = edition;
    const liens = lirePage('zones/liege').querySelectorAll<HTMLAnchorElement>(
      '.figure a[href*="/explorer/?"]',
    );
    expect(liens.length).toBeGreaterThan(10);
    for (const lien of liens) {
      const { search } = new URL(lien.getAttribute('href') ?? '', 'https://exemple.org');
      const { question, avis } = decodeExplorer(search, connues);
      expect(avis, search).toEqual([]);
      expect(question.choix.zone, search).toEqual(['4']);
    }
  });

  test('le tableau donne ses filtres', async () => {
    const { page } = visite;
    await visite.aller('indicateurs/?zone=4&besoin=tc-fc');
    await page.waitForSelector('.indicateurs[data-pret=true]', { state: 'attached' });
    await page.locator('.outil > summary', { hasText: 'Exporter' }).click();
    await page.getByRole('link', { name: 'Explorer ces chiffres' }).click();
    await page.waitForURL('**/explorer/?lignes=option&zone=4&besoin=tc-fc');
    await reponduA('?lignes=option&zone=4&besoin=tc-fc');
    expect((await montres()).length).toBeGreaterThan(5);
  });
});

test('une réponse qui suit les années se trace, et dit ce qui ne s’y compare pas', async () => {
  const { page, fautes } = visite;
  await visite.aller('explorer/?colonnes=annee-scolaire');
  await reponduA('?colonnes=annee-scolaire');
  await page.locator('.explorer-courbes svg[role=img]').waitFor(PATIENCE);
  expect(await page.locator('.explorer-courbes .point circle').count()).toBe(9 * 5);
  // La 4e entre dans les comptes la dernière année : le trait s’arrête avant elle.
  expect(await page.locator('.explorer-courbes .ligne path[d*=L]').count()).toBe(9);
  const reponse = page.locator('.explorer-reponse');
  expect(await reponse.getByText('la 4e s’y ajoute depuis 2023-\u20602024').count()).toBe(1);
  const constat = await page.locator('.explorer-constat').innerText();
  expect(constat).toContain('2022-\u20602023');
  expect(constat).not.toMatch(/2023-\u2060?2024/);
  const [xlsx] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'XLSX' }).click(),
  ]);
  expect((await octetsDe(xlsx)).subarray(0, 2).toString()).toBe('PK');
  expect(await debord(page)).toEqual([]);
  expect(fautes).toEqual([]);
});

describe('les figures d’une réponse', () => {
  const compteDe = (choix: string) => visite.page.locator(`.explorer-figure ${choix}`).count();

  test('par zone : une carte, dix teintes qui suivent les valeurs, en SVG et en PNG', async () => {
    const { page, fautes } = visite;
    await visite.aller('explorer/?lignes=zone');
    await reponduA('?lignes=zone');
    await page.locator('.explorer-carte svg[role=img]').waitFor(PATIENCE);
    const titres = await page.locator('.explorer-carte path > title').allTextContents();
    expect(titres).toHaveLength(10);
    const [plus] = await montres();
    const pleine = page.locator('.explorer-carte path.carte-classe-5 > title').first();
    expect((await pleine.textContent())?.replace(/\D/g, '')).toBe(plus?.[0]);
    for (const type of ['SVG', 'PNG']) {
      const [recu] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('button', { name: `Figure (${type})` })
          .last()
          .click(),
      ]);
      const octets = await octetsDe(recu);
      if (type === 'PNG') expect(octets.subarray(1, 4).toString()).toBe('PNG');
      else {
        const svg = octets.toString('utf8').replaceAll('\u2060', '');
        expect(svg).toContain('Élèves par zone, en 2023-2024');
        expect(svg).toContain('Dans cette édition fictive');
        expect(svg).not.toMatch(/class=|<style/);
      }
    }
    expect(fautes).toEqual([]);
  });

  test('une évolution : une pente par ligne, dont les bouts font l’écart', async () => {
    const { page } = visite;
    await visite.aller('explorer/?mesure=evolution');
    await reponduA('?mesure=evolution');
    await page.locator('.explorer-pentes svg[role=img]').waitFor(PATIENCE);
    const ecarts = (await montres()).map(([valeur]) => Number(valeur));
    expect(await compteDe('.ligne path')).toBe(ecarts.length);
    const dits = await page.locator('.explorer-pentes circle > title').allTextContents();
    const nombre = (dit: string | undefined) => Number(dit?.split(':').at(-1)?.replace(/\D/g, ''));
    const parLigne = ecarts.map((_, i) => nombre(dits[2 * i + 1]) - nombre(dits[2 * i]));
    expect(parLigne).toEqual(ecarts);
  });

  test('une réponse où un nombre se dit en mots s’emporte en Parquet', async () => {
    const { page, fautes } = visite;
    await visite.aller('explorer/?lignes=secteur&colonnes=zone&mesure=taille');
    await reponduA('?mesure=taille&colonnes=zone');
    const [recu] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Parquet' }).click(),
    ]);
    expect((await octetsDe(recu)).subarray(0, 4).toString()).toBe('PAR1');
    expect(fautes).toEqual([]);
  });

  test('toutes les communes : la carte ; les premières seulement : pas de carte', async () => {
    await visite.aller('explorer/?lignes=commune&premieres=0');
    await reponduA('?lignes=commune&premieres=0');
    await visite.page.locator('.explorer-carte svg[role=img]').waitFor(PATIENCE);
    const teintees = await compteDe('.explorer-carte path:not(.carte-neutre):has(> title)');
    expect(teintees).toBe((await montres()).length);
    await visite.aller('explorer/?lignes=commune');
    await reponduA('?lignes=commune');
    expect(await compteDe('.explorer-carte')).toBe(0);
  });

  test.each([360, 1440])('à %i px, rien ne déborde et les noms se lisent', async (width) => {
    const { page } = visite;
    await visite.aller('explorer/?mesure=evolution&lignes=zone');
    await page.setViewportSize({ width, height: 800 });
    await page.reload();
    await reponduA('?mesure=evolution&lignes=zone');
    await page.locator('.explorer-carte svg[role=img]').waitFor(PATIENCE);
    expect(await debord(page)).toEqual([]);
    const corps = await page.locator('.explorer-figure svg text').evaluateAll((textes) =>
      Math.min(
        ...textes.map((texte) => {
          const svg = texte.closest('svg');
          const echelle = (svg?.clientWidth ?? 0) / (svg?.viewBox.baseVal.width || 1);
          return Number.parseFloat(getComputedStyle(texte).fontSize) * echelle;
        }),
      ),
    );
    expect(corps).toBeGreaterThan(10.5);
  });
});
