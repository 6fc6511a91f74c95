import { afterEach, describe, expect, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import { ouvrirDepots } from '../../pipelines/dossiers.ts';
import { reglesEnVigueur, reglesJusqua } from '../../src/domain/normes/edition.ts';
import type { Rangee } from '../../src/edition/base.ts';
import { lireEtControler } from '../../src/edition/controler.ts';
import { calculerMarts } from '../../src/edition/marts/index.ts';
import { ajouterLesRegles, choisirLaCampagne, PAR_CAMPAGNE } from '../site/regles.ts';
import { type Dossier, ouvrirDossier, problemesDe } from './dossier.ts';

type Regle = Rangee & { readonly edition: string };

let dossier: Dossier;

/** Les données livrées, où la 4e demande 14 élèves, ou 11, dès les règles de 2026-27. */
function avecReglesDe2026(campagne: string, tables?: readonly string[]): Dossier {
  dossier = ouvrirDossier();
  ajouterLesRegles(dossier.chemin, tables);
  if (campagne !== '2025-2026') choisirLaCampagne(dossier.chemin, campagne);
  return dossier;
}

/** Les lignes des tables de règles, sans leur numéro. */
async function regles(dossiers: readonly string[]): Promise<ReadonlyMap<string, Regle[]>> {
  const base = await ouvrirBase();
  await lireEtControler(base, ouvrirDepots(dossiers));
  const lues = new Map<string, Regle[]>();
  for (const table of PAR_CAMPAGNE) {
    const requete = `SELECT * EXCLUDE (_ligne) FROM source."${table}" ORDER BY ALL`;
    lues.set(table, await base.lire<Regle>(requete));
  }
  await base.fermer();
  return lues;
}

async function normes(dossiers: readonly string[]): Promise<Rangee[]> {
  const base = await ouvrirBase();
  await lireEtControler(base, ouvrirDepots(dossiers));
  await calculerMarts(base);
  const lues = await base.lire('SELECT * FROM normes_applicables ORDER BY ALL');
  await base.fermer();
  return lues;
}

afterEach(() => dossier.effacer());

describe('des règles de 2026-27 dans un dossier', () => {
  test('ne changent rien tant que la campagne est celle de 2025-2026', async () => {
    const { chemin } = avecReglesDe2026('2025-2026');
    expect(await normes(['data', chemin])).toEqual(await normes(['data']));
  });

  test('les énoncés, les périmètres et les conditions restent ceux de 2025-2026', async () => {
    const { chemin } = avecReglesDe2026('2025-2026');
    const lues = await regles(['data', chemin]);
    const livrees = await regles(['data']);
    for (const table of PAR_CAMPAGNE) {
      const [avec = [], sans = []] = [lues.get(table), livrees.get(table)];
      expect(avec.length, table).toBeGreaterThan(sans.length);
      for (const choisir of [reglesEnVigueur, reglesJusqua]) {
        expect(choisir(avec, '2025-2026'), table).toEqual(choisir(sans, '2025-2026'));
        expect(choisir(avec, '2026-2027'), table).not.toEqual(choisir(sans, '2026-2027'));
      }
    }
  });

  test('changent toutes les normes, leur raison et leur référence quand la campagne le dit', async () => {
    const { chemin } = avecReglesDe2026('2026-2027');
    const lues = await normes(['data', chemin]);
    expect(new Set(lues.map(({ edition }) => edition))).toEqual(new Set(['2026-27']));
    const de4e = lues.filter(({ regle }) => regle === '9999-4e');
    expect(new Set(de4e.map(({ valeur }) => valeur))).toEqual(new Set([14, 11]));
    expect(de4e.every(({ reference }) => String(reference).includes('9999'))).toBe(true);
    const avant = await normes(['data']);
    const cle = ({ code_obg, zone, mode, groupement }: Rangee) =>
      `${code_obg}/${zone}/${mode}/${groupement}`;
    expect(lues.map(cle)).toEqual(avant.map(cle));
  });
});

test('une campagne sans règles à elle dit celles qu’elle reconduit', async () => {
  const { chemin } = avecReglesDe2026('2031-2032', ['normes_creation']);
  const trouves = (await problemesDe('data', chemin)).filter(({ code }) => code === 'OAD-CAMPAGNE');
  expect(trouves.map(({ table, valeur, gravite }) => `${table} ${valeur} ${gravite}`)).toEqual([
    'normes_creation 2026-27 avertissement',
    'perimetre 2025-26 avertissement',
    'conditions_alternance dedoublement, 2025-26 avertissement',
    'conditions_alternance delegation, 2019-20 avertissement',
    'enonces 2025-26 avertissement',
  ]);
  expect(trouves[0]?.message).toContain(
    'celles de 2026-27 (valables jusqu’au 2028-08-31) sont reconduites',
  );
});
