import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import Papa from 'papaparse';

interface Mutant {
  readonly quoi: string;
  /** Le nom du fichier sans extension, quand son texte est dans plusieurs. */
  readonly fichier: string;
  readonly avant: string;
  readonly apres: string;
}

interface Place extends Mutant {
  readonly chemin: string;
}

const ICI = import.meta.dirname;
const RACINES = ['src/domain', 'src/query', 'src/edition', 'pipelines'];
const VISEE = 0.9;
/** Ceux qui lancent des commandes ou bâtissent des éditions entières : les derniers demandés. */
const LENTS = ['cli', 'commandes', 'connaissance', 'ensemble', 'import-*', 'reel', 'sortie'];

const versionnes = (racines: readonly string[]): string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...racines], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter(Boolean);

/** Chaque mutant dans le seul fichier qui porte son texte, où qu’il soit rangé. */
function placer(mutants: readonly Mutant[]): Place[] {
  const textes = new Map(
    versionnes(RACINES)
      .filter((chemin) => ['.ts', '.sql'].includes(extname(chemin)))
      .map((chemin) => [chemin, readFileSync(chemin, 'utf8')]),
  );
  return mutants.map((mutant) => {
    const { quoi, fichier, avant } = mutant;
    const trouves = [...textes].filter(
      ([chemin, texte]) =>
        texte.includes(avant) && (fichier === '' || basename(chemin, extname(chemin)) === fichier),
    );
    const [[chemin, texte] = ['', ''], ...autres] = trouves;
    if (autres.length > 0 || texte.split(avant).length !== 2) {
      throw new Error(`« ${quoi} » : son texte n’est pas une fois et une seule. Récrivez-le.`);
    }
    return { ...mutant, chemin };
  });
}

/** Une copie du projet, à abîmer ; les paquets restent où ils sont. */
function copier(): string {
  const copie = mkdtempSync(join(tmpdir(), 'oad-mutants-'));
  for (const chemin of versionnes(['.'])) {
    mkdirSync(dirname(join(copie, chemin)), { recursive: true });
    cpSync(chemin, join(copie, chemin));
  }
  symlinkSync(resolve('node_modules'), join(copie, 'node_modules'));
  return copie;
}

/** Les tests passent, ou n’ont pas fini à temps : une machine chargée ne voit pas une faute. */
function passent(copie: string, ...args: readonly string[]): boolean {
  const vitest = resolve('node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(
    process.execPath,
    [vitest, ...args, '--run', '--bail', '1', '--passWithNoTests'],
    { cwd: copie, stdio: 'ignore', timeout: 600_000 },
  );
  return status === 0 || status === null;
}

const horsDe = (nom: string) => ['--exclude', `test/pipeline/${nom}.test.ts`];

/** Les tests du plus rapide au plus lent : ceux qui lisent le fichier, et les sorties attendues. */
function estVu(copie: string, chemin: string): boolean {
  const lu = extname(chemin) === '.sql' ? join(dirname(chemin), 'index.ts') : chemin;
  const etapes = [
    ['related', lu, '--project', 'unit', '--no-isolate'],
    ['--project', 'pipeline', 'golden-sortie', 'golden-requetes'],
    ['related', lu, '--project', 'pipeline', ...LENTS.flatMap(horsDe)],
    ['related', lu, '--project', 'pipeline'],
  ];
  return etapes.some((etape) => !passent(copie, ...etape));
}

const lire = (): Mutant[] =>
  Papa.parse<Mutant>(readFileSync(join(ICI, '_mutants.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

/**
 * Pose chaque faute de `_mutants.csv` dans une copie du projet, et dit si les tests unitaires et
 * ceux de la chaîne la voient. `-- <mot>` ne garde que les fautes qui le portent, `-- <rang>` celles
 * à partir de ce rang.
 */
export default async function mesurer([mot = '']: readonly string[]): Promise<void> {
  const debut = /^\d+$/.test(mot) ? Number(mot) - 1 : 0;
  const mutants = placer(lire())
    .slice(debut)
    .filter(({ quoi, chemin }) => debut > 0 || `${quoi} ${chemin}`.includes(mot));
  if (mutants.length === 0) throw new Error(`Aucun mutant ne porte « ${mot} ».`);
  const copie = copier();
  const survivants: Place[] = [];
  try {
    if (!passent(copie, '--project', 'unit', '--no-isolate'))
      throw new Error('Les tests échouent sans mutant.');
    for (const [i, mutant] of mutants.entries()) {
      const { quoi, chemin, avant, apres } = mutant;
      const texte = readFileSync(join(copie, chemin), 'utf8');
      writeFileSync(
        join(copie, chemin),
        texte.replace(avant, () => apres),
      );
      const vu = estVu(copie, chemin);
      writeFileSync(join(copie, chemin), texte);
      if (!vu) survivants.push(mutant);
      console.log(`${i + 1}/${mutants.length} ${vu ? 'vu      ' : 'SURVIT  '} ${chemin} : ${quoi}`);
    }
  } finally {
    rmSync(copie, { recursive: true, force: true });
  }
  const part = 1 - survivants.length / mutants.length;
  console.log(
    `${mutants.length - survivants.length} vus sur ${mutants.length} (${(100 * part).toFixed(1)} %).`,
  );
  if (part < VISEE) process.exitCode = 1;
}
