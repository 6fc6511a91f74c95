import { createReadStream } from 'node:fs';
import Papa from 'papaparse';

export interface LigneCsv {
  /** Numéro de la ligne du fichier où la rangée commence, à partir de 1. */
  readonly ligne: number;
  readonly cellules: readonly string[];
  /** Ce que le lecteur CSV n’a pas compris (guillemets mal fermés). */
  readonly faute?: string;
}

const sautsDeLigne = (cellules: readonly string[]): number =>
  cellules.reduce((n, cellule) => n + (cellule.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

/**
 * Lit un CSV (RFC 4180, UTF-8) au fil de l’eau, en-tête comprise.
 * @param surLigne appelée une fois par rangée, dans l’ordre ; les lignes vides sont passées
 * @throws si le fichier ne peut pas être lu
 */
export function lireCsv(chemin: string, surLigne: (ligne: LigneCsv) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const flux = createReadStream(chemin, { encoding: 'utf8' });
    let numero = 1;
    flux.on('error', reject);
    Papa.parse<string[]>(flux, {
      delimiter: ',',
      step: ({ data, errors }) => {
        const ligne = numero;
        numero += 1 + sautsDeLigne(data);
        if (data.length === 1 && data[0] === '') return;
        const cellules =
          ligne === 1 ? [data[0]?.replace(/^\uFEFF/, '') ?? '', ...data.slice(1)] : data;
        const faute = errors[0]?.message;
        surLigne(faute === undefined ? { ligne, cellules } : { ligne, cellules, faute });
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}
