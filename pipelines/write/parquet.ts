import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TABLES_MART } from '../../src/domain/tables/index.ts';
import type { Nature, Table } from '../../src/domain/tables/schema.ts';
import type { Base } from '../../src/edition/base.ts';

export interface FichierParquet {
  readonly fichier: string;
  readonly lignes: number;
  readonly octets: number;
  readonly sha256: string;
}

const schemaDe = (table: Table): string =>
  TABLES_MART.some((mart) => mart === table) ? 'main' : 'source';

/**
 * Écrit une table en Parquet (zstd, lignes triées par la clé) sous un nom qui porte son empreinte.
 * @param nature celle de la table, écrite dans chaque ligne
 * @param dossier où écrire, existant
 */
export async function ecrireParquet(
  base: Base,
  table: Table,
  nature: Nature,
  dossier: string,
): Promise<FichierParquet> {
  const colonnes = Object.keys(table.colonnes).map((nom) => `"${nom}"`);
  if (!('nature' in table.colonnes)) colonnes.push(`'${nature}' AS nature`);
  const cle = table.cle.map((nom) => `"${nom}"`);
  const provisoire = join(dossier, `${table.nom}.parquet`);
  const requete = `SELECT ${colonnes.join(', ')} FROM ${schemaDe(table)}."${table.nom}"`;
  await base.run(
    `COPY (${requete} ORDER BY ${cle.join(', ')})
     TO '${provisoire.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
  );
  const empreinte = createHash('sha256');
  for await (const morceau of createReadStream(provisoire)) empreinte.update(morceau);
  const sha256 = empreinte.digest('hex');
  const { size: octets } = await stat(provisoire);
  const fichier = `${table.nom}.${sha256.slice(0, 10)}.parquet`;
  await rename(provisoire, join(dossier, fichier));
  const [compte] = await base.lire<{ n: number }>(
    `SELECT count(*)::INTEGER AS n FROM ${schemaDe(table)}."${table.nom}"`,
  );
  return { fichier, lignes: compte?.n ?? 0, octets, sha256 };
}
