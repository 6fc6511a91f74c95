import { useState } from 'preact/hooks';
import type { VueDeLaCarte } from '../../export/carte.ts';

interface Props {
  readonly vue: () => VueDeLaCarte;
  /** Sans extension. */
  readonly nom: string;
  readonly surImpression: () => void;
}

const FORMATS = [
  { format: 'csv', titre: 'CSV', fin: '.csv', type: 'text/csv;charset=utf-8' },
  { format: 'excel', titre: 'CSV pour Excel', fin: '-excel.csv', type: 'text/csv;charset=utf-8' },
  {
    format: 'xlsx',
    titre: 'XLSX',
    fin: '.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
] as const;

/** Emporter la liste : en tableur ou sur papier, tout se fait dans le navigateur. */
export function CarteSorties({ vue, nom, surImpression }: Props) {
  const [faute, setFaute] = useState(false);
  const exporter = async ({ format, fin, type }: (typeof FORMATS)[number]) => {
    try {
      const [{ exporterCarte }, { enregistrer }] = await Promise.all([
        import('../../export/carte.ts'),
        import('../png.ts'),
      ]);
      enregistrer(new Blob([await exporterCarte(vue(), format)], { type }), `${nom}${fin}`);
      setFaute(false);
    } catch {
      setFaute(true);
    }
  };
  return (
    <div class="carte-sorties pas-imprime">
      <p>
        Emporter cette liste :{' '}
        {FORMATS.map((sorte) => (
          <button
            key={sorte.format}
            type="button"
            class="lien-bouton"
            onClick={() => void exporter(sorte)}
          >
            {sorte.titre}
          </button>
        ))}
        <button type="button" class="lien-bouton" onClick={surImpression}>
          Imprimer
        </button>
      </p>
      {faute && (
        <p class="message message-erreur" role="alert">
          Le fichier n’a pas pu se faire : vérifiez votre connexion, puis recommencez.
        </p>
      )}
    </div>
  );
}
