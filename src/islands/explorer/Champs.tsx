import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface PropsListe<T extends string> {
  readonly titre: string;
  readonly valeur: T;
  readonly valeurs: readonly (readonly [valeur: T, texte: string])[];
  readonly choisir: (valeur: T) => void;
  readonly aide?: ComponentChildren;
}

/** Une liste déroulante et son nom. */
export function Liste<T extends string>(props: PropsListe<T>) {
  const { titre, valeur, valeurs, choisir, aide } = props;
  const id = useId();
  return (
    <div class="explorer-champ">
      <label for={id}>{titre}</label>
      <select
        id={id}
        value={valeur}
        onChange={({ currentTarget }) => choisir(currentTarget.value as T)}
      >
        {valeurs.map(([cle, texte]) => (
          <option key={cle} value={cle} selected={cle === valeur}>
            {texte}
          </option>
        ))}
      </select>
      {aide && <p class="petit discret">{aide}</p>}
    </div>
  );
}

interface PropsNombre {
  readonly titre: string;
  readonly valeur: number;
  readonly choisir: (valeur: number) => void;
}

/** Un petit nombre, pris quand on quitte le champ ou qu’on valide. */
export function Nombre({ titre, valeur, choisir }: PropsNombre) {
  const id = useId();
  return (
    <div class="explorer-champ">
      <label for={id}>{titre}</label>
      <input
        id={id}
        type="number"
        min="0"
        max="1000000"
        inputMode="numeric"
        value={valeur}
        onChange={({ currentTarget }) => choisir(Math.max(0, Math.trunc(+currentTarget.value)))}
      />
    </div>
  );
}
