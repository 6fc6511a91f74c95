import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lireSaisie } from '../../../src/domain/dossier/saisie.ts';
import { lireTableur } from '../../../src/edition/read/tableur.ts';
import { feuilleDOptions } from '../../../src/islands/dossier/feuilleDOptions.ts';
import {
  CODES,
  cleDe,
  contenant,
  enCsv,
  forme,
  type Ligne,
  rangeesDe,
  tables,
} from '../../pipeline/tableurs-au-hasard.ts';
import { ligne, xlsx } from '../edition/classeurs.ts';

const CONNUS = ['1207', '1208', ...CODES];
const TABLE = 'code_obg;eleves;mode\n1207;12;PE\n1208;7;ALT\n';
const LUES = [
  { code: '1207', pe: 12, alt: 0 },
  { code: '1208', pe: 0, alt: 7 },
];
const OPTIONS = ligne(3, ['code_obg', 'eleves']) + ligne(4, ['1207', 12]);

const lire = async (octets: Uint8Array) => {
  const { rangees, remarques } = feuilleDOptions(await lireTableur(octets));
  const lue = lireSaisie(rangees, CONNUS);
  return { ...lue, remarques, laissees: lue.remarques ?? [] };
};

test.each<[string, Uint8Array]>([
  ['sep=;', Buffer.from(`sep=;\n${TABLE}`)],
  ['un titre et une ligne vide', Buffer.from(`Nos options, en 2024\n\n${TABLE}`)],
  ['UTF-16', Buffer.from(`\uFEFF${TABLE}`, 'utf16le')],
  ['barre verticale', Buffer.from(TABLE.replaceAll(';', '|'))],
])('%s', async (_nom, octets) => expect((await lire(octets)).options).toEqual(LUES));

test('la ligne d’une faute est celle du fichier', async () => {
  const { avis } = await lire(Buffer.from(`Nos options\n\n${TABLE}\n9999;1;PE\n`));
  expect(avis[0]).toMatch(/^Ligne 7, colonne A : « 9999 »/);
});

test('la feuille qui a les colonnes, jamais une cachée', async () => {
  const { options, remarques } = await lire(
    xlsx([
      { nom: 'Vieux', etat: 'hidden', xml: OPTIONS.replace('12', '999') },
      { nom: 'Lisez-moi', xml: ligne(1, ['bonjour']) },
      { nom: 'Options', xml: OPTIONS },
    ]),
  );
  expect(options).toEqual(LUES.slice(0, 1));
  expect(remarques).toEqual(['La feuille « Options » est lue.']);
});

test('ce que le tableur masque se lit, et se dit', async () => {
  const masquees = OPTIONS.replace('<row r="4"', '<row hidden="1" r="4"');
  const xml = `<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>${masquees}</sheetData></worksheet>`;
  const { options, remarques } = await lire(xlsx([{ xml }]));
  expect(options).toEqual(LUES.slice(0, 1));
  expect(remarques).toEqual([
    'Lignes masquées dans le tableur, lues aussi : 1.',
    'Colonnes masquées dans le tableur, lues aussi : 1.',
  ]);
});

test('deux feuilles qui les ont : on demande', async () => {
  const deux = xlsx([
    { nom: 'A', xml: OPTIONS },
    { nom: 'B', xml: OPTIONS },
  ]);
  await expect(lire(deux)).rejects.toThrow('plusieurs feuilles ont ces colonnes : « A », « B »');
});

/** Un fichier d’école ou de plusieurs, tel que « Mes données » le reçoivent. */
const recu = fc.tuple(tables, forme, contenant, fc.boolean()).map(([table, f, c, seule]) => {
  const siennes = table.map((l) => ({
    ...l,
    fase: seule ? '31' : l.fase,
    eleves: l.eleves % 60,
  }));
  return { table: [...new Map(siennes.map((l) => [cleDe(l), l])).values()], f, c };
});

/** Les élèves de la dernière année, par code ; rien si plusieurs écoles les donnent : c’est refusé. */
function attendre(table: readonly Ligne[]) {
  const derniere = table
    .map(({ annee }) => annee)
    .toSorted()
    .at(-1);
  const siennes = table.filter(({ annee }) => annee === derniere);
  const somme = (quoi: string, voulu: string) =>
    siennes.reduce((n, l) => n + (l.code === quoi && l.mode === voulu ? l.eleves : 0), 0);
  if (new Set(siennes.map(({ fase }) => fase)).size > 1) return [];
  return [...new Set(siennes.map(({ code }) => code))]
    .toSorted()
    .map((code) => ({ code, pe: somme(code, 'PE'), alt: somme(code, 'ALT') }));
}

test('un fichier au hasard : les élèves que l’import y lirait, ou une phrase', async () => {
  let entiers = 0;
  await fc.assert(
    fc.asyncProperty(recu, async ({ table, f, c }) => {
      const octets = Uint8Array.from(enCsv(rangeesDe(table, f).rangees, c));
      const lu = await lire(octets).catch((cause: Error) => cause.message);
      if (typeof lu === 'string' || lu.avis.length > 0) return;
      if (/implantations : n’y laissez/.test(lu.laissees.join())) return;
      expect(lu.options).toEqual(attendre(table));
      if (lu.options.length > 0) entiers++;
    }),
    { numRuns: 400 },
  );
  expect(entiers).toBeGreaterThan(40);
});
