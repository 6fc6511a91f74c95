import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifeste } from '../../src/domain/manifeste.ts';
import { TABLES_PUBLIEES } from '../../src/domain/tables/index.ts';
import type { Base } from '../read/base.ts';
import { composerManifeste } from './manifeste.ts';
import { ecrireParquet, type FichierParquet } from './parquet.ts';

const PREFIXE_PROVISOIRE = '.en-cours-';

/**
 * Publie l’édition dans `sortie` : fichiers à empreinte d’abord, manifeste renommé en dernier,
 * anciens fichiers balayés ensuite. Interrompue, la publication laisse l’ancienne entière.
 */
export async function publier(base: Base, sortie: string): Promise<Manifeste> {
  await mkdir(sortie, { recursive: true });
  const provisoire = await mkdtemp(join(sortie, PREFIXE_PROVISOIRE));
  try {
    const fichiers = new Map<string, FichierParquet>();
    for (const table of TABLES_PUBLIEES) {
      fichiers.set(table.nom, await ecrireParquet(base, table, provisoire));
    }
    const manifeste = await composerManifeste(base, fichiers);
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
