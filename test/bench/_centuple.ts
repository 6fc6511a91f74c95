import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { decoderLignes, encoderLignes } from '../../src/domain/filtre/codec.ts';
import { fichiers } from '../site/construit.ts';

/**
 * Copie un site construit, où l’index de chaque année scolaire du tableau répète `fois` chaque
 * ligne : les mêmes noms de fichiers, donc les mêmes pages, sans reconstruire.
 * @returns le nombre de lignes de la dernière année scolaire
 */
export function multiplier(construit: string, vers: string, fois: number): number {
  cpSync(construit, vers, { recursive: true });
  const indices = fichiers(vers)
    .filter((chemin) => /data\/indicateurs-\d{4}-\d{4}\.\w+\.json$/.test(chemin))
    .sort();
  if (indices.length === 0) throw new Error(`Aucun index du tableau dans ${construit}.`);
  const nombres = indices.map((chemin) => {
    const { lignes: ecrites, ...reste } = JSON.parse(readFileSync(chemin, 'utf8'));
    const lignes = decoderLignes(ecrites).flatMap((ligne) => new Array(fois).fill(ligne));
    writeFileSync(chemin, JSON.stringify({ lignes: encoderLignes(lignes), ...reste }));
    for (const suite of ['.br', '.gz']) rmSync(chemin + suite, { force: true });
    return lignes.length;
  });
  return nombres.at(-1) ?? 0;
}
