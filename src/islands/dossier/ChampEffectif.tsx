import { useId, useState } from 'preact/hooks';
import { fauteDeLEffectif } from '../../domain/dossier/effectif.ts';

interface Props {
  readonly etiquette: string;
  /** Dans un tableau, qui montre déjà l’étiquette : ce qui distingue ce champ à l’oreille. */
  readonly precision?: string;
  readonly valeur: number | null;
  readonly max: number;
  /** Ce que vaut un champ vide, montré en grisé. */
  readonly vide?: string;
  /** Ce qu’on en sait de plus, sous le champ. */
  readonly note?: string | undefined;
  /** `null` : rien n’est écrit, ou ce qui l’est n’est pas un effectif. */
  readonly surValeur: (valeur: number | null) => void;
}

/** Un effectif tapé : ce qui n’en est pas un reste tel quel, avec un mot, et ne compte pas. */
export function ChampEffectif(props: Props) {
  const { etiquette, precision, valeur, max, vide, note, surValeur } = props;
  const [id, idNote] = [useId(), useId()];
  const lire = (texte: string): number | null => {
    const ecrit = texte.trim();
    return fauteDeLEffectif(ecrit, max) === null ? Number(ecrit) : null;
  };
  const ecrire = (n: number | null): string => (n === null ? '' : String(n));
  const [tape, retenir] = useState(ecrire(valeur));
  // Un fichier lu, un dossier reçu : la valeur a changé sans le champ.
  const texte = (lire(tape) ?? 0) === (valeur ?? 0) ? tape : ecrire(valeur);
  const faux = texte.trim() !== '' && lire(texte) === null;
  return (
    <label class="case">
      <span class={precision && 'visuellement-cache'}>
        {etiquette}
        {precision && <span class="visuellement-cache"> {precision}</span>}
      </span>
      <input
        type="text"
        inputMode="numeric"
        autocomplete="off"
        placeholder={vide}
        value={texte}
        aria-invalid={faux}
        aria-describedby={[note && idNote, faux && id].filter(Boolean).join(' ') || undefined}
        onFocus={(e) => e.currentTarget.select()}
        onBlur={() => !faux && retenir(ecrire(lire(texte)))}
        onInput={(e) => {
          const { value } = e.currentTarget;
          retenir(value);
          surValeur(lire(value));
        }}
      />
      {note && <small id={idNote}>{note}</small>}
      <small id={id} role="status" class="case-faux">
        {faux && `Un nombre entier de 0 à ${max} : ceci ne compte pas.`}
      </small>
    </label>
  );
}
