import fc from 'fast-check';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connues, FACETTES, valeursConnues } from '../../src/domain/filtre/facettes.ts';
import { decoderFichier } from '../../src/domain/filtre/fichier.ts';
import { SELECTION_VIDE, type Selection } from '../../src/domain/filtre/selection.ts';
import { creerRecherche, type Recherche } from '../../src/domain/recherche/options.ts';
import { encode } from '../../src/domain/url/codec.ts';
import { lireManifeste, moteurNode } from '../../src/query/engine.node.ts';
import { indexIndicateurs } from '../../src/query/index-indicateurs.ts';
import { interroger } from '../../src/query/indicateurs.ts';
import { selectionAuHasard } from '../unit/filtre/hasard.ts';
import { type Visite, visiter } from './visite.ts';

const MOTS = ['', '', 'electric', 'cuisinière', 'menusier', '21', 'bois', 'technicien du froid'];
/** Vingt-cinq allers-retours, sur une machine qui peut être chargée. */
const LENT = 240_000;
/** Les lignes elles-mêmes : les regroupements et les colonnes au choix ont leurs propres tests. */
const LIGNES = { vue: SELECTION_VIDE.vue, colonnes: SELECTION_VIDE.colonnes } as const;
const COMPTEES = FACETTES.filter(({ cachee }) => !cachee);

let annee: string;
let anneesDAvant: readonly string[];
let connues: Connues;
let chercher: Recherche;
let visite: Visite;

beforeAll(async () => {
  annee = (await lireManifeste()).edition.annee_scolaire;
  const moteur = await moteurNode();
  const { lignes, contenu } = await indexIndicateurs(moteur, annee);
  const annees = await moteur.lire<{ annee_scolaire: string }>({
    sql: 'SELECT DISTINCT annee_scolaire FROM indicateurs WHERE annee_scolaire < ? ORDER BY 1',
    parametres: [annee],
  });
  anneesDAvant = annees.map(({ annee_scolaire }) => annee_scolaire);
  connues = valeursConnues(lignes);
  chercher = creerRecherche(decoderFichier(JSON.parse(contenu)).options);
  visite = await visiter('indicateurs/', { viewport: { width: 1440, height: 900 } });
});

afterAll(() => visite.fermer());

/** Va à une adresse sans recharger, comme le ferait le bouton « Précédent ». */
async function aller(page: Page, adresse: string): Promise<void> {
  await page.evaluate((search) => {
    history.pushState(null, '', search || location.pathname);
    dispatchEvent(new PopStateEvent('popstate'));
  }, adresse);
  await page.waitForFunction(
    (search) => document.querySelector<HTMLElement>('.indicateurs')?.dataset.pour === search,
    adresse,
  );
}

/** Ce que la page montre : total, lignes, comptes des facettes. */
const lire = (page: Page) =>
  page.evaluate(() => {
    const valeur = (e: Element | null) => Number((e as HTMLDataElement | null)?.value);
    const texte = (e: Element, cellule: string) => e.querySelector(cellule)?.textContent ?? '';
    return {
      total: valeur(document.querySelector('.barre [role=status] data')),
      lignes: [...document.querySelectorAll('.indicateurs-tableau tbody tr')].map(
        (tr) => `${texte(tr, '.c-code')} ${texte(tr, '.c-zone')}`,
      ),
      comptes: [...document.querySelectorAll('.indicateurs-filtres .valeur-compte')].map(valeur),
    };
  });

async function attendre(selection: Selection) {
  const codes = chercher(selection.q)?.codes ?? null;
  const moteur = await moteurNode();
  const demande = { annee: selection.annee || annee, selection, codes };
  const { total, lignes, comptes } = await interroger(moteur, demande, connues);
  const zones = await moteur.lire<{ zone: number; nom: string }>({
    sql: 'SELECT zone, nom FROM zones',
    parametres: [],
  });
  const nomDe = new Map(zones.map(({ zone, nom }) => [zone, nom]));
  return {
    total,
    lignes: lignes.map(({ code_obg, zone }) => `${code_obg} ${nomDe.get(zone)}`),
    comptes: COMPTEES.flatMap(({ cle }) => comptes[cle]),
  };
}

const echantillon = (graine: number) =>
  fc.sample(
    fc
      .tuple(selectionAuHasard(connues), fc.constantFrom(...MOTS))
      .map(([selection, q]) => ({ ...selection, ...LIGNES, q })),
    { numRuns: 25, seed: graine },
  );

const par = (page: Page) => page.locator('.indicateurs').getAttribute('data-par');

describe('les filtres dans le navigateur', () => {
  test(
    '25 sélections au hasard répondues par l’index égalent la requête',
    async () => {
      for (const selection of echantillon(1)) {
        await aller(visite.page, encode(selection));
        expect(await lire(visite.page), encode(selection)).toEqual(await attendre(selection));
        expect(await par(visite.page)).toBe('index');
      }
    },
    LENT,
  );

  test(
    '25 autres, sur les années d’avant, répondues par DuckDB-WASM aussi',
    async () => {
      expect(anneesDAvant.length).toBeGreaterThan(1);
      for (const [i, selection] of echantillon(2).entries()) {
        const avant = { ...selection, annee: anneesDAvant[i % anneesDAvant.length] ?? '' };
        await aller(visite.page, encode(avant));
        expect(await lire(visite.page), encode(avant)).toEqual(await attendre(avant));
        expect(await par(visite.page)).toBe('moteur');
      }
      expect(visite.fautes).toEqual([]);
    },
    LENT,
  );

  test('la dernière année répond sans attendre ce que le moteur cherche encore', async () => {
    const { page, fermer } = await visiter('indicateurs/');
    await page.route('**/*.wasm', () => {});
    await aller(page, '?zone=1');
    await page.getByLabel('Année scolaire').selectOption(anneesDAvant[0] ?? '');
    await page.getByText('Recherche…').waitFor();
    expect(await page.locator('caption').innerText()).toContain(annee);
    await page.getByLabel('Année scolaire').selectOption(annee);
    await page.locator('.indicateurs[data-pour="?zone=1"] [aria-busy=false]').waitFor();
    expect(await par(page)).toBe('index');
    await fermer();
  });
});

test('sans filtre : options organisables × zones, et les comptes TC, FC, TC-FC du Parquet', async () => {
  const { page, fermer } = await visiter('indicateurs/');
  const [attendu] = await (await moteurNode()).lire<Record<string, number>>({
    sql: `SELECT count(*)::INTEGER AS total, count(*) FILTER (tc)::INTEGER AS tc,
      count(*) FILTER (fc)::INTEGER AS fc, count(*) FILTER (tc_fc)::INTEGER AS tc_fc
      FROM indicateurs WHERE annee_scolaire = ?`,
    parametres: [annee],
  });
  const vu = await lire(page);
  const debut = connues.zone.length;
  expect(vu.total).toBe(attendu?.total);
  expect(vu.total).toBe(connues.option.length * connues.zone.length);
  expect(vu.comptes.slice(debut, debut + 3)).toEqual([attendu?.tc_fc, attendu?.tc, attendu?.fc]);
  expect(vu).toEqual(await attendre(SELECTION_VIDE));
  await fermer();
});
