import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { lireCsv } from '../../pipelines/read/csv.ts';

const dossier = mkdtempSync(join(tmpdir(), 'oad-csv-'));
const chemin = join(dossier, 'table.csv');

afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const lire = async (texte: string | Buffer) => {
  writeFileSync(chemin, texte);
  const lignes: { ligne: number; cellules: readonly string[] }[] = [];
  await lireCsv(chemin, ({ ligne, cellules }) => lignes.push({ ligne, cellules }));
  return lignes;
};

test('relire ce qu’on a écrit rend les mêmes cellules', async () => {
  const cellule = fc.string({ unit: 'grapheme', maxLength: 12 }).map((t) => t.replaceAll('\0', ''));
  const table = fc.array(fc.tuple(cellule, cellule, cellule), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(table, async (lignes) => {
      const lues = await lire(Papa.unparse(lignes, { newline: '\n', quotes: true }));
      expect(lues.map(({ cellules }) => [...cellules])).toEqual(lignes);
    }),
    { numRuns: 200 },
  );
});

test('le numéro de ligne compte les retours à l’intérieur des cellules', async () => {
  const lues = await lire('a,b\n"x\ny",1\nz,2\n');
  expect(lues.map(({ ligne }) => ligne)).toEqual([1, 2, 4]);
});

test('des octets au hasard ne font jamais tomber le lecteur', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (octets) => {
      await expect(lire(Buffer.from(octets))).resolves.toBeInstanceOf(Array);
    }),
    { numRuns: 200 },
  );
});
