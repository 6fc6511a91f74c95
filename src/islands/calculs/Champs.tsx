import type { ComponentChildren } from 'preact';
import { typographie } from '../../phrases/typographie.ts';

interface Choix<T extends string> {
  readonly valeur: T;
  readonly texte: string;
}

interface PropsListe<T extends string> {
  readonly nom: string;
  readonly id: string;
  readonly valeur: T;
  readonly choix: readonly Choix<T>[];
  readonly changer: (valeur: T) => void;
  readonly aide?: string | undefined;
}

/** Une liste de choix, avec son nom et, au besoin, une aide. */
export function Liste<T extends string>({ nom, id, valeur, choix, changer, aide }: PropsListe<T>) {
  return (
    <div class="calcul-champ">
      <label for={id}>{nom}</label>
      <select
        id={id}
        value={valeur}
        aria-describedby={aide && `${id}-aide`}
        onChange={(e) => changer(e.currentTarget.value as T)}
      >
        {choix.map(({ valeur: v, texte }) => (
          <option key={v} value={v}>
            {texte}
          </option>
        ))}
      </select>
      {aide && (
        <p id={`${id}-aide`} class="petit discret">
          {aide}
        </p>
      )}
    </div>
  );
}

interface PropsNombre {
  readonly nom: string;
  readonly id: string;
  readonly valeur: number | null;
  readonly max: number;
  readonly unite: string;
  readonly pas?: string;
  readonly aide?: string;
  readonly changer: (valeur: number | null) => void;
}

/** Un nombre positif ou nul ; vide quand il n’est pas dit. */
export function Nombre(props: PropsNombre) {
  const { nom, id, valeur, max, unite, pas = '1', aide, changer } = props;
  return (
    <div class="calcul-champ">
      <label for={id}>{nom}</label>
      <span class="calcul-nombre">
        <input
          id={id}
          type="number"
          min="0"
          max={max}
          step={pas}
          inputMode="decimal"
          aria-describedby={aide && `${id}-aide`}
          value={valeur ?? ''}
          onInput={(e) => {
            const { valueAsNumber: n } = e.currentTarget;
            changer(n >= 0 && n <= max ? n : null);
          }}
        />
        {unite}
      </span>
      {aide && (
        <p id={`${id}-aide`} class="petit discret">
          {aide}
        </p>
      )}
    </div>
  );
}

/** Ce que l’adresse demandait et que le calcul a ignoré. */
export function AvisDAdresse({ avis }: { readonly avis: readonly string[] }) {
  if (avis.length === 0) return null;
  return (
    <div class="message message-erreur" role="alert">
      {avis.map((texte) => (
        <p key={texte}>{typographie(texte)}</p>
      ))}
    </div>
  );
}

/** Les deux gestes d’un résultat : l’imprimer, en copier le lien. */
export function Gestes({ children }: { readonly children?: ComponentChildren }) {
  return (
    <p class="groupes-de-liens pas-imprime">
      <button type="button" class="bouton bouton-leger" onClick={() => print()}>
        Imprimer
      </button>
      <button
        type="button"
        class="bouton bouton-leger"
        onClick={(e) => {
          const bouton = e.currentTarget;
          navigator.clipboard?.writeText(location.href).then(
            () => {
              bouton.textContent = 'Lien copié';
            },
            () => {
              bouton.textContent = 'Copiez l’adresse';
            },
          );
        }}
      >
        Copier le lien
      </button>
      {children}
    </p>
  );
}
