import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import { ouvrirDepots } from '../../pipelines/dossiers.ts';
import type { Rangee } from '../../src/edition/base.ts';
import { lireEtControler } from '../../src/edition/controler.ts';
import { calculerMarts } from '../../src/edition/marts/index.ts';
import { type Dossier, ouvrirDossier, problemesDe } from './dossier.ts';

const REGLES = 'referentiel/normes_creation.csv';
let dossier: Dossier;

/** Les données livrées, où la 4e demande 14 élèves, ou 11, dès les règles de 2026-27. */
function avecReglesDe2026(campagne: string): Dossier {
  dossier = ouvrirDossier();
  const [entete = '', ...lignes] = readFileSync(`data/${REGLES}`, 'utf8').trimEnd().split('\n');
  const de2026 = lignes
    .filter((ligne) => ligne.includes(',2025-26,'))
    .map((ligne) =>
      ligne
        .replace(/^9146/, '9999')
        .replace(',2025-26,', ',2026-27,')
        .replace('seule,12,10,TC-FC', 'seule,14,11,TC-FC')
        .replaceAll('circulaire 9146', 'circulaire 9999')
        .replace('2025-09-01,2027-08-31', '2026-09-01,2028-08-31'),
    );
  dossier.ecrire(REGLES, `${[entete, ...lignes, ...de2026].join('\n')}\n`);
  const edition = readFileSync('data/edition.csv', 'utf8');
  dossier.ecrire('edition.csv', edition.replace('2025-2026', campagne));
  return dossier;
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
  const { chemin } = avecReglesDe2026('2031-2032');
  const trouves = (await problemesDe('data', chemin)).filter(({ code }) => code === 'OAD-CAMPAGNE');
  expect(trouves.map(({ table, valeur, gravite }) => `${table} ${valeur} ${gravite}`)).toEqual([
    'normes_creation 2026-27 avertissement',
    'perimetre 2025-26 avertissement',
    'conditions_alternance dedoublement, 2025-26 avertissement',
    'conditions_alternance delegation, 2019-20 avertissement',
  ]);
  expect(trouves[0]?.message).toContain('celles de 2026-27 sont reconduites');
});
