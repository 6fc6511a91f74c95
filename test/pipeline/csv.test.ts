import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enCsv, retablir } from '../../src/domain/csv.ts';
import { AnalyseCsv, type LigneCsv } from '../../src/edition/read/analyse.ts';
import { lireCsv } from '../../src/edition/read/csv.ts';

const lire = async (texte: string | Buffer) => {
  const lignes: LigneCsv[] = [];
  await lireCsv([Buffer.from(texte)], (ligne) => lignes.push(ligne));
  return lignes;
};

/** Analyse un texte en le coupant à des places quelconques. */
function analyser(texte: string, coupes: readonly number[], delimiteur = ','): LigneCsv[] {
  const lignes: LigneCsv[] = [];
  const analyse = new AnalyseCsv((ligne) => lignes.push(ligne), delimiteur);
  const places = [...new Set(coupes.map((coupe) => coupe % (texte.length + 1)))].sort(
    (a, b) => a - b,
  );
  let debut = 0;
  for (const place of [...places, texte.length]) {
    analyse.ecrire(texte.slice(debut, place));
    debut = place;
  }
  analyse.finir();
  return lignes;
}

const cellule = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', '"', '""', ',', ';', '\n', '\r\n', '=1+1', '+x', '-x', '@x', "'", "'=", 'é '),
);
const rangees = fc.array(fc.record({ a: cellule, b: cellule, c: cellule }), {
  minLength: 1,
  maxLength: 6,
});
const COLONNES = ['a', 'b', 'c'].map((nom) => ({ nom, type: 'texte' }));
const coupes = fc.array(fc.nat(400), { maxLength: 5 });

test('parse(write(t)) = t, quelles que soient les cellules et les coupures', () => {
  fc.assert(
    fc.property(rangees, coupes, fc.boolean(), (table, places, excel) => {
      const texte = enCsv(COLONNES, table, excel ? 'excel' : 'standard');
      const [, ...lues] = analyser(texte, places, excel ? ';' : ',');
      const attendues = table.map(({ a, b, c }) => [a, b, c]);
      expect(lues.map(({ cellules }) => cellules.map(retablir))).toEqual(attendues);
    }),
    { numRuns: 1500 },
  );
});

test('aucune cellule écrite ne commence comme une formule', () => {
  fc.assert(
    fc.property(rangees, (table) => {
      const [, ...lues] = analyser(enCsv(COLONNES, table, 'excel'), [], ';');
      const cellules = lues.flatMap((lue) => lue.cellules);
      expect(cellules.filter((texte) => /^[=+\-@\t\r]/.test(texte))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('le numéro de ligne compte les retours à l’intérieur des cellules', async () => {
  const lues = await lire('a,b\n"x\ny",1\nz,2\n');
  expect(lues.map(({ ligne }) => ligne)).toEqual([1, 2, 4]);
});

test('une rangée fautive n’emporte pas les suivantes', async () => {
  const lues = await lire('a,b\n"x,1\ny,2\nz,3\n');
  expect(lues.map(({ ligne, faute }) => [ligne, faute !== undefined])).toEqual([
    [1, false],
    [2, true],
    [3, false],
    [4, false],
  ]);
});

test('un guillemet ouvert dans un grand fichier ne le fait pas relire sans fin', async () => {
  const lues = await lire(`a,b\n"x,1\n${'y,2\n'.repeat(200_000)}`);
  expect(lues).toHaveLength(200_002);
});

test('des octets au hasard ne font jamais tomber le lecteur', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (octets) => {
      await expect(lire(Buffer.from(octets))).resolves.toBeInstanceOf(Array);
    }),
    { numRuns: 300 },
  );
});

test('un CSV abîmé ne fait jamais tomber le lecteur, coupé n’importe où', () => {
  const morceau = fc.constantFrom('"', ',', '\n', '\r', '\r\n', 'x', ' ', '""', '\uFEFF', '\uFFFD');
  fc.assert(
    fc.property(fc.array(morceau, { maxLength: 40 }), coupes, (morceaux, places) => {
      const lues = analyser(morceaux.join(''), places);
      const lignes = lues.map(({ ligne }) => ligne);
      expect(lignes).toEqual([...new Set(lignes)].sort((a, b) => a - b));
    }),
    { numRuns: 600 },
  );
});
