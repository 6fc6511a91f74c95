import { expect, test } from 'vitest';
import { derniereSeulement } from '../../../src/query/derniere.ts';

test('une à la fois, et seule la dernière demande reçoit sa réponse', async () => {
  const faites: number[] = [];
  const demander = derniereSeulement(async (n: number) => {
    faites.push(n);
    await Promise.resolve();
    return n * 10;
  });
  expect(await Promise.all([demander(1), demander(2), demander(3)])).toEqual([null, null, 30]);
  expect(faites).toEqual([3]);
});

test('une demande partie, qu’une autre dépasse, ne rend rien', async () => {
  const partie = Promise.withResolvers<void>();
  const fin = Promise.withResolvers<void>();
  const demander = derniereSeulement(async (n: number) => {
    partie.resolve();
    await fin.promise;
    return n;
  });
  const premiere = demander(1);
  await partie.promise;
  const seconde = demander(2);
  fin.resolve();
  expect(await Promise.all([premiere, seconde])).toEqual([null, 2]);
});

test('une demande qui échoue n’empêche pas la suivante', async () => {
  const demander = derniereSeulement(async (n: number) => {
    if (n === 1) throw new Error('perdue');
    return n;
  });
  await expect(demander(1)).rejects.toThrow('perdue');
  expect(await demander(2)).toBe(2);
});
