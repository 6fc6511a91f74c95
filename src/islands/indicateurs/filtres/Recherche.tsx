import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Selection } from '../../../domain/filtre/selection.ts';
import { useExemples } from '../../exemples.ts';
import type { Changer } from '../adresse.ts';

interface Props {
  selection: Selection;
  changer: Changer;
  /** L’adresse a été lue. */
  lue: boolean;
  /** La sélection vient de ce champ. */
  frappe: boolean;
}

/**
 * Le champ de recherche ; les résultats suivent la frappe. Il n’est pas piloté : un rendu en retard
 * d’une touche effacerait ce qui vient d’y être tapé. Il suit l’adresse quand elle change d’ailleurs.
 */
export function Recherche({ selection, changer, lue, frappe }: Props) {
  const champ = useRef<HTMLInputElement>(null);
  const eveille = useRef(false);
  const { codes, mots } = useExemples();
  const exemples = [...mots.slice(0, 1), ...codes.slice(0, 1), ...mots.slice(1)].join(', ');

  // Au moment du rendu : différé, il effacerait la touche frappée entre-temps.
  useLayoutEffect(() => {
    const { current } = champ;
    if (!lue || !current) return;
    const hatif = !eveille.current && current.value !== '' && selection.q === '';
    eveille.current = true;
    if (frappe) return;
    if (hatif) changer({ ...selection, q: current.value }, 'frappe');
    else current.value = selection.q;
  }, [lue, frappe, selection.q]);

  return (
    <search class="indicateurs-recherche">
      <form onSubmit={(evenement) => evenement.preventDefault()}>
        <label for="q">Option, code, secteur, groupe ou métier</label>
        <input
          ref={champ}
          id="q"
          name="q"
          class="champ"
          type="search"
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          placeholder={exemples && `${exemples}…`}
          onInput={({ currentTarget }) =>
            changer({ ...selection, q: currentTarget.value, page: 1 }, 'frappe')
          }
        />
      </form>
    </search>
  );
}
