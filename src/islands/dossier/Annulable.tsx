import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  /** Ce qui vient d’être fait. */
  readonly texte: string;
  readonly surAnnulation: () => void;
  readonly geste?: string;
  /** Le focus va ailleurs, là d’où le geste se poursuit. */
  readonly discret?: boolean;
}

/** Un geste fait, et de quoi le défaire : le bouton prend le focus, là où le geste a eu lieu. */
export function Annulable({ texte, surAnnulation, geste = 'Annuler', discret }: Props) {
  const id = useId();
  const bouton = useRef<HTMLButtonElement>(null);
  // Avant la peinture : entre le geste et le bouton, le focus n’est jamais nulle part.
  useLayoutEffect(() => {
    if (!discret) bouton.current?.focus();
  }, []);
  return (
    <>
      <span id={id}>{texte}</span>{' '}
      <button
        type="button"
        class="lien-bouton"
        ref={bouton}
        aria-describedby={id}
        onClick={surAnnulation}
      >
        {geste}
      </button>
    </>
  );
}
