import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { plat } from '../../domain/recherche/texte.ts';
import { compte } from '../../phrases/nombres.ts';

export interface Choisissable {
  readonly cle: string;
  readonly titre: string;
  readonly detail?: string;
}

interface Props<T extends Choisissable> {
  readonly etiquette: string;
  readonly invite: string;
  readonly texte: string;
  readonly surTexte: (texte: string) => void;
  readonly propositions: readonly T[];
  readonly surChoix: (choix: T) => void;
  /** Ce qu’il faut dire quand rien ne convient à ce qui est tapé. */
  readonly rien: string;
  readonly id?: string;
  /** Ce qui est tapé est faux, et pourquoi : cela reste dit une fois le champ quitté. */
  readonly faute?: string | null;
  /** Le visiteur quitte le champ ; `visee` : la seule proposition, ou celle qu’il a tapée en entier. */
  readonly surSortie?: (visee: T | undefined) => void;
}

/** Un champ qui propose, au clavier comme à la souris (motif « combobox » d’ARIA 1.2). */
export function Combobox<T extends Choisissable>({
  etiquette,
  invite,
  texte,
  surTexte,
  propositions,
  surChoix,
  rien,
  id: donne,
  faute,
  surSortie,
}: Props<T>) {
  const genere = useId();
  const id = donne ?? genere;
  const champ = useRef<HTMLInputElement>(null);
  const [ouvert, setOuvert] = useState(false);
  const [active, setActive] = useState(-1);
  const deroule = ouvert && texte.trim() !== '';
  const sansReponse = deroule && propositions.length === 0 && !faute;
  const idOption = (i: number) => `${id}-option-${i}`;

  // Ce qui a été tapé avant que l’îlot ne s’éveille n’est que dans le DOM.
  useLayoutEffect(() => {
    const { current } = champ;
    if (!current || current.value === '' || current.value === texte) return;
    surTexte(current.value);
    setOuvert(document.activeElement === current);
  }, []);

  const fermer = () => {
    setOuvert(false);
    setActive(-1);
  };
  const choisir = (choix: T | undefined) => {
    if (!choix) return;
    fermer();
    surChoix(choix);
    // Le champ garde le focus : ce qui se tape ensuite remplace le choix.
    requestAnimationFrame(() => {
      if (document.activeElement === champ.current) champ.current?.select();
    });
  };
  const visee = (): T | undefined =>
    propositions.length === 1
      ? propositions[0]
      : propositions.find(({ titre }) => plat(titre) === plat(texte));
  const aller = (i: number) => {
    const n = propositions.length;
    if (n === 0) return;
    setOuvert(true);
    setActive((i + n) % n);
    const cible = document.getElementById(idOption((i + n) % n));
    cible?.scrollIntoView({ block: 'nearest' });
  };
  const surTouche = (evenement: KeyboardEvent) => {
    const actions: Record<string, () => void> = {
      ArrowDown: () => aller(active + 1),
      ArrowUp: () => aller(active < 0 ? -1 : active - 1),
      Enter: () => choisir(propositions[Math.max(active, 0)]),
      Escape: () => (ouvert ? fermer() : surTexte('')),
    };
    const action = actions[evenement.key];
    if (!action || (evenement.key === 'Enter' && !deroule)) return;
    evenement.preventDefault();
    action();
  };

  return (
    <div class="combobox">
      <label for={id}>{etiquette}</label>
      <input
        id={id}
        ref={champ}
        class="champ"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-invalid={faute ? true : undefined}
        aria-describedby={faute ? `${id}-faute` : undefined}
        aria-expanded={deroule}
        aria-controls={`${id}-liste`}
        aria-activedescendant={deroule && active >= 0 ? idOption(active) : undefined}
        placeholder={invite}
        value={texte}
        onInput={(e) => {
          surTexte(e.currentTarget.value);
          setOuvert(true);
          setActive(-1);
        }}
        onFocus={(e) => e.currentTarget.select()}
        onClick={(e) => !deroule && e.currentTarget.select()}
        onBlur={() => {
          surSortie?.(deroule ? visee() : undefined);
          fermer();
        }}
        onKeyDown={surTouche}
      />
      {/* Une liste vide n’a pas le droit au rôle listbox : le message est à côté. */}
      <div
        id={`${id}-liste`}
        class="propositions"
        role="listbox"
        aria-label={etiquette}
        hidden={!deroule || propositions.length === 0}
      >
        {propositions.map((choix, i) => (
          <div
            key={choix.cle}
            id={idOption(i)}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            onMouseDown={(e) => e.preventDefault()}
            onMouseUp={() => choisir(choix)}
          >
            <span>{choix.titre}</span>
            {choix.detail && <small>{choix.detail}</small>}
          </div>
        ))}
      </div>
      <p
        role="status"
        class={sansReponse ? 'propositions propositions-rien' : 'visuellement-cache'}
      >
        {sansReponse ? rien : deroule && !faute ? compte(propositions.length, 'proposition') : ''}
      </p>
      <p id={`${id}-faute`} role="status" class="combobox-faute">
        {faute}
      </p>
    </div>
  );
}
