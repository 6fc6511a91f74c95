import { rmSync } from 'node:fs';
import { lstat, mkdir, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { TABLES_PUBLIEES, TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import type { Table } from '../../src/domain/tables/schema.ts';
import type { Base } from '../../src/edition/base.ts';
import { enPartant } from '../menage.ts';
import { type Constats, composerManifeste, entreesDe, lireNatures } from './manifeste.ts';
import { ecrireParquet, type FichierParquet } from './parquet.ts';
import { ANCIEN, lirePublies, MANIFESTE, PROVISOIRE } from './publies.ts';

/** Une table facultative que l’édition ne donne pas n’est pas publiée. */
async function fournie(base: Base, table: Table): Promise<boolean> {
  if (!TABLES_SOURCE.some((source) => source === table && source.facultative)) return true;
  const [compte] = await base.lire<{ n: number }>(
    `SELECT count(*)::INTEGER AS n FROM source."${table.nom}"`,
  );
  return (compte?.n ?? 0) > 0;
}

const enListe = (fichiers: Iterable<string>): string =>
  JSON.stringify({ format: 1, tables: [...fichiers].map((fichier) => ({ fichier })) });

/** Prépare le provisoire : il dit d’abord ce qui est en place, puis ne contient rien d’autre. */
async function preparer(provisoire: string, courants: ReadonlySet<string>): Promise<void> {
  await mkdir(provisoire, { recursive: true });
  await writeFile(join(provisoire, `${ANCIEN}.neuf`), enListe(courants));
  await rename(join(provisoire, `${ANCIEN}.neuf`), join(provisoire, ANCIEN));
  for (const nom of await readdir(provisoire)) {
    if (nom !== ANCIEN) await rm(join(provisoire, nom), { recursive: true });
  }
}

async function ecrire(base: Base, provisoire: string, constats: Constats): Promise<Manifeste> {
  const fichiers = new Map<string, FichierParquet>();
  const natureDe = await lireNatures(base);
  for (const table of TABLES_PUBLIEES) {
    if (await fournie(base, table)) {
      const nature = natureDe(entreesDe(table));
      fichiers.set(table.nom, await ecrireParquet(base, table, nature, provisoire));
    }
  }
  const manifeste = await composerManifeste(base, fichiers, constats);
  await writeFile(join(provisoire, MANIFESTE), `${JSON.stringify(manifeste, null, 1)}\n`);
  return manifeste;
}

const effacerFichiers = async (sortie: string, noms: Iterable<string>): Promise<void> => {
  for (const nom of noms) {
    const etat = await lstat(join(sortie, nom)).catch(() => null);
    if (etat && !etat.isDirectory()) await unlink(join(sortie, nom));
  }
};

/** Pose les fichiers préparés, le manifeste en dernier ; une faute retire ceux qui sont posés. */
async function poser(
  provisoire: string,
  sortie: string,
  noms: readonly string[],
  courants: ReadonlySet<string>,
): Promise<void> {
  const poses: string[] = [];
  try {
    for (const nom of noms) {
      await rename(join(provisoire, nom), join(sortie, nom));
      poses.push(nom);
    }
    await rename(join(provisoire, MANIFESTE), join(sortie, MANIFESTE));
  } catch (cause) {
    await effacerFichiers(
      sortie,
      poses.filter((nom) => !courants.has(nom)),
    );
    throw cause;
  }
}

/**
 * Publie l’édition dans `sortie`, sous son verrou : fichiers à empreinte d’abord, manifeste renommé
 * en dernier, fichiers de l’édition d’avant effacés ensuite, eux seuls. Interrompue, la publication
 * laisse l’ancienne entière.
 * @throws ErreurDUsage si `sortie` contient autre chose qu’une édition publiée
 */
export async function publierEdition(
  base: Base,
  sortie: string,
  constats: Constats,
): Promise<Manifeste> {
  const { courants, orphelins } = lirePublies(sortie);
  const provisoire = join(sortie, PROVISOIRE);
  const effacer = () => rmSync(provisoire, { recursive: true, force: true });
  const oublier = enPartant(effacer);
  try {
    await effacerFichiers(sortie, orphelins);
    await preparer(provisoire, courants);
    const manifeste = await ecrire(base, provisoire, constats);
    // Un signal ne doit plus effacer la liste de ce qui est posé.
    oublier();
    const noms = manifeste.tables.map(({ fichier }) => fichier);
    await poser(provisoire, sortie, noms, courants);
    await effacerFichiers(
      sortie,
      [...courants].filter((nom) => !noms.includes(nom)),
    );
    return manifeste;
  } finally {
    effacer();
    oublier();
  }
}
