import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { decoderIndex, encoderIndex } from '../../src/domain/filtre/index-compact.ts';
import { fichiers } from '../site/construit.ts';

const unSeul = (construit: string, forme: RegExp): string => {
  const [trouve, autre] = fichiers(construit).filter((chemin) => forme.test(chemin));
  if (!trouve || autre) throw new Error(`Un fichier attendu pour ${forme} dans ${construit}.`);
  return trouve;
};

/**
 * Copie un site construit, où l’index et le Parquet du tableau répètent `fois` chaque ligne : les
 * mêmes noms de fichiers, donc les mêmes pages, sans reconstruire.
 * @returns le nombre de lignes de la dernière année scolaire
 */
export async function multiplier(construit: string, vers: string, fois: number): Promise<number> {
  cpSync(construit, vers, { recursive: true });
  const json = unSeul(vers, /data\/indicateurs\.\w+\.json$/);
  const parquet = unSeul(vers, /data\/indicateurs\.\w+\.parquet$/);
  const { index, ...reste } = JSON.parse(readFileSync(json, 'utf8'));
  const lignes = decoderIndex(index).flatMap((ligne) => new Array(fois).fill(ligne));
  writeFileSync(json, JSON.stringify({ index: encoderIndex(lignes), ...reste }));
  const base = await (await DuckDBInstance.create()).connect();
  await base.run(`CREATE TABLE lues AS SELECT * FROM read_parquet('${parquet}')`);
  await base.run(`COPY (SELECT lues.* FROM lues, range(${fois}))
    TO '${parquet}' (FORMAT parquet, COMPRESSION zstd)`);
  base.closeSync();
  for (const fichier of [json, parquet]) {
    for (const suite of ['.br', '.gz']) rmSync(fichier + suite, { force: true });
  }
  return lignes.length;
}
