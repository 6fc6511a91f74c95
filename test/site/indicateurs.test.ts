import fc from 'fast-check';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enRangees } from '../../src/domain/colonnes.ts';
import { FACETTES, type ValeursConnues, valeursConnues } from '../../src/domain/filtre/facettes.ts';
import { creerFiltre } from '../../src/domain/filtre/filtre.ts';
import { SELECTION_VIDE, type Selection } from '../../src/domain/filtre/selection.ts';
import {
  creerRecherche,
  type OptionCherchee,
  type Recherche,
} from '../../src/domain/recherche/options.ts';
import { encode } from '../../src/domain/url/codec.ts';
import { lireManifeste, moteurNode } from '../../src/query/engine.node.ts';
import { type IndexPublie, indexIndicateurs } from '../../src/query/index-indicateurs.ts';
import { rechercheDesOptions } from '../../src/query/recherche.ts';
import { selectionAuHasard } from '../unit/filtre/hasard.ts';
import { type Visite, visiter } from './visite.ts';

const MOTS = ['', '', 'electric', 'cuisinière', 'menusier', '21', 'bois', 'technicien du froid'];
/** Vingt-cinq allers-retours, sur une machine qui peut être chargée. */
const LENT = 240_000;
/** Les lignes elles-mêmes : les regroupements et les colonnes au choix ont leurs propres tests. */
const LIGNES = { vue: 'lignes', colonnes: SELECTION_VIDE.colonnes } as const;
const COMPTEES = FACETTES.filter(({ cachee }) => !cachee);

let annee: string;
let publies: readonly IndexPublie[];
let anneesDAvant: readonly string[];
let connues: ValeursConnues;
let chercher: Recherche;
let visite: Visite;

beforeAll(async () => {
  const { edition, anneesScolaires } = await lireManifeste();
  annee = edition.annee_scolaire;
  publies = await indexIndicateurs(await moteurNode(), anneesScolaires);
  anneesDAvant = anneesScolaires.slice(0, -1);
  const { seules } = publies.at(-1) as IndexPublie;
  connues = valeursConnues(seules);
  const { contenu } = await rechercheDesOptions(await moteurNode());
  chercher = creerRecherche(enRangees<OptionCherchee>(JSON.parse(contenu)));
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
  const publie = publies.find((p) => p.annee === (selection.annee || annee)) as IndexPublie;
  const lues = selection.anciens ? publie.reunies : publie.seules;
  const { total, lignes, comptes } = creerFiltre(lues, connues)(selection, codes);
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
    '25 sélections au hasard, avec ou sans anciens codes, égalent le filtre de référence',
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
    '25 autres, sur les années d’avant, répondues par leur index aussi, sans moteur',
    async () => {
      expect(anneesDAvant.length).toBeGreaterThan(1);
      for (const [i, selection] of echantillon(2).entries()) {
        const avant = { ...selection, annee: anneesDAvant[i % anneesDAvant.length] ?? '' };
        await aller(visite.page, encode(avant));
        expect(await lire(visite.page), encode(avant)).toEqual(await attendre(avant));
        expect(await par(visite.page)).toBe('index');
      }
      expect(visite.fautes).toEqual([]);
    },
    LENT,
  );

  test('la dernière année répond sans attendre l’index qu’une autre lit encore', async () => {
    const { page, fermer } = await visiter('indicateurs/');
    await page.route(`**/indicateurs-${anneesDAvant[0]}.*.json`, () => {});
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

test('sans filtre : options × zones, anciens codes réunis, et les comptes TC, FC, TC-FC du Parquet', async () => {
  const { page, fermer } = await visiter('indicateurs/?vue=lignes');
  await page.locator('.indicateurs[data-pour="?vue=lignes"]').waitFor();
  const [attendu] = await (await moteurNode()).lire<Record<string, number>>({
    sql: `SELECT count(*)::INTEGER AS total, count(*) FILTER (tc)::INTEGER AS tc,
      count(*) FILTER (fc)::INTEGER AS fc, count(*) FILTER (tc_fc)::INTEGER AS tc_fc
      FROM indicateurs WHERE annee_scolaire = ?
        AND code_obg NOT IN (SELECT ancien FROM successions)`,
    parametres: [annee],
  });
  const vu = await lire(page);
  const debut = connues.zone.length;
  expect(vu.total).toBe(attendu?.total);
  expect(vu.comptes.slice(debut, debut + 3)).toEqual([attendu?.tc_fc, attendu?.tc, attendu?.fc]);
  expect(vu).toEqual(await attendre({ ...SELECTION_VIDE, vue: 'lignes' }));
  await fermer();
});
