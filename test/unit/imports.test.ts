import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const HAUT = ['components/A.tsx', 'islands/A.tsx', 'layouts/A.astro', 'pages/a.ts'];
const PIPELINES = '../../pipelines/a.ts';
const de = (piece: string) => `../${piece}`;

/** Par fichier, ce qu’il ne doit pas importer : design.md, « Who may import whom ». */
const REFUSES: Readonly<Record<string, readonly string[]>> = {
  'src/domain/a.ts': [
    ...['edition', 'query', 'charts', 'phrases', 'export', 'map'].map((p) => de(`${p}/a.ts`)),
    ...HAUT.map(de),
    ...['../config.ts', 'node:fs', 'preact', PIPELINES],
  ],
  'src/edition/a.ts': [
    ...['query', 'charts', 'phrases', 'export', 'map'].map((p) => de(`${p}/a.ts`)),
    ...HAUT.map(de),
    ...['../config.ts', 'node:fs', 'fs', 'buffer', 'read-excel-file/node', PIPELINES],
  ],
  'src/edition/read/a.ts': ['check', 'import', 'marts'].map((p) => de(`${p}/a.ts`)),
  'src/edition/check/a.ts': ['import', 'marts'].map((p) => de(`${p}/a.ts`)),
  'src/edition/import/a.ts': ['check', 'marts'].map((p) => de(`${p}/a.ts`)),
  'src/edition/marts/a.ts': [de('import/a.ts')],
  ...Object.fromEntries(
    ['base', 'sql', 'probleme', 'adresse'].map((nom) => [
      `src/edition/${nom}.ts`,
      ['read', 'check', 'import', 'marts'].map((p) => `./${p}/a.ts`),
    ]),
  ),
  'src/query/a.ts': [
    ...['edition/read', 'charts', 'phrases', 'export', 'map'].map((p) => de(`${p}/a.ts`)),
    ...HAUT.map(de),
    ...['../edition/marts/a.ts', './engine.browser.ts', 'node:fs', PIPELINES],
  ],
  'src/query/engine.node.ts': [de('charts/a.ts'), de('edition/read/a.ts'), PIPELINES],
  'src/charts/a.ts': [
    ...['edition', 'query', 'export', 'map'].map((p) => de(`${p}/a.ts`)),
    ...HAUT.map(de),
    ...['node:fs', PIPELINES],
  ],
  'src/phrases/a.ts': [
    ...['edition', 'query', 'charts', 'export', 'map'].map((p) => de(`${p}/a.ts`)),
    ...HAUT.map(de),
    ...['node:crypto', PIPELINES],
  ],
  'src/export/a.ts': [
    ...['edition', 'query', 'charts', 'map'].map((p) => de(`${p}/a.ts`)),
    ...HAUT.map(de),
    ...['node:fs', PIPELINES],
  ],
  'src/map/a.ts': [
    ...['edition', 'query', 'charts', 'phrases', 'export'].map((p) => de(`${p}/a.ts`)),
    ...HAUT.map(de),
    ...['node:fs', PIPELINES],
  ],
  'src/components/A.tsx': [
    ...HAUT.slice(1).map(de),
    '../query/engine.node.ts',
    'node:fs',
    PIPELINES,
  ],
  'src/islands/A.tsx': [
    ...['components/A.astro', 'layouts/A.astro', 'pages/a.ts', 'query/engine.node.ts'].map(de),
    ...['../query/engine.browser.ts', 'node:fs', PIPELINES],
  ],
  'src/layouts/a.ts': [de('pages/a.ts'), de('query/engine.browser.ts'), PIPELINES],
  'src/pages/a.ts': [PIPELINES, '../query/engine.browser.ts'],
  'src/middleware.ts': ['../pipelines/a.ts'],
  'src/config.ts': ['./query/a.ts', 'node:fs'],
  'pipelines/a.ts': [
    ...['query/a.ts', 'charts/a.ts', 'phrases/a.ts', 'map/a.ts', ...HAUT].map((p) => `../src/${p}`),
  ],
};

