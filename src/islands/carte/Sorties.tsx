import { href } from '../../config.ts';
import type { VueDeLaCarte } from '../../export/carte.ts';
import { FORMAT_EN_MOTS, type Format, MIME, nomStable } from '../../export/fichiers.ts';
import { useSortie } from '../fichiers/useSortie.ts';

interface Props {
  readonly vue: () => VueDeLaCarte;
  /** Sans extension. */
  readonly nom: string;
  readonly surImpression: () => void;
  /** Les options que la carte retient. */
  readonly options: readonly string[];
}

type Emporte = Exclude<Format, 'parquet'>;

const FORMATS = ['csv', 'excel', 'xlsx'] as const satisfies readonly Emporte[];

async function ecrire(vue: VueDeLaCarte, format: Emporte, arret: AbortSignal): Promise<BlobPart> {
  const { csvDeLaCarte, feuillesDeLaCarte } = await import('../../export/carte.ts');
  if (format !== 'xlsx') return csvDeLaCarte(vue, format === 'excel' ? 'excel' : 'standard');
  const { classeurXlsx } = await import('../fichiers/confier.ts');
  return classeurXlsx(feuillesDeLaCarte(vue), arret);
}

async function explorer(vue: VueDeLaCarte, options: readonly string[]): Promise<void> {
  const { requeteDeLaCarte } = await import('../../export/explorer.ts');
  location.assign(href(requeteDeLaCarte(vue, options)));
}

/** Emporter la liste : en tableur ou sur papier, tout se fait dans le navigateur. */
export function CarteSorties({ vue, nom, surImpression, options }: Props) {
  const { enCours, dit, faute, demander } = useSortie();
  const exporter = (format: Emporte): Promise<void> =>
    demander(
      format,
      async (_avancer, arret) => ({
        contenu: new Blob([await ecrire(vue(), format, arret)], { type: MIME[format] }),
        nom: nomStable({ nom }, format),
      }),
      format === 'xlsx' ? 'Le CSV s’écrit plus simplement.' : undefined,
    );
  return (
    <div class="carte-sorties pas-imprime">
      <p>
        Emporter cette liste{'\u00a0'}:{' '}
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            class="lien-bouton"
            aria-disabled={enCours !== null}
            onClick={() => void exporter(format)}
          >
            {FORMAT_EN_MOTS[format]}
          </button>
        ))}
        <button type="button" class="lien-bouton" onClick={surImpression}>
          Imprimer
        </button>
        <button
          type="button"
          class="lien-bouton"
          onClick={() => void explorer(vue(), options).catch(() => {})}
        >
          Explorer année par année
        </button>
      </p>
      <p role="status" class={faute ? 'message message-erreur' : 'petit'}>
        {dit}
      </p>
    </div>
  );
}
