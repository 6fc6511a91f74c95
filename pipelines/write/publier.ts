import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { TABLES_PUBLIEES, TABLES_SOURCE } from '../../src/domain/tables/index.ts';
import type { Table } from '../../src/domain/tables/schema.ts';
import type { Base } from '../read/base.ts';
import { type Constats, composerManifeste, entreesDe, lireNatures } from './manifeste.ts';
import { ecrireParquet, type FichierParquet } from './parquet.ts';

/** Une table facultative que l’édition ne donne pas n’est pas publiée. */
async function fournie(base: Base, table: Table): Promise<boolean> {
  if (!TABLES_SOURCE.some((source) => source === table && source.facultative)) return true;
  const [compte] = await base.lire<{ n: number }>(
    `SELECT count(*)::INTEGER AS n FROM source."${table.nom}"`,
  );
  return (compte?.n ?? 0) > 0;
}

const PREFIXE_PROVISOIRE = '.en-cours-';

/**
 * Publie l’édition dans `sortie` : fichiers à empreinte d’abord, manifeste renommé en dernier,
 * anciens fichiers balayés ensuite. Interrompue, la publication laisse l’ancienne entière.
 */
export async function publier(base: Base, sortie: string, constats: Constats): Promise<Manifeste> {
  await mkdir(sortie, { recursive: true });
  const provisoire = await mkdtemp(join(sortie, PREFIXE_PROVISOIRE));
  try {
    const fichiers = new Map<string, FichierParquet>();
    const natureDe = await lireNatures(base);
    for (const table of TABLES_PUBLIEES) {
      if (await fournie(base, table)) {
        const nature = natureDe(entreesDe(table));
        fichiers.set(table.nom, await ecrireParquet(base, table, nature, provisoire));
      }
    }
    const manifeste = await composerManifeste(base, fichiers, constats);
    await writeFile(join(provisoire, 'manifest.json'), `${JSON.stringify(manifeste, null, 1)}\n`);
    for (const { fichier } of fichiers.values()) {
      await rename(join(provisoire, fichier), join(sortie, fichier));
    }
    await rename(join(provisoire, 'manifest.json'), join(sortie, 'manifest.json'));
    const gardes = new Set(['manifest.json', ...[...fichiers.values()].map((f) => f.fichier)]);
    for (const nom of await readdir(sortie)) {
      if (!gardes.has(nom)) await rm(join(sortie, nom), { recursive: true, force: true });
    }
    return manifeste;
  } finally {
    await rm(provisoire, { recursive: true, force: true });
  }
}