/** Ce que les mêmes pièces ont le droit de lire. */
const ADMIS: Readonly<Record<string, readonly string[]>> = {
  'src/edition/b.ts': [
    "import { a } from '../domain/a.ts'; console.log(a);",
    "import { a as b } from './import/a.ts'; console.log(b);",
  ],
  'src/edition/check/b.ts': ["import { a } from '../read/a.ts'; console.log(a);"],
  'src/edition/import/b.ts': ["import { a } from '../read/a.ts'; console.log(a);"],
  'src/edition/marts/b.ts': [
    "import { a } from '../read/a.ts'; console.log(a);",
    "import { a as b } from '../check/a.ts'; console.log(b);",
  ],
  'src/query/b.ts': ["import type { a } from '../edition/marts/a.ts'; export type B = a;"],
  'src/charts/b.ts': [
    "import type { A } from '../query/a.ts'; export type B = A;",
    "import { a } from '../phrases/a.ts'; console.log(a);",
  ],
  'src/islands/b.ts': [
    "console.log(import('../query/engine.browser.ts'));",
    "import type { A } from '../query/engine.browser.ts'; export type B = A;",
  ],
  'src/pages/b.ts': ["import { a } from 'node:fs'; console.log(a);"],
  'pipelines/b.ts': ["import { a } from '../src/export/a.ts'; console.log(a);"],
};

/** Ce que Node seul connaît, et qu’une page n’aurait pas. */
const DE_NODE: Readonly<Record<string, readonly string[]>> = {
  'src/edition/read/node.ts': ['console.log(Buffer.from([]));', 'export type A = Buffer;'],
  'src/edition/sql-node.ts': ['console.log(process.env);'],
};

const lieu = mkdtempSync(join(tmpdir(), 'oad-imports-'));
const refuses = new Set<string>();

const ecrire = (fichier: string, lignes: readonly string[]): void => {
  mkdirSync(dirname(join(lieu, fichier)), { recursive: true });
  writeFileSync(join(lieu, fichier), `${lignes.join('\n')}\n`);
};

beforeAll(() => {
  for (const nom of ['biome.jsonc', '.lint']) cpSync(nom, join(lieu, nom), { recursive: true });
  for (const [fichier, noms] of Object.entries(REFUSES)) {
    ecrire(
      fichier,
      noms.map((nom) => `import '${nom}';`),
    );
  }
  for (const [fichier, lignes] of Object.entries({ ...ADMIS, ...DE_NODE })) ecrire(fichier, lignes);
  const { stdout } = spawnSync(
    resolve('node_modules/.bin/biome'),
    ['lint', '--reporter=github', '--vcs-enabled=false', '--max-diagnostics=none', '.'],
    { cwd: lieu, encoding: 'utf8' },
  );
  const refus =
    /::error title=(?:plugin|lint\/style\/(?:noRestricted\w+|useNodejs\w+)),file=([^,]+),line=(\d+)/g;
  for (const [, fichier = '', ligne] of stdout.matchAll(refus)) {
    refuses.add(`${relative(lieu, fichier)}:${ligne}`);
  }
});

afterAll(() => rmSync(lieu, { recursive: true, force: true }));

test.each(Object.entries(REFUSES))('%s : chaque import interdit est refusé', (fichier, noms) => {
  const passes = noms.filter((_, i) => !refuses.has(`${fichier}:${i + 1}`));
  expect(passes).toEqual([]);
});

test.each(Object.keys(ADMIS))('%s : ce qu’il peut lire passe', (fichier) => {
  expect([...refuses].filter((refus) => refus.startsWith(`${fichier}:`))).toEqual([]);
});

test.each(Object.entries(DE_NODE))(
  '%s : ce qui n’est que de Node est refusé',
  (fichier, lignes) => {
    expect(lignes.filter((_, i) => !refuses.has(`${fichier}:${i + 1}`))).toEqual([]);
  },
);
