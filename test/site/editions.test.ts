import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { construire } from '../../pipelines/construire.ts';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { editionPartielle, PARTIELLES, type Partielle } from '../pipeline/editions-partielles.ts';
import { affirmations, texteDe } from './absences-des-pages.ts';
import type { Montrer } from './site-a-chaud.ts';

const OPTION = '2115';

/** Une page de chaque sorte, et ce que l’édition partielle a de plus parlant. */
const CHEMINS = [
  ...['', 'zones/', 'comparer/', 'carte/', 'indicateurs/', 'dossier/', 'ou-apprendre/'],
  ...['zones/bruxelles/', 'zones/liege/', 'zones/namur/', 'zones/luxembourg/'],
  ...['implantations/101/', 'implantations/401/', 'implantations/402/', 'implantations/602/'],
  ...[OPTION, '6210', '1404', '3423', '8405'].map((code) => `options/${code}/`),
  ...['explorer/', 'procedure/normes/', 'procedure/alternance/', 'donnees/qualite/'],
] as const;

/** Le site à chaud : chaque page demandée se rend, et aucune autre. */
let site: ChildProcess;

async function montrer(publies: string): Promise<(chemin: string) => Promise<string>> {
  const reponse = once(site, 'message');
  site.send({ publies } satisfies Montrer);
  const [adresse] = (await reponse) as [string];
  return async (chemin) => {
    const page = await fetch(`${adresse}${chemin}`);
    if (!page.ok) throw new Error(`${chemin} : ${page.status}`);
    return page.text();
  };
}

beforeAll(() => {
  // Astro n’ouvre pas ses pages à Vitest.
  const { BASE_URL: _, VITEST: __, ...herites } = process.env;
  site = fork('test/site/site-a-chaud.ts', {
    env: { ...herites, NODE_ENV: 'development', OAD_BASE: '/' },
  });
});
afterAll(() => {
  site.kill();
});

/** Les élèves d’une option, par zone, tels que les lignes de l’édition les disent. */
function elevesDesLignes({ inscriptions = [], totaux = [] }: Partielle): Map<number, number> {
  const eleves = new Map<number, number>();
  const compter = (zone: number, nombre: string | undefined) =>
    eleves.set(zone, (eleves.get(zone) ?? 0) + Number(nombre));
  for (const [annee, fase, code, , , nombre] of inscriptions.map((ligne) => ligne.split(','))) {
    if (annee === '2023-2024' && code === OPTION) compter(Math.floor(Number(fase) / 100), nombre);
  }
  for (const [annee, zone, code, , nombre] of totaux.map((ligne) => ligne.split(','))) {
    if (annee === '2023-2024' && code === OPTION) compter(Number(zone), nombre);
  }
  return eleves;
}

/** Les mêmes, tels que la page de l’option les montre. */
function elevesDeLaPage(html: string): Map<number, number> {
  const { document } = parseHTML(html);
  return new Map(
    [...document.querySelectorAll('[data-anciens="oui"] .option-zones tbody tr')].flatMap(
      (rangee) => {
        const eleves = Number(rangee.querySelector('.oz-eleves data')?.getAttribute('value') ?? 0);
        return eleves > 0 ? [[Number(rangee.getAttribute('data-zone')), eleves] as const] : [];
      },
    ),
  );
}

describe.for(Object.entries<Partielle>(PARTIELLES))('%s', ([, partielle]) => {
  const edition = editionPartielle(partielle);
  const publies = mkdtempSync(join(tmpdir(), 'oad-a-chaud-'));
  const pages = new Map<string, string>();
  let manifeste: Manifeste;

  beforeAll(async () => {
    manifeste = await construire(['data', edition.chemin], join(publies, 'data'));
    const lire = await montrer(publies);
    for (const chemin of CHEMINS) pages.set(chemin, await lire(chemin));
  });
  afterAll(() => {
    edition.effacer();
    rmSync(publies, { recursive: true });
  });

  test('aucune page n’affirme ce que ses données ne savent pas', () => {
    const fausses = [...pages].flatMap(([chemin, html]) =>
      affirmations(chemin, html, manifeste).map((dit) => `/${chemin} : ${dit}`),
    );
    expect(fausses).toEqual([]);
  });

  test('chaque page a son texte et dit que l’édition est partielle', () => {
    for (const [chemin, html] of pages) {
      expect(texteDe(html).length, chemin).toBeGreaterThan(100);
      expect(html, chemin).toContain('Édition partielle');
    }
  });

  test('les élèves de chaque zone sont ceux des lignes, et aucune autre zone n’en a', () => {
    expect(elevesDeLaPage(pages.get(`options/${OPTION}/`) ?? '')).toEqual(
      elevesDesLignes(partielle),
    );
  });
});
