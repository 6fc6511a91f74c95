import { expect, test } from 'vitest';
import { ouvrirBase } from '../../pipelines/base.ts';
import { ouvrirDepots } from '../../pipelines/dossiers.ts';
import { TABLES_MART } from '../../src/domain/tables/index.ts';
import type { Base } from '../../src/edition/base.ts';
import { taireSecrets } from '../../src/edition/check/sources.ts';
import { lireEtControler } from '../../src/edition/controler.ts';
import { calculerMarts } from '../../src/edition/marts/index.ts';
import type { Depots } from '../../src/edition/read/depot.ts';
import { ouvrirBaseWasm } from './base-wasm.ts';
import { enMemoire } from './depot-memoire.ts';
import { MINI } from './dossier.ts';
import { EDITIONS } from './editions-asymetriques.ts';

/** Ce qu’une base fait d’une édition : problèmes, bilans, masques, et chaque cellule des marts. */
async function batir(base: Base, depots: Depots) {
  const controlee = await lireEtControler(base, depots);
  await taireSecrets(base);
  const masquage = await calculerMarts(base);
  const marts: Record<string, readonly unknown[]> = {};
  for (const { nom, cle } of TABLES_MART) {
    const ordre = cle.map((colonne) => `"${colonne}"`).join(', ');
    marts[nom] = await base.lire(`SELECT * FROM main."${nom}" ORDER BY ${ordre}`);
  }
  const sources = await base.lire('SELECT * FROM source.sources ORDER BY ALL');
  return { controlee, masquage, marts, sources };
}

/** Un code que le répertoire n’a pas. */
function abimee() {
  const dossier = EDITIONS.demonstration();
  dossier.remplacer('offre/inscriptions.csv', '2115', '2116');
  return dossier;
}

test('les deux moteurs ont la version que la maison dit', async () => {
  const base = await ouvrirBase();
  const [native] = await base.lire<{ v: string }>('SELECT version() AS v');
  await base.fermer();
  expect(native?.v).toMatch(/^v1\.5\./);
  expect((await ouvrirBaseWasm()).version()).toBe('v0.9.1');
});

test.each(Object.entries(EDITIONS))(
  'l’édition %s : DuckDB 1.5 et DuckDB-WASM 0.9 rendent les mêmes cellules',
  async (nom, ouvrir) => {
    const dossier = ouvrir();
    const depots = ouvrirDepots([MINI, dossier.chemin]);
    const native = await ouvrirBase();
    const [a, b] = [
      await batir(native, depots),
      await batir(await ouvrirBaseWasm(), await enMemoire(depots)),
    ];
    await native.fermer();
    dossier.effacer();
    expect(b).toEqual(a);
    expect(Object.values(a.marts).flat().length).toBeGreaterThan(200);
    expect(a.masquage === null).toBe(nom === 'demonstration');
  },
);

test('une édition fautive a le même rapport', async () => {
  const dossier = abimee();
  const depots = ouvrirDepots([MINI, dossier.chemin]);
  const native = await ouvrirBase();
  const a = await lireEtControler(native, depots);
  const b = await lireEtControler(await ouvrirBaseWasm(), await enMemoire(depots));
  await native.fermer();
  dossier.effacer();
  expect(a.problemes.filter(({ gravite }) => gravite === 'erreur').length).toBeGreaterThan(0);
  expect(b).toEqual(a);
});
