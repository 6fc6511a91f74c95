import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enCsv, retablir } from '../../src/domain/csv.ts';
import { AnalyseCsv, type LigneCsv } from '../../src/edition/read/analyse.ts';
import { lireCellule } from '../../src/edition/read/cellule.ts';
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
  fc.constantFrom('4-5-6', "'4-5-6", '007', '1/3', 'juin-14', '10 %'),
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

const CHANGEANTES = [
  ...['4-5-6', '5-6', '3.4', '15/01/2024', '2024-05', '1/3', '4 - 5', '1-2'],
  ...['juin-14', '15 mars 2026', '1 mars', 'févr.-24', '2E5', '007', '12345678901234567'],
  ...[
    '12:30',
    '8h15',
    '1 000',
    '1.000',
    '12,5',
    '10 %',
    '5 €',
    '€5',
    '1 1/2',
    '(12)',
    'VRAI',
    'faux',
  ],
];
const SURES = [
  '2115',
  '2023-2024',
  '2026-11-29',
  '4-5-6-7',
  '4e-5e-6e',
  'mars et avril',
  'D001',
  '1000 1020',
  '',
];

test('le CSV pour Excel marque ce qu’un tableur changerait, et rien d’autre ; la lecture l’ôte', () => {
  const ecrire = (a: string, variante: 'excel' | 'standard') =>
    analyser(enCsv([{ nom: 'a', type: 'texte' }], [{ a }], variante), [], ';')[1]?.cellules[0] ??
    '';
  for (const texte of CHANGEANTES) {
    expect(ecrire(texte, 'excel')).toBe(`'${texte}`);
    expect(ecrire(texte, 'standard').startsWith("'"), texte).toBe(false);
    expect(lireCellule(`'${texte}`, { type: 'texte', sens: '' })).toEqual({ valeur: texte });
  }
  for (const texte of SURES) expect(ecrire(texte, 'excel')).toBe(texte);
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
