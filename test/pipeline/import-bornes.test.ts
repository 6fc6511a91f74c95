import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  bombe,
  cellule,
  celluleAuBout,
  ligne,
  longClasseur,
  xlsx,
} from '../unit/edition/classeurs.ts';
import { type Dossier, ouvrirDossier } from './dossier.ts';

const executer = promisify(execFile);
/** Bien moins que ce qu’un import prenait pour une cellule au bout de la feuille : 4,5 Go. */
const MEMOIRE = '--max-old-space-size=256';

let dossier: Dossier;

beforeEach(() => {
  dossier = ouvrirDossier();
});

afterEach(() => dossier.effacer());

async function importer(genre: string, ...fichiers: string[]) {
  const chemins = fichiers.map((fichier) => join(dossier.chemin, fichier));
  const options = [MEMOIRE, 'pipelines/cli.ts', 'import', genre, ...chemins];
  const sortie = ['--out', join(dossier.chemin, 'sortie'), '--rejets-max', '100%'];
  const { code, stdout, stderr } = await executer(process.execPath, [...options, ...sortie]).then(
    (rendu) => ({ code: 0, ...rendu }),
    (cause: { code: number; stdout: string; stderr: string }) => cause,
  );
  return { code, dit: `${stdout}${stderr}`.replaceAll(/[\u00a0\u202f]/g, ' ') };
}

const LIGNES = 5_000;

/** Des inscriptions toutes différentes, sur les implantations du registre d’essai. */
function inscriptions(): Uint8Array {
  const codes = readFileSync('data/referentiel/options.csv', 'utf8')
    .match(/^\d{4}(?=,)/gm)
    ?.slice(0, 300);
  const toutes = ['31', '32', '33', '35'].flatMap((fase) =>
    (codes ?? []).flatMap((code) =>
      [4, 5, 6].flatMap((annee) =>
        ['PE', 'ALT'].map((mode) => ['2023-2024', fase, code, annee, mode, 7]),
      ),
    ),
  );
  const entete = ['Année scolaire', 'FASE', 'Code OBG', 'Année d’étude', 'Mode', 'Élèves'];
  const rangees = [entete, ...toutes.slice(0, LIGNES)];
  return xlsx([
    { nom: 'Cachée', etat: 'hidden', xml: ligne(1, entete) },
    { nom: 'Effectifs', xml: rangees.map((rangee, i) => ligne(i + 1, rangee)).join('') },
    { nom: 'Notes', xml: ligne(1, ['à lire']) },
  ]);
}

test('cinq mille lignes d’un classeur entrent toutes ; la feuille lue est nommée', async () => {
  dossier.ecrire('registre.csv', readFileSync('test/fixtures/import/registre.csv'));
  dossier.ecrire('effectifs.xlsx', inscriptions());
  await importer('odwb-signaletique', 'registre.csv');
  const { code, dit } = await importer('inscriptions', 'effectifs.xlsx');
  expect(code).toBe(0);
  expect(dit).toContain('5000 lignes reçues = 5000 entrées');
  expect(dit).toContain('la feuille « Effectifs » est lue');
  expect(dit).toContain('Pas lues : « Notes ».');
  expect(dit).toContain('Cachées, pas lues : « Cachée ».');
  expect(dossier.lire('sortie/offre/inscriptions.csv').trim().split('\n')).toHaveLength(LIGNES + 1);
});

describe('un fichier hors bornes : le code n’est pas 0, la borne et le remède sont dits, rien n’est écrit', () => {
  test.each<[string, string, () => Uint8Array | string, RegExp]>([
    [
      'au-bout.xlsx',
      'une cellule au bout',
      celluleAuBout,
      /XFD1048576 : 300 000 lignes au plus\. /,
    ],
    [
      'large.xlsx',
      'une ligne jusqu’en XFD',
      () => xlsx([{ xml: `<row r="1">${cellule('XFD1', 1)}</row>` }]),
      /XFD1 : 1 000 colonnes au plus\. /,
    ],
    ['bombe.xlsx', 'une bombe', () => bombe(200_000_000), /déplié, dépasse 128 Mo\. /],
    [
      'long.xlsx',
      'une cellule de dix mégas',
      () => xlsx([{ xml: ligne(1, ['x'.repeat(10_000_000)]) }]),
      /A1 : une cellule de 10 000 000 caractères ; 32 767 au plus\. /,
    ],
    [
      'long.csv',
      'une ligne de dix mégas',
      () => `a\n${'x'.repeat(10_000_000)}`,
      /ligne 2 : 10 000 000 caractères ; 1 000 000 au plus\. /,
    ],
    ['lourd.csv', 'un giga et demi', () => 'a,b\n', /pèse 1 500 Mo ; 1 000 Mo au plus\. /],
    [
      'separe.csv',
      'des séparateurs à perte de vue',
      () => ';'.repeat(900_000),
      /1 000 colonnes au plus\. /,
    ],
    [
      'ancien.csv',
      'un ancien .xls sous un nom de CSV',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
      /\(\.xls\)\. .*XLSX/,
    ],
    ['a.csv', 'un PDF sous un nom de CSV', () => '%PDF-1.7\n', /PDF\. Demandez/],
  ])('%s : %s', async (fichier, _quoi, contenu, phrase) => {
    dossier.ecrire(fichier, contenu());
    if (fichier === 'lourd.csv') truncateSync(join(dossier.chemin, fichier), 1_500_000_000);
    const { code, dit } = await importer('inscriptions', fichier);
    expect(code).toBeGreaterThan(0);
    expect(dit).toContain(`${fichier} » : `);
    expect(dit).toMatch(phrase);
    expect(dit).not.toMatch(/heap|\n {4}at /);
    expect(existsSync(join(dossier.chemin, 'sortie'))).toBe(false);
  });

  test('un long classeur, dans la mémoire qu’il faut, ne tombe pas', async () => {
    dossier.ecrire('grand.xlsx', longClasseur(20_000));
    const { code, dit } = await importer('inscriptions', 'grand.xlsx');
    expect(code).toBeGreaterThan(0);
    expect(dit).toContain('La colonne « année scolaire » manque.');
  });

  test.skipIf(process.platform === 'win32')('un tube ne s’attend pas', async () => {
    execFileSync('mkfifo', [join(dossier.chemin, 'tube.csv')]);
    const { code, dit } = await importer('inscriptions', 'tube.csv');
    expect(code).toBeGreaterThan(0);
    expect(dit).toContain('n’est pas un fichier. Enregistrez');
  });
});
