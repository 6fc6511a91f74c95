import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Resultat } from '../../domain/filtre/filtre.ts';
import { enEntier, SELECTION_VIDE, type Selection } from '../../domain/filtre/selection.ts';
import type { Trouvailles } from '../../domain/recherche/options.ts';
import { encode } from '../../domain/url/codec.ts';
import type { Repondant } from '../../query/repondant.ts';

export interface Etat {
  readonly resultat: Resultat;
  readonly trouvailles: Trouvailles | null;
  /** Qui a répondu : le HTML de la page, l’index ou le moteur. */
  readonly par: 'html' | 'index' | 'moteur';
  /** La sélection à laquelle ces lignes répondent, telle que l’adresse l’écrit. */
  readonly pour: string;
  /** La réponse tarde : celle qu’on voit est celle d’avant. */
  readonly attente: boolean;
  readonly faute: Error | null;
}

/** En deçà, mieux vaut ne rien dire que clignoter. */
const PATIENCE = 200;

const enErreur = (cause: unknown): Error =>
  cause instanceof Error ? cause : new Error(String(cause));

/** La réponse à une sélection ; la précédente reste à l’écran tant que la nouvelle n’est pas là. */
export function useReponse(repondant: Repondant, depart: Resultat, selection: Selection) {
  const [etat, poser] = useState<Etat>({
    resultat: depart,
    trouvailles: null,
    par: 'html',
    pour: '',
    attente: false,
    faute: null,
  });
  const demande = useRef(0);

  const demander = useCallback(async () => {
    const numero = ++demande.current;
    const courante = (): boolean => numero === demande.current;
    const tard = setTimeout(() => {
      if (courante()) poser((avant) => ({ ...avant, attente: true }));
    }, PATIENCE);
    try {
      const reponse = await repondant.repondre(
        selection.vue === 'lignes' ? selection : enEntier(selection),
      );
      if (reponse && courante()) {
        poser({ ...reponse, pour: encode(selection), attente: false, faute: null });
      }
    } catch (cause) {
      if (courante()) poser((avant) => ({ ...avant, attente: false, faute: enErreur(cause) }));
    } finally {
      clearTimeout(tard);
    }
  }, [repondant, selection]);

  // Sans attendre l’image suivante : l’index répond alors dans celle de la touche.
  useLayoutEffect(() => {
    if (selection !== SELECTION_VIDE) demander();
  }, [demander, selection]);

  return { ...etat, reessayer: demander };
}
