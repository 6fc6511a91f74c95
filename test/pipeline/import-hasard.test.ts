import { expect, test } from 'vitest';
import { eprouver } from './lire-au-hasard.ts';

test('un fichier au hasard donne la table connue, ou s’arrête et demande', async () => {
  const { demandes, entieres, fautes } = await eprouver(3000);
  expect(fautes).toEqual([]);
  expect(demandes).toBeGreaterThan(300);
  expect(entieres).toBeGreaterThan(1000);
});
