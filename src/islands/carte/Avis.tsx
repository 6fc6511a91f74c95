import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MoteurDeCarte, Panne } from './useMoteur.ts';

const RAISONS: Readonly<Record<Panne, string>> = {
  absente:
    'Votre navigateur ne peut pas ouvrir la carte interactive (WebGL)\u00a0: voici un dessin.',
  perdue: 'Votre navigateur a arrêté la carte interactive (WebGL)\u00a0: un dessin la remplace.',
  tardive: 'La carte interactive tarde à s’ouvrir\u00a0: voici un dessin, en attendant.',
  manquante: 'La carte interactive n’a pas pu être chargée\u00a0: voici un dessin.',
};

/** Pourquoi un dessin tient lieu de carte, et de quoi la redemander. */
export function CarteAvis({ conteneur, panne, peinte, essaie, reessayer }: MoteurDeCarte) {
  const bouton = useRef<HTMLButtonElement>(null);
  // Ce qui a le focus disparaît avec la carte, ou avec ce message : l’un le passe à l’autre.
  const tenu = useRef(false);
  tenu.current = bouton.current !== null && bouton.current === document.activeElement;
  useLayoutEffect(() => {
    const { current: carte } = conteneur;
    if (panne && carte?.contains(document.activeElement)) bouton.current?.focus();
    if (peinte && tenu.current) carte?.querySelector('canvas')?.focus();
  }, [panne, peinte]);
  return (
    <div class="plan-avis" role="status">
      {panne && (
        <p>
          {essaie ? 'Nouvel essai…' : RAISONS[panne]} La liste est complète.{' '}
          <button
            type="button"
            class="lien-bouton"
            ref={bouton}
            aria-disabled={essaie}
            onClick={() => essaie || reessayer()}
          >
            Réessayer
          </button>
        </p>
      )}
    </div>
  );
}
