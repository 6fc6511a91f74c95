import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type axe from 'axe-core';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Download,
  type Page,
} from 'playwright';
import { afterEach, expect, inject } from 'vitest';

let connexion: Promise<Browser> | undefined;

const navigateur = (): Promise<Browser> => {
  connexion ??= chromium.connect(inject('navigateur'));
  return connexion;
};

export interface Visite {
  readonly page: Page;
  /** Erreurs de console, exceptions et requêtes vers une autre origine, dans l’ordre. */
  readonly fautes: readonly string[];
  /** Ouvre une autre page du site au même endroit : même taille, aucun média imposé, aucune faute. */
  aller(chemin: string): Promise<void>;
  fermer(): Promise<void>;
}

/**
 * Ouvre une page du site construit dans un contexte neuf.
 * @param chemin relatif à la base, sans `/` initial
 */
export async function visiter(
  chemin: string,
  options: BrowserContextOptions = {},
): Promise<Visite> {
  const site = inject('site');
  const contexte = await (await navigateur()).newContext({
    locale: 'fr-BE',
    timezoneId: 'Europe/Brussels',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await contexte.newPage();
  const fautes: string[] = [];
  const { origin } = new URL(site);
  page.on('console', (message) => {
    if (message.type() === 'error') fautes.push(`console : ${message.text()}`);
  });
  page.on('pageerror', (erreur) => fautes.push(`exception : ${erreur.message}`));
  contexte.on('request', (demande) => {
    const adresse = demande.url();
    const locale = adresse.startsWith(`${origin}/`) || /^(data|blob):/.test(adresse);
    if (!locale) fautes.push(`autre origine : ${adresse}`);
  });
  const ouvrir = (suivant: string) => page.goto(new URL(suivant, site).href, { waitUntil: 'load' });
  const aller = async (suivant: string): Promise<void> => {
    fautes.length = 0;
    if (options.viewport) await page.setViewportSize(options.viewport);
    await page.emulateMedia({ media: null, colorScheme: options.colorScheme ?? null });
    await ouvrir(suivant);
  };
  await ouvrir(chemin);
  const fermer = async (): Promise<void> => {
    // Une réponse détournée peut être encore en route.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await contexte.close();
  };
  return { page, fautes, aller, fermer };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NORMES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Ce qu’un autre thème peut changer, et qui coûte plus que tout le reste. */
const COULEURS = ['color-contrast', 'link-in-text-block'];

/** Ce qu’axe regarde : tout, tout sauf les couleurs, ou elles seules. */
export type Regard = 'tout' | 'formes' | 'couleurs';

/**
 * Les violations qu’axe trouve dans la page (WCAG 2.2 AA), une par ligne.
 * @param dans la page entière, ou ce qu’un sélecteur y désigne
 */
export async function violations(
  page: Page,
  regard: Regard = 'tout',
  dans = 'html',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const sans = Object.fromEntries(COULEURS.map((regle) => [regle, { enabled: false }]));
  const choix = {
    runOnly: regard === 'couleurs' ? COULEURS : NORMES,
    rules: regard === 'formes' ? sans : {},
    resultTypes: ['violations' as const],
    preload: false,
  };
  const trouvees = await page.evaluate(
    async ([options, ici]) => {
      const { axe: controleur } = window as unknown as { axe: typeof axe };
      return (await controleur.run(ici, options)).violations;
    },
    [choix, dans] as const,
  );
  return trouvees.map(
    ({ id, nodes }) => `${id} : ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Les violations de la page dans le thème clair, puis celles que le thème sombre ajoute. */
export async function violationsDesThemes(page: Page, dans?: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const claires = await violations(page, 'tout', dans);
  return [...claires, ...(await violationsSombres(page, dans))];
}

/** Les couleurs du thème sombre. */
export async function violationsSombres(page: Page, dans?: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  return (await violations(page, 'couleurs', dans)).map((faute) => `sombre : ${faute}`);
}

/** Les octets d’un fichier que la page a donné à télécharger. */
export async function octetsDe(fichier: Download): Promise<Buffer> {
  const dossier = mkdtempSync(join(tmpdir(), 'oad-telecharge-'));
  const chemin = join(dossier, 'fichier');
  await fichier.saveAs(chemin);
  const octets = readFileSync(chemin);
  rmSync(dossier, { recursive: true, force: true });
  return octets;
}

/** De combien la page a bougé sous les yeux du visiteur, sans qu’il y touche (CLS). */
export const decalage = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const guet = new PerformanceObserver(() => {});
    guet.observe({ type: 'layout-shift', buffered: true });
    const mouvements = guet.takeRecords() as (PerformanceEntry & { value: number })[];
    guet.disconnect();
    return mouvements.reduce((total, { value }) => total + value, 0);
  });

/** Espace le texte comme un lecteur peut le vouloir (WCAG 1.4.12). */
export const espacer = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const feuille = new CSSStyleSheet();
    feuille.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; ' +
        'word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, feuille];
  });

/** De combien la page dépasse l’écran, et ce qui la fait dépasser ; rien si elle y tient. */
export const debord = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const fautifs = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(-3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
    return [`${scrollWidth - clientWidth} px`, ...fautifs];
  });

/**
 * Les signes qu’une fin de ligne pourrait séparer de leur mot : « : », « ; », « ? », « ! », « » », « % »
 * derrière une espace ordinaire. Un intitulé d’option reste tel que le répertoire l’écrit.
 */
export const espacesSecables = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const hors = 'script, style, pre, code, textarea, template, option, a, .cm-editor';
    const textes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const trouves = new Set<string>();
    for (let texte = textes.nextNode(); texte; texte = textes.nextNode()) {
      const dit = /.{0,30}[\p{L}\d»)…] [:;?!»%](?=\s|$).{0,20}|« .{0,20}/u.exec(
        texte.textContent ?? '',
      );
      if (dit && !texte.parentElement?.closest(hors)) trouves.add(dit[0]);
    }
    return [...trouves];
  });

/** De quoi ouvrir une page par test : elle se ferme après lui, et n’a eu aucune faute. */
export function uneVisiteParTest(): (...ou: Parameters<typeof visiter>) => Promise<Page> {
  let visite: Visite | null = null;
  afterEach(async () => {
    const fautes = visite?.fautes ?? [];
    await visite?.fermer();
    visite = null;
    expect(fautes).toEqual([]);
  });
  return async (...ou) => {
    visite = await visiter(...ou);
    return visite.page;
  };
}
