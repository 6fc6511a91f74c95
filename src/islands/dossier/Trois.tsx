interface Props {
  readonly etiquette: string;
  readonly valeur: boolean | null;
  readonly inconnu: string;
  readonly surChoix: (valeur: boolean | null) => void;
}

const lireValeur = (texte: string): boolean | null => (texte === '' ? null : texte === 'oui');

/** Une question à trois réponses : oui, non, ou rien. */
export function Trois({ etiquette, valeur, inconnu, surChoix }: Props) {
  return (
    <label class="case">
      <span>{etiquette}</span>
      <select
        value={valeur === null ? '' : valeur ? 'oui' : 'non'}
        onChange={(e) => surChoix(lireValeur(e.currentTarget.value))}
      >
        <option value="">{inconnu}</option>
        <option value="oui">oui</option>
        <option value="non">non</option>
      </select>
    </label>
  );
}
