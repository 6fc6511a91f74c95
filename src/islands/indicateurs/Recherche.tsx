import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Selection } from '../../domain/filtre/selection.ts';
import type { Changer } from './adresse.ts';

interface Props {
  selection: Selection;
  changer: Changer;
  /** L’adresse a été lue : le champ la suit. Avant, il garde ce qui y est déjà tapé. */
  lue: boolean;
}

/** Le champ de recherche ; les résultats suivent la frappe. */
export function Recherche({ selection, changer, lue }: Props) {
  const champ = useRef<HTMLInputElement>(null);

  const tape = useRef('');

  // Ce qui est tapé avant que la page ne soit vivante : le premier rendu piloté l’effacerait.
  useLayoutEffect(() => {
    tape.current = champ.current?.value ?? '';
  }, []);
  useEffect(() => {
    const { current: q } = tape;
    if (lue && q !== '' && selection.q === '') changer({ ...selection, q }, 'frappe');
  }, [lue]);

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
          placeholder="électricien, 2115, coiffure, boulangerie…"
          {...(lue ? { value: selection.q } : {})}
          onInput={({ currentTarget }) =>
            changer({ ...selection, q: currentTarget.value, page: 1 }, 'frappe')
          }
        />
      </form>
    </search>
  );
}
