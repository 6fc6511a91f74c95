import type { TableauEcrit } from '../../charts/csv.ts';
import { enCsv } from '../../domain/csv.ts';
import { FORMAT_EN_MOTS, type Format, MIME } from '../../export/fichiers.ts';
import { charger } from '../../query/lecture.ts';
import { useSortie } from '../fichiers/useSortie.ts';

interface Props {
  /** Sans extension. */
  readonly nom: string;
  readonly ecrire: () => Promise<TableauEcrit> | TableauEcrit;
  readonly formats?: readonly Format[];
}

const DES_TABLEURS = ['csv', 'excel', 'xlsx'] as const satisfies readonly Format[];

async function composer(
  { colonnes, rangees }: TableauEcrit,
  format: Format,
  arret: AbortSignal,
): Promise<BlobPart> {
  if (format === 'parquet') {
    const { enParquet } = await charger(import('../../query/engine.browser.ts'));
    // Une colonne de nombres où l’un se dit en mots (« masqué », « au moins 12 ») est un texte.
    const types = colonnes.map(({ nom, type }) => ({
      nom,
      type: rangees.some((rangee) => typeof rangee[nom] === 'string') ? 'texte' : type,
    }));
    return enParquet(types, rangees);
  }
  if (format !== 'xlsx') return enCsv(colonnes, rangees, format === 'csv' ? 'standard' : 'excel');
  const { classeurXlsx } = await import('../fichiers/confier.ts');
  return classeurXlsx([{ nom: 'Réponse', colonnes, rangees }], arret);
}

/** Emporter une réponse : le fichier se compose dans la page. */
export function Emporter({ nom, ecrire, formats = DES_TABLEURS }: Props) {
  const { enCours, dit, faute, demander } = useSortie();
  const extension = (format: Format) => (format === 'excel' ? 'csv' : format);
  const exporter = (format: Format): Promise<void> =>
    demander(
      format,
      async (_avancer, arret) => ({
        contenu: new Blob([await composer(await ecrire(), format, arret)], { type: MIME[format] }),
        nom: `${nom}.${extension(format)}`,
      }),
      format === 'xlsx' || format === 'parquet' ? 'Le CSV s’écrit plus simplement.' : undefined,
    );
  return (
    <>
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          class="bouton bouton-leger avec-script"
          aria-disabled={enCours !== null}
          onClick={() => void exporter(format)}
        >
          {format === 'csv' ? 'Exporter (CSV)' : FORMAT_EN_MOTS[format]}
        </button>
      ))}
      <span role="status" class={faute ? 'message message-erreur' : 'petit'}>
        {dit}
      </span>
    </>
  );
}
