import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BaseNative, ouvrirBase } from '../../pipelines/base.ts';
import { ouvrirDepots } from '../../pipelines/dossiers.ts';
import type { ContexteDeControle } from '../../src/edition/check/controle.ts';
import { derives } from '../../src/edition/check/derive.ts';

const AVANT = '2022-2023';
const APRES = '2023-2024';
let base: BaseNative;

beforeEach(async () => {
  base = await ouvrirBase();
});

afterEach(() => base.fermer());

/** Les zones dont la population change trop, de `avant` à `apres`. */
async function suspectes(zones: readonly (readonly [avant: number, apres: number])[]) {
  const rangees = zones.flatMap(([avant, apres], i) => [
    `('${AVANT}', ${i + 1}, ${avant})`,
    `('${APRES}', ${i + 1}, ${apres})`,
  ]);
  await base.run('CREATE TABLE source.population (annee_scolaire VARCHAR, zone INT, eleves INT)');
  await base.run(`INSERT INTO source.population VALUES ${rangees.join(', ')}`);
  const controle = derives.find(({ table }) => table === 'population');
  const contexte: ContexteDeControle = { base, depots: ouvrirDepots([]), lues: new Map() };
  const constats = (await controle?.chercher(contexte)) ?? [];
  return constats.map(({ valeur }) => valeur?.match(/zone (\d+)/)?.[1]);
}

test('une chute se dit comme une hausse, au-delà d’un dixième', async () => {
  const trop = [
    [600, 530],
    [600, 670],
  ] as const;
  const admis = [
    [600, 540],
    [600, 660],
  ] as const;
  expect(await suspectes([...trop, ...admis])).toEqual(['1', '2']);
});

test('de petits nombres ne disent rien, à moins que l’un des deux ne soit grand', async () => {
  expect(
    await suspectes([
      [400, 499],
      [499, 100],
      [400, 500],
      [500, 100],
    ]),
  ).toEqual(['3', '4']);
});
