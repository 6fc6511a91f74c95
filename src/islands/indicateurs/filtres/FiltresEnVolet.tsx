import { useEffect, useRef } from 'preact/hooks';
import { effacer } from '../../../domain/filtre/selection.ts';
import { accord, entier } from '../../../phrases/nombres.ts';
import { Facettes, type PropsFacettes } from './Facettes.tsx';

interface Props extends PropsFacettes {
  total: number;
  fermer: () => void;
}

/** Les filtres en plein écran, sur un téléphone. */
export function FiltresEnVolet({ total, fermer, ...facettes }: Props) {
  const dialogue = useRef<HTMLDialogElement>(null);
  useEffect(() => dialogue.current?.showModal(), []);
  return (
    <dialog ref={dialogue} class="volet" aria-label="Filtres" onClose={fermer}>
      <div class="volet-tete">
        <h2>Filtres</h2>
        <button type="button" class="lien-bouton" onClick={() => dialogue.current?.close()}>
          Fermer
        </button>
      </div>
      <Facettes {...facettes} />
      <div class="volet-pied">
        <button
          type="button"
          class="lien-bouton"
          onClick={() => facettes.changer(effacer(facettes.selection))}
        >
          Tout effacer
        </button>
        <button type="button" class="bouton" onClick={() => dialogue.current?.close()}>
          Voir {total > 1 ? 'les ' : ''}
          {entier(total)} {accord(total, 'ligne')}
        </button>
      </div>
    </dialog>
  );
}
