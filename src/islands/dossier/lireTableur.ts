import { decoder } from '../../domain/decoder.ts';
import { charger } from '../../query/lecture.ts';

/** Les cellules d’un fichier CSV ou XLSX, en texte ; le fichier ne quitte pas le navigateur. */
export async function lireTableur(fichier: File): Promise<string[][]> {
  if (/\.xlsx$/i.test(fichier.name)) {
    const { readSheet } = await charger(import('read-excel-file/universal'));
    const rangees = await readSheet(fichier);
    return rangees.map((rangee) => rangee.map((cellule) => String(cellule ?? '')));
  }
  const { default: Papa } = await charger(import('papaparse'));
  const { texte } = decoder(await fichier.arrayBuffer());
  if (texte.includes('\0')) throw new RangeError('ce n’est pas du texte');
  return Papa.parse<string[]>(texte, { skipEmptyLines: true }).data;
}
