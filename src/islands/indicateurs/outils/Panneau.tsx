import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  titre: string;
  ouvert: boolean;
  basculer: (ouvert: boolean) => void;
  children: ComponentChildren;
}

/** Un bouton et ce qu’il déplie par-dessus la page ; Échap ou un clic ailleurs le referme. */
export function Panneau({ titre, ouvert, basculer, children }: Props) {
  const boite = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    if (!ouvert) return;
    const ailleurs = (evenement: PointerEvent): void => {
      const { target } = evenement;
      if (target instanceof Node && !boite.current?.contains(target)) basculer(false);
    };
    const echap = (evenement: KeyboardEvent): void => {
      if (evenement.key !== 'Escape') return;
      basculer(false);
      boite.current?.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', ailleurs);
    document.addEventListener('keydown', echap);
    return () => {
      document.removeEventListener('pointerdown', ailleurs);
      document.removeEventListener('keydown', echap);
    };
  }, [ouvert]);

  return (
    <details
      ref={boite}
      class="outil"
      open={ouvert}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== ouvert) basculer(currentTarget.open);
      }}
    >
      <summary>{titre}</summary>
      <div class="outil-contenu">{ouvert && children}</div>
    </details>
  );
}
