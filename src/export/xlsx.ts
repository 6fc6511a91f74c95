import writeXlsxFile from 'write-excel-file/universal';
import type { ColonneCsv, RangeeCsv } from '../domain/csv.ts';

export interface FeuilleXlsx {
  readonly nom: string;
  readonly colonnes: readonly ColonneCsv[];
  readonly rangees: readonly RangeeCsv[];
}

/** Une feuille Excel n’a pas plus de lignes, en-tête comprise. */
const MAX_LIGNES = 1_048_576;
const LARGEUR_MAX = 60;

/** Une table trop longue continue sur « nom 2 », « nom 3 »… */
function decouper(feuille: FeuilleXlsx): FeuilleXlsx[] {
  const place = MAX_LIGNES - 1;
  const n = Math.max(1, Math.ceil(feuille.rangees.length / place));
  return Array.from({ length: n }, (_, i) => ({
    ...feuille,
    nom: i === 0 ? feuille.nom : `${feuille.nom} ${i + 1}`,
    rangees: feuille.rangees.slice(i * place, (i + 1) * place),
  }));
}

const largeurDe = ({ nom }: ColonneCsv, rangees: readonly RangeeCsv[]): number => {
  const longueurs = rangees.slice(0, 200).map((rangee) => String(rangee[nom] ?? '').length);
  return Math.min(LARGEUR_MAX, Math.max(nom.length, ...longueurs) + 2);
};

const cellule = (valeur: RangeeCsv[string]) => {
  if (valeur === null || valeur === undefined || valeur === '') return null;
  if (typeof valeur === 'number') return { value: valeur, type: Number };
  const value = typeof valeur === 'boolean' ? (valeur ? 'oui' : 'non') : valeur;
  return { value, type: String, wrap: value.length > LARGEUR_MAX };
};

/**
 * Écrit un classeur XLSX, en-têtes figées. Les textes y sont des textes : aucun n’est une formule.
 * @returns le contenu du fichier
 */
export async function enXlsx(feuilles: readonly FeuilleXlsx[]): Promise<Uint8Array<ArrayBuffer>> {
  const classeur = feuilles.flatMap(decouper).map(({ nom, colonnes, rangees }) => ({
    sheet: nom,
    stickyRowsCount: 1,
    columns: colonnes.map((colonne) => ({ width: largeurDe(colonne, rangees) })),
    data: [
      colonnes.map((colonne) => ({
        value: colonne.nom,
        type: String,
        fontWeight: 'bold' as const,
      })),
      ...rangees.map((rangee) => colonnes.map(({ nom: champ }) => cellule(rangee[champ] ?? null))),
    ],
  }));
  const blob = await writeXlsxFile(classeur).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
